"""The role that a title names where none of the guide's own names did."""

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Role
from cscareer.errors import AmbiguousNameError, CareerError, UnknownNameError
from cscareer.titles.reading import TitleReader

_FIRM = (
    0.9  # the beginning of several names stands for one of them only where it is as good as its whole name
)
_LIKELY = 0.55


def role_of_title(catalog: Catalog, said: str, error: CareerError) -> Role:
    """The role of the guide that a title stands for.

    Args:
        catalog: what the guide knows.
        said: the title as a person wrote it.
        error: why no name of a role was found in it; raised again, better informed, when the title names none either.

    Raises:
        AmbiguousNameError: the title may be several roles, which are named.
        UnknownNameError: it is none of ours; a misspelling is suggested, never corrected.
    """
    reading = catalog.once(TitleReader).read(said)
    least = _FIRM if isinstance(error, AmbiguousNameError) else _LIKELY
    titles = tuple(each.title for each in reading.candidates)
    if reading.role and not reading.respelled and reading.confidence >= least:
        return catalog.roles[reading.role]
    if isinstance(error, AmbiguousNameError):
        raise error
    if reading.respelled:
        raise UnknownNameError(error.message, hint=error.hint, suggestions=titles)
    if titles:
        listed = " or ".join(titles) if len(titles) <= 2 else f"{', '.join(titles[:-1])} or {titles[-1]}"  # noqa: PLR2004
        message = f'"{said}" alone doesn\'t say enough; it may be {listed}.'
        raise AmbiguousNameError(message, hint="Say which one you mean.", suggestions=titles)
    if reading.occupation and not error.suggestions:
        ours = reading.kind == "customer-service"
        what = "customer service, but no role of ours" if ours else "not customer service"
        newcomer = (
            f'Coming from there? `cscareer role "{said}"` says what it shows and which roles are near.'
            if reading.near_job
            else "Coming from other work? `cscareer match` asks what you can do, and names the roles near it."
        )
        raise UnknownNameError(
            f'No role goes by "{said}"; it reads as {reading.occupation.title} ({reading.occupation.code}), {what}.',
            hint=error.hint if ours else f"{newcomer} {error.hint or ''}".strip(),
        )
    raise error
