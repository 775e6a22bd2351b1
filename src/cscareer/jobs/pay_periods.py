"""How often an amount is paid, as the words right behind or before it say."""

import re

from cscareer.catalog.loading import Catalog
from cscareer.jobs.ad import PayPeriod
from cscareer.jobs.word_lists import any_of
from cscareer.pay.amounts import period_of

_WORD = re.compile(r"[a-zñ]+(?:-[a-z]+)?|/|\d(?= ?w)", re.IGNORECASE)
_EACH = frozenset({"each", "every", "that", "per", "a"})  # behind "for", before a period
_BARE = frozenset(
    f"{unit}{end}"
    for unit in ("hour", "day", "week", "month", "quarter", "year", "shift")
    for end in ("", "s")
)  # words that are a period only behind "per", "a" or a stroke
_NO_MORE = re.compile(
    r"[.;!?)\n,•](?:\s|\Z)|\d(?! ?w)|\b[a-z]{4,8}:\s?[$\d]", re.IGNORECASE
)  # behind a figure, where what is said of it ends: "$19.88 / Annual: $41,350"
_ONE_LETTER = frozenset({"h", "y", "w", "d"})
_MOST_AFTER = 40  # letters behind a figure that may say its period
_MOST_BEFORE = 70
_SKIPPED = 2  # words between "per" and the unit: "per on-call day"
_PERIODS: dict[str, PayPeriod] = {
    "hour": "hour", "day": "day", "week": "week", "two weeks": "two-weeks", "half month": "half-month", "month": "month", "year": "year",
}  # fmt: skip
_NO_UNITS = frozenset({"salary", "annual salary", "pm", "am", "p", "a"})  # in an ad


class PeriodReader:
    """Reads periods; the words around them, and units that no wages are given in, are those of the data."""

    def __init__(self, catalog: Catalog) -> None:
        lists = catalog.posting_lists
        self._units: dict[str, PayPeriod] = {
            word: unit.per for unit in catalog.pay_units.values() for word in unit.words
        }
        self._units_before: dict[str, PayPeriod] = {
            word: unit.per for unit in catalog.pay_units.values() for word in unit.before
        }
        self._leads = frozenset(lists["period-lead-ins"].words)
        self._later = frozenset(lists["period-of-time"].words)
        self._before = re.compile(any_of(lists["period-before"].words), re.IGNORECASE)

    def behind(self, text: str, end: int) -> tuple[PayPeriod | None, int]:
        """The period that stands right behind a figure, and where its words end."""
        window = text[end : end + _MOST_AFTER]
        stop = _NO_MORE.search(window)
        found = list(_WORD.finditer(window[: stop.start()] if stop else window))[:6]
        if not found or window[: found[0].start()].strip(" ()") not in ("", "-", "–", "*"):
            return None, end
        words = [match[0].lower() for match in found]
        lead = 0
        while lead < len(words) and words[lead] in self._leads:
            lead += 1
        if "for" in words[:lead] and words[lead - 1] not in _EACH:
            return None, end
        skips = (
            _SKIPPED if lead and words[:lead] != ["by"] else 0
        )  # "by the hour", but not "by their third year"
        for skipped in range(skips + 1):
            for count in (3, 2, 1):
                at = lead + skipped
                said = " ".join(words[at : at + count])
                if (
                    not said
                    or (said in _ONE_LETTER and "/" not in words[:lead])
                    or (
                        skipped
                        and (
                            words[at] in {"and", "or", "to", "in", "for"}
                            or words[at - 1] in self._later
                            or words[lead] in self._later
                        )
                    )
                ):
                    continue
                per = self._period(said)
                if per and (
                    words[:lead] not in ([], ["by"]) or said.rstrip(" /") not in _BARE
                ):  # "by the hour", not "by year three"
                    return per, end + found[at + count - 1 if at + count <= len(found) else -1].end()
        return None, end

    def before(self, text: str, start: int) -> PayPeriod | None:
        """The period that the words before a figure name: "Hourly rate: $18"."""
        found = list(self._before.finditer(text, max(0, start - _MOST_BEFORE), start))
        if not found:
            return None
        said = found[-1][0].lower()
        return self._units_before.get(said) or self._period(said.removeprefix("per "))

    def _period(self, said: str) -> PayPeriod | None:
        if said in self._units:
            return self._units[said]
        return _PERIODS.get(period_of(said) or "") if said not in _NO_UNITS else None
