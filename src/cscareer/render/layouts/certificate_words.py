"""What the layouts say of certificates: one in full, and in a line the one to think of for a skill that is open."""

from collections.abc import Iterable, Iterator, Sequence

from cscareer.catalog.certificate_models import Certificate
from cscareer.render.cells import Money

CERTIFICATES = (
    "A certificate is one way to show a skill; no role here asks for one. `cscareer skill NAME` has all we know of; "
    "look at the issuer's page before you pay."
)
_LEAD = "A certificate that shows it: "


def certificate_said(each: Certificate) -> str:
    """A certificate in full: what it takes as far as a page says it, and when that was read."""
    known = [
        said
        for said in (
            _cost(each),
            _hours(each),
            each.exam_minutes and f"an exam of {each.exam_minutes} minutes",
            each.renewal and f"renewal: {each.renewal}",
            _open_to(each),
        )
        if said
    ]
    return f"{each.name} ({each.issuer}): {'; '.join(known) or 'no details found'} ({_read(each)})"


def certificate_line(certificates: Sequence[Certificate]) -> str | None:
    """The best known of a skill's certificates: hours, cost, who may sit it, and where that was read."""
    if not certificates:
        return None
    best, *others = certificates
    known = [said for said in (_hours(best), _price(best) or best.cost_note, _open_to(best)) if said]
    known = known or ["its page says neither hours nor cost"]
    where = f"{_site(best.address)}, " if best.address else ""
    more = f"; {len(others)} more" if others else ""
    return f"{_LEAD}{best.name}: {'; '.join(known)} ({where}read {best.read}){more}"


def certificate_lines(skills: Iterable[tuple[str, Sequence[Certificate]]]) -> dict[str, str]:
    """The line for each skill, by its id: what was said about a certificate at an earlier skill isn't repeated."""
    return dict(_lines(skills))


def _lines(skills: Iterable[tuple[str, Sequence[Certificate]]]) -> Iterator[tuple[str, str]]:
    told = set()
    for skill, certificates in skills:
        if not certificates:
            continue
        best = certificates[0]
        line = f"{_LEAD}{best.name}, as above" if best.id in told else certificate_line(certificates)
        told.add(best.id)
        if line:
            yield skill, line


def _cost(each: Certificate) -> str | None:
    price = _price(each)
    if price and each.cost_note:
        return f"{price} ({each.cost_note})"
    return price or (each.cost_note and f"cost: {each.cost_note}")


def _price(each: Certificate) -> str | None:
    if each.cost is None:
        return None
    return f"{Money(each.cost.amount, each.cost.currency)}{' a month' if each.cost.per == 'month' else ''}"


def _open_to(each: Certificate) -> str | None:
    return each.eligibility and f"open to {each.eligibility}"


def _hours(each: Certificate) -> str | None:
    hours = each.study_hours
    if hours is None:
        return None
    return f"{hours.low if hours.low == hours.high else f'{hours.low}–{hours.high}'} hours to study"


def _read(each: Certificate) -> str:
    return f"read {each.read}" + ("" if each.confidence == "high" else ", check with the issuer")


def _site(address: str) -> str:
    return address.split("/")[2].removeprefix("www.")
