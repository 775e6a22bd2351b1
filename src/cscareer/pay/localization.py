"""Moving a published range to a place, by what its occupation earns there against the nation."""

from typing import Literal

from cscareer.catalog.models import Model, PercentileName
from cscareer.pay.money import Number, exact, share, to_step
from cscareer.pay.ranges import Range
from cscareer.pay.wages import Distribution

ROUNDED_TO = 50  # dollars a year
USUAL_FACTORS = (0.75, 1.33)  # beyond these, a local estimate deserves a second look


class MovedEnd(Model):
    """One end of a published range, moved: `published` × `local` ÷ `national` (yearly wages) gives `result`."""

    published: Number
    percentile: PercentileName
    local: Number
    national: Number
    factor: float
    result: int


class Localization(Model):
    """How a published range was moved to a place: each end × local ÷ national wage, to the nearest 50 dollars.

    By quartiles the low end moves with p25 and the high end with p75; by median both move with it, because a quartile
    is missing or the ends would come out upside down. `unusual` marks a factor outside 0.75 to 1.33.
    """

    published: Range
    method: Literal["quartiles", "median"]
    low: MovedEnd | None
    high: MovedEnd | None
    unusual: bool


def localize(
    published: Range, local: Distribution, nation: Distribution
) -> tuple[Range, Localization | None]:
    """A published national range (yearly) moved to a place; unmoved where the wages for it are missing."""
    moved = _moved_range(published, local, nation, "p25", "p75")
    method: Literal["quartiles", "median"] = "quartiles"
    if moved is None or (moved[0] and moved[1] and moved[0].result > moved[1].result):
        moved, method = _moved_range(published, local, nation, "median", "median"), "median"
    if moved is None:
        return published, None
    low, high = moved
    pay = published.model_copy(
        update={
            "low": low.result if low else None,
            "high": high.result if high else None,
            "basis": "localized",
            "area": local.area,
            "sources": (*published.sources, *local.sources),
        }
    )
    unusual = any(end and not USUAL_FACTORS[0] <= end.factor <= USUAL_FACTORS[1] for end in moved)
    return pay, Localization(published=published, method=method, low=low, high=high, unusual=unusual)


def _moved_range(
    published: Range, local: Distribution, nation: Distribution, low: PercentileName, high: PercentileName
) -> tuple[MovedEnd | None, MovedEnd | None] | None:
    """Both ends moved, null where the published range has none; null as a whole where a wage is missing."""
    known = [wages.at(percentile) for wages in (local, nation) for percentile in (low, high)]
    if not all(known):
        return None
    return _moved(published.low, local, nation, low), _moved(published.high, local, nation, high)


def _moved(
    end: Number | None, local: Distribution, nation: Distribution, percentile: PercentileName
) -> MovedEnd | None:
    """An end × local ÷ nation to the nearest 50 dollars, halves up."""
    here, everywhere = local.at(percentile), nation.at(percentile)
    if end is None or not here or not everywhere:
        return None
    return MovedEnd(
        published=end,
        percentile=percentile,
        local=here,
        national=everywhere,
        factor=share(here, everywhere),
        result=to_step(exact(end) * exact(here) / exact(everywhere), ROUNDED_TO),
    )
