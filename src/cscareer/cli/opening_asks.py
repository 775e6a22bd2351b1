"""What the ways on from the opening question ask alike, and where they lead: a role, a place, the command that answers."""

import re
from typing import TYPE_CHECKING, NamedTuple

from cscareer.cli.knowing import Known
from cscareer.cli.place_told import place_within
from cscareer.cli.session import Session
from cscareer.cli.talking import read_until
from cscareer.cli.told import understand
from cscareer.errors import CareerError, UnknownNameError, UsageError

if TYPE_CHECKING:
    from cscareer.catalog.loading import Catalog
    from cscareer.catalog.models import Role

_FIRST_ROLE = "customer-service-specialist"
_PLAIN = re.compile(r"[\w,.:/%-]+")  # means nothing to a shell
_EVERYWHERE = "anywhere in the US"


class Led(NamedTuple):
    """Where a person was led: the words of the command that answers them, and what they said of themselves on the way."""

    words: list[str]
    role: str | None = None
    location: str | None = None
    pay: str | None = None
    answered: Known | None = None

    @property
    def command(self) -> str:
        """The command as they can type it."""
        from cscareer.render.text import quoted

        return " ".join(
            ["cscareer", *(word if _PLAIN.fullmatch(word) else quoted(word) for word in self.words)]
        )


def usual_role(session: Session, catalog: "Catalog") -> "Role | None":
    """Their own role, or the one that most of those new to the work start in."""
    return session.own_role(catalog) or catalog.roles.get(_FIRST_ROLE)


def role_told(catalog: "Catalog", story: str) -> "Role | None":
    """The role that a person tells of, for a default."""
    from cscareer.catalog.models import Role as GuideRole

    job = understand(catalog, story).job if story else None
    return job if isinstance(job, GuideRole) else None


def titled(catalog: "Catalog", said: str) -> "Role | None":
    """The role whose whole name somebody types, and nothing else."""
    from cscareer.catalog.lookup import find

    try:
        match = find(catalog.roles, said, what="role", list_command="")
    except CareerError:
        return None
    return None if match.completed else match.entry


def located(where: str | None) -> list[str]:
    """The option that says a place."""
    return ["-l", where] if where else []


def place_asked(
    session: Session, catalog: "Catalog", question: str, usual: str | None = None, story: str = ""
) -> str | None:
    """The place a person names, told of before or theirs by their profile where they name none; None for the whole country."""
    own = session.profile.location if session.profile else None

    def read(said: str) -> str | None:
        if said == _EVERYWHERE:
            return None
        try:
            return said if session.location(catalog, said) else None
        except UnknownNameError as error:
            from cscareer.cli.told_work import job_called

            try:
                job = job_called(catalog, said)
            except CareerError:
                raise error from None
            if job is None:
                raise
            raise UsageError(
                f'"{said}" is a job ({job.title}), and here we ask for the place.',
                hint="A city with its state, or a ZIP code.",
            ) from error

    told = place_within(catalog, story) if story else None
    return read_until(question, read, usual or told or own or _EVERYWHERE)
