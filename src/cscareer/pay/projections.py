"""Official projections of an occupation's jobs, nationally: each vintage by itself, never mixed with another."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.catalog.wage_files import COLUMNS, PROJECTIONS, source_id
from cscareer.pay.statistics import Statistics

_EVEN = 0.5  # percent in all the years of a projection, below which there are about as many jobs


class JobProjection(Model):
    """A projection from `base_year` to `target_year`; null is what the source doesn't state for that vintage.

    `jobs_change` is in percent. Openings a year come from growth and from people who leave: `leave_work` leave the
    labor force each year and `change_work` move to another occupation (people, and percent of those employed).
    `ai_exposure` is BLS's own category, a summary of five measures and no forecast of jobs lost.
    """

    base_year: int
    target_year: int
    jobs: int | None
    projected_jobs: int | None
    jobs_change: float | None
    openings_a_year: int | None
    leave_work: int | None
    change_work: int | None
    leave_work_rate: float | None
    change_work_rate: float | None
    openings_reason: str | None
    entry_education: str | None
    experience: str | None
    training: str | None
    ai_exposure: str | None
    sources: tuple[str, ...]

    @property
    def about_as_many(self) -> bool:
        """Whether jobs change so little in these years that they neither grow nor shrink."""
        return self.jobs_change is not None and abs(self.jobs_change) < _EVEN


def counting_jobs(known: Iterable[JobProjection]) -> JobProjection | None:
    """The first of these projections that counts jobs."""
    return next((each for each in known if each.jobs is not None), None)


class Projections:
    """Reads projections from the folders of official statistics, lowest layer first, and what outlook.yaml adds."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        statistics = catalog.once(Statistics)
        self._table, self._folders = statistics.table, statistics.folders
        self.of = cache(self._of)

    def _of(self, code: str) -> tuple[JobProjection, ...]:
        """The projections of an occupation, the newest first; an own one of outlook.yaml before the published ones."""
        published: dict[int, JobProjection] = {}
        for folder in self._folders:
            for found in self._table(folder / PROJECTIONS).rows_of(code, _projection):
                published[found.base_year] = found
        own = self._catalog.projections.get(code)
        if own:
            mine = {name: getattr(own, name) for name in JobProjection.model_fields if hasattr(own, name)}
            nothing = dict.fromkeys(JobProjection.model_fields)
            published[own.base_year] = JobProjection(
                **{**nothing, **mine, "jobs_change": _change(own.jobs, own.projected_jobs)}
            )
        return tuple(published[year] for year in sorted(published, reverse=True))


def _projection(row: Sequence[str]) -> JobProjection:
    cells = dict(zip(COLUMNS[PROJECTIONS], row, strict=True))
    begin, end = cells["vintage"].split("-")
    return JobProjection(
        base_year=int(begin),
        target_year=int(begin[:2] + end),
        jobs=_thousands(cells["jobs"]),
        projected_jobs=_thousands(cells["jobs_then"]),
        jobs_change=_figure(cells["change"]),
        openings_a_year=_thousands(cells["openings"]),
        leave_work=_thousands(cells["leave_work"]),
        change_work=_thousands(cells["change_work"]),
        leave_work_rate=_figure(cells["leave_work_rate"]),
        change_work_rate=_figure(cells["change_work_rate"]),
        openings_reason=None,
        entry_education=cells["education"] or None,
        experience=cells["experience"] or None,
        training=cells["training"] or None,
        ai_exposure=cells["exposure"] or None,
        sources=(source_id("projections", int(begin)),),
    )


def _thousands(cell: str) -> int | None:
    """People or jobs of a figure in thousands."""
    return int(Decimal(cell) * 1000) if cell else None


def _figure(cell: str) -> float | None:
    return float(cell) if cell else None


def _change(jobs: int | None, then: int | None) -> float | None:
    """The change of jobs in percent, to one digit."""
    if not jobs or then is None:
        return None
    return float(((Decimal(then) / jobs - 1) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP))
