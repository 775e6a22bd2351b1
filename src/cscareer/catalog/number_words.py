"""English words for numbers."""

_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
)
NUMBER_WORDS = {word: number for number, word in enumerate(_TO_TWENTY.split())} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}
ROUND_NUMBERS = {"dozen": 12, "dozens": 24, "hundreds": 200}  # at least so many
ONE = {"a": 1, "an": 1}  # before what is counted


def number_of(word: str) -> int | None:
    """The number that a word or a figure in small letters says, "twelve" or "1,200"; None for any other word."""
    digits = word.replace(",", "")
    if digits.isdecimal() and len(digits) < len("1000000000"):
        return int(digits)
    return NUMBER_WORDS.get(word, ROUND_NUMBERS.get(word))
