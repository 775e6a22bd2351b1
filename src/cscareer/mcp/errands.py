"""What people come to an assistant with, as prompts that say which questions to ask and how to put the answer."""

import re
from typing import NamedTuple

_HOUSE = (
    "Ask cscareer's tools; take every figure from them, and name its source and year beside it. Say what a figure rests on "
    "(published, our estimate, or what everyone in the occupation earns), and say so where they have none; don't fill a gap "
    "from memory. Keep it short, warm and concrete, and end with one thing to do this week."
)


class Wanted(NamedTuple):
    """Something an errand needs to know."""

    name: str
    about: str
    required: bool = True


def as_called(said: dict[str, str]) -> dict[str, str]:
    """What was said by the names that tools have for it, too: title and place were once called otherwise here."""
    return {_ONCE.get(name, name): value for name, value in said.items()}


_ONCE = {"title": "role", "place": "location"}


class Errand(NamedTuple):
    """An errand: `told` has its arguments in braces, and a sentence of `adds` comes with an argument that may be left out."""

    name: str
    title: str
    about: str
    wants: tuple[Wanted, ...]
    told: str
    adds: tuple[tuple[str, str], ...] = ()

    def text(self, said: dict[str, str]) -> str:
        """The errand in words; what wasn't said is left out."""
        added = [sentence for name, sentence in self.adds if said.get(name)]
        words = " ".join([self.told, *added])
        # In one go, so that braces in what was said stay what they are.
        filled = re.sub(r"\{(\w+)\}", lambda found: said.get(found[1], ""), words)
        return f"{filled}\n\n{_HOUSE}"


_ROLE = Wanted("role", "The job title.")
_PLACE = Wanted("location", "A US place: a city, county, state or ZIP code.", required=False)
_RESUME = Wanted("resume", "The text of the resume.", required=False)

ERRANDS = {
    errand.name: errand
    for errand in (
        Errand(
            "judge_an_offer", "Is this offer fair?",
            "Judge a job offer, and prepare what to say.",
            (Wanted("amount", "The pay offered, like 46000 or 22.50/hr."), _ROLE, _PLACE),
            "I was offered {amount} as {role}. Ask `offer`: is that fair, what should I ask for, and in which words?",
            (("location", "The job is in {location}."),),
        ),
        Errand(
            "find_my_next_role", "What could I do next?",
            "Which roles fit, what is missing, and the way there.",
            (Wanted("role", "The role you are in."), _PLACE, _RESUME),
            "I work as {role} in customer service and wonder what comes next. Ask `match` which roles fit me, then `gap` and `path` "
            "for the best one or two; if nothing here holds me, ask `beyond` too.",
            (("location", "I live in {location}; ask for pay there."), ("resume", "This is my resume, as it is:\n\n{resume}")),
        ),
        Errand(
            "read_a_job_ad", "Is this ad any good, and is it for me?",
            "Judge a job ad, and hold a resume against it.",
            (Wanted("ad", "The text of the ad."), _RESUME),
            "Ask `posting` about the ad below: what it pays and whether that is fair, what it asks, what to beware of, and what I "
            "should ask them.\n\nThe ad:\n\n{ad}",
            (("resume", "\n\nMy resume, to see how I fit:\n\n{resume}"),),
        ),
        Errand(
            "ask_for_a_raise", "Has my pay kept up?",
            "Set a raise against prices and against what others earn, and prepare the talk.",
            (Wanted("pay_now", "Your pay now."), Wanted("pay_then", "Your pay then."), Wanted("since", "From which month, like May 2022."), _ROLE, _PLACE),
            "I earn {pay_now} as {role}; since {since} it was {pay_then}. Ask `raise` whether that kept up with prices, and `pay` what "
            "the work pays. Then help me prepare the talk with my manager.",
            (("location", "I live in {location}."),),
        ),
        Errand(
            "begin_in_service", "How do I begin?",
            "For newcomers: what the work is, what it pays, and the first role.",
            (_PLACE, Wanted("done_so_far", "What you have done so far, in your own words.", required=False)),
            "I am thinking of customer service as a first job or a new one. Ask `guide`, `roles` and `outlook` what the work is, what "
            "it pays and whether it has a future, with both sides.",
            (("location", "I live in {location}."), ("done_so_far", "What I have done so far: {done_so_far} Ask `match` which role to begin with.")),
        ),
        Errand(
            "post_a_job", "What should we post?",
            "For who sets pay: a range to post, whom it reaches, and what the law asks an ad to show.",
            (_ROLE, _PLACE),
            "We want to hire for {role}. Ask `hire` for a range to post, and tell me whom it reaches and what the law there asks an "
            "ad to show.",
            (("location", "The job is in {location}."),),
        ),
        Errand(
            "rehearse", "Practise a hard conversation",
            "The assistant plays the customer, then goes through what was good.",
            (Wanted("scenario", "What it is about, like an angry customer or a wrong bill.", required=False),),
            "Practise a hard customer conversation with me. Ask `practice` for its scenarios, pick one, and ask for it by name; then "
            "play the customer, one turn at a time. Afterwards score me by its own list of what others could hear or see, and show me "
            "one line to say better.",
            (("scenario", "It should be about this: {scenario}."),),
        ),
    )
}  # fmt: skip
