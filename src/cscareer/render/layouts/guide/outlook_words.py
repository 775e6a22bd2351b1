"""What the layouts of an outlook share: how jobs to come and readings are said."""

from cscareer.catalog.guide_models import Reading
from cscareer.pay.projections import JobProjection
from cscareer.render.cells import Percent

NOT_YET = "not in our data yet"
NO_READING = "no reading yet"
READINGS = {
    Reading.SPEEDS_UP: "AI speeds it up",
    Reading.BOTH: "a bit of both",
    Reading.STAYS_HUMAN: "stays human",
}


def jobs_said(found: JobProjection) -> str:
    """The jobs there are and those projected, with the change."""
    change = "" if found.jobs_change is None else f"{Percent(found.jobs_change, signed=True, digits=1)}"
    if found.jobs is None or found.projected_jobs is None:
        return f"{change} jobs" if change else NOT_YET
    return f"{found.jobs:,} jobs to {found.projected_jobs:,}" + (f" ({change})" if change else "")
