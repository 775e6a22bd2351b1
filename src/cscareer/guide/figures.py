"""Figures that the guide's texts leave to the data: what each says in words, and where it comes from."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Role
from cscareer.catalog.placeholders import FIGURES, fill
from cscareer.pay.money import Number, Period
from cscareer.pay.projections import JobProjection, Projections
from cscareer.pay.ranges import NATION, newest_salary
from cscareer.pay.statistics import Statistics, median_of
from cscareer.pay.trend import OccupationTrend, occupation_trend
from cscareer.pay.wages import WageRow, distribution, national_row

UNKNOWN = "(not in our data yet)"


class Said(NamedTuple):
    """A figure in words, and the sources it comes from."""

    words: str
    sources: tuple[str, ...]


class Filled(NamedTuple):
    """A text with its figures, every source of text and figures, and whether all figures are known."""

    text: str
    sources: tuple[str, ...]
    complete: bool


class FiguresInWords:
    """Says figures of a catalog in words; a figure that isn't known is null."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.trend = cache(self._trend)
        self.projections = Projections(catalog)
        self._row = cache(self._national_row)

    def fill(self, text: str, sources: tuple[str, ...], role: Role | None = None) -> Filled:
        """A text with its figures said; those that say not what they are of are the role's or its occupation's."""
        cited, complete = list(sources), True

        def said(kind: str, of: str | None) -> str:
            nonlocal complete
            found = self.said(kind, of or _own(kind, role))
            if found is None:
                complete = False
                return UNKNOWN
            cited.extend(found.sources)
            return found.words

        filled = fill(text, said)
        return Filled(filled, tuple(dict.fromkeys(cited)), complete)

    def said(self, kind: str, of: str | None) -> Said | None:
        """One figure in words, null where it isn't known."""
        return _SAYING[kind](self, of) if of else None

    def _trend(self, code: str) -> OccupationTrend:
        return occupation_trend(self.catalog, code)

    def _national_row(self, code: str) -> WageRow | None:
        return national_row(self.catalog.once(Statistics).wages, code)

    def pay(self, role_id: str) -> Said | None:
        """The newest published national range of a role."""
        salary = newest_salary(self.catalog, role_id)
        if salary is None or salary.low is None or salary.high is None:
            return None
        low, high = (_money(end, salary.currency, salary.per) for end in (salary.low, salary.high))
        return Said(f"{low} – {high} {_per(salary.per)}", salary.sources)

    def demand_year(self, role_id: str) -> Said | None:
        """The year in which a source counted a role among the most wanted."""
        wanted = self.catalog.roles[role_id].in_demand
        return Said(str(wanted.year), wanted.sources) if wanted else None

    def starting_words(self, role_id: str) -> Said | None:
        """What a source says of a role's starting pay in words only."""
        spoken = (each for each in self.catalog.statements.values() if role_id in each.roles)
        return next((Said(each.words, each.sources) for each in spoken), None)

    def next_roles(self, role_id: str) -> Said | None:
        """How many roles a role leads to."""
        role = self.catalog.roles[role_id]
        count = len(role.next_roles)
        return Said(f"{count} role{'' if count == 1 else 's'}", ()) if count else None

    def effect(self, factor_id: str) -> Said | None:
        """What something does to pay."""
        factor = self.catalog.pay_factors[factor_id]
        return Said(factor.effect, factor.sources)

    def projected(self, code: str, say: Callable[[JobProjection], str | None]) -> Said | None:
        """Something of an occupation's newest projection that states it."""
        told = ((say(projection), projection) for projection in self.projections.of(code))
        return next((Said(words, projection.sources) for words, projection in told if words), None)

    def openings(self, code: str) -> Said | None:
        """The openings a year of the projection that counts jobs, as the rest of an outlook; else of the newest that has any."""
        return self.jobs(code, _openings) or self.projected(code, _openings)

    def jobs(self, code: str, say: Callable[[JobProjection], str | None]) -> Said | None:
        """Something of the newest projection that counts jobs, so that jobs and years are of one vintage."""
        return self.projected(
            code,
            lambda each: say(each) if each.jobs is not None and each.projected_jobs is not None else None,
        )

    def exposure(self, code: str) -> Said | None:
        """An occupation's AI exposure index."""
        exposure = self.catalog.exposures.get(code)
        return Said(f"{exposure.index:g}", exposure.sources) if exposure else None

    def median(self, code: str, per: Period) -> Said | None:
        """The national median wage of an occupation."""
        row = self._row(code)
        amount = median_of(distribution(row, NATION, per)) if row else None
        if amount is None:
            return None
        words = f"{_money(amount.amount, amount.currency, per)} {_per(per)}"
        return Said(words, tuple(source.id for source in amount.sources))

    def survey(self, code: str) -> Said | None:
        """The month of the newest wage survey."""
        row = self._row(code)
        return Said(f"May {row.year}", ()) if row else None

    def changed(self, code: str, say: Callable[[OccupationTrend], float | int | None]) -> Said | None:
        """Something of an occupation's trend in percent a year."""
        trend = self.trend(code)
        change = say(trend)
        ends = [year for year in trend.years if year.year in {trend.since, trend.years[-1].year}]
        cited = dict.fromkeys(
            source.id
            for year in ends
            for pay in (year.median, year.real_median if change == trend.real_change else None)
            if pay
            for source in pay.sources
        )
        return None if change is None else Said(f"{change:+.1f}%", tuple(cited))

    def since(self, code: str) -> Said | None:
        """The first May that can be compared with the newest."""
        since = self.trend(code).since
        return None if since is None else Said(f"May {since}", ())

    def people(self, code: str) -> Said | None:
        """How many people the newest wage survey counted in an occupation."""
        years = self.trend(code).years
        counted = years[-1].employment if years else None
        cited = [source.id for source in years[-1].median.sources] if years and years[-1].median else ()
        return None if counted is None else Said(f"{counted:,}", tuple(cited))


def _counted(number: int | None) -> str | None:
    return None if number is None else f"{number:,}"


def _openings(projection: JobProjection) -> str | None:
    return _counted(projection.openings_a_year)


def _share(percent: float | None) -> str | None:
    return None if percent is None else f"{percent:g}%"


def _percent(projection: JobProjection) -> str | None:
    return None if projection.jobs_change is None else f"{projection.jobs_change:+.1f}%"


def _lower(words: str | None) -> str | None:
    """Words of a table's cell as they stand in a sentence; "None" says that nothing is asked."""
    return None if words in {None, "None"} else f"{words[0].lower()}{words[1:]}"


def _own(kind: str, role: Role | None) -> str | None:
    if role is None:
        return None
    return {"roles": role.id, "occupations": role.occupation.code}.get(FIGURES[kind])


def _money(amount: Number, currency: str, per: Period) -> str:
    figure = f"{amount:,.2f}" if per == "hour" else f"{amount:,}"
    return f"${figure}" if currency == "USD" else f"{currency} {figure}"


def _per(period: Period) -> str:
    return "an hour" if period == "hour" else "a year"


_SAYING: dict[str, Callable[[FiguresInWords, str], Said | None]] = {
    "pay": FiguresInWords.pay,
    "demand-year": FiguresInWords.demand_year,
    "starting-words": FiguresInWords.starting_words,
    "next-roles": FiguresInWords.next_roles,
    "effect": FiguresInWords.effect,
    "jobs": lambda figures, code: figures.jobs(code, lambda each: _counted(each.jobs)),
    "projected-jobs": lambda figures, code: figures.jobs(code, lambda each: _counted(each.projected_jobs)),
    "jobs-change": lambda figures, code: figures.jobs(code, _percent),
    "openings": FiguresInWords.openings,
    "base-year": lambda figures, code: figures.jobs(code, lambda each: str(each.base_year)),
    "target-year": lambda figures, code: figures.jobs(code, lambda each: str(each.target_year)),
    "leave-work": lambda figures, code: figures.projected(code, lambda each: _share(each.leave_work_rate)),
    "change-work": lambda figures, code: figures.projected(code, lambda each: _share(each.change_work_rate)),
    "education": lambda figures, code: figures.projected(code, lambda each: _lower(each.entry_education)),
    "training": lambda figures, code: figures.projected(code, lambda each: _lower(each.training)),
    "exposure": FiguresInWords.exposure,
    "median": lambda figures, code: figures.median(code, "year"),
    "hourly-median": lambda figures, code: figures.median(code, "hour"),
    "median-change": lambda figures, code: figures.changed(code, lambda each: each.median_change_a_year),
    "real-change": lambda figures, code: figures.changed(code, lambda each: each.real_change),
    "people": FiguresInWords.people,
    "people-change": lambda figures, code: figures.changed(code, lambda each: each.employment_change_a_year),
    "survey": FiguresInWords.survey,
    "since": FiguresInWords.since,
}
KINDS = frozenset(_SAYING)
