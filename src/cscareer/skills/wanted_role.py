"""A role as people are held against it: what it wants, what it pays, and what an answer cites for them."""

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Role, SkillLevel
from cscareer.pay.local import PaidRole
from cscareer.pay.ranges import as_plain_range
from cscareer.skills.fit import SkillState, Standing, Wants
from cscareer.skills.fitting import OpenSkill
from cscareer.skills.opening import HighestPay


class WantedRole:
    """A role, what it wants and what it pays, with all that an answer cites for them whoever the person is."""

    def __init__(self, catalog: Catalog, role: Role, paid: PaidRole) -> None:
        self.role = role
        self.place = (role.level.rank, role.title.casefold())
        self._catalog = catalog
        self._open: dict[tuple[str, SkillLevel | None, SkillState], OpenSkill] = {}
        self.wants = Wants(role)
        self.paid = paid
        self.pay = HighestPay(
            role=paid.role, starting=paid.starting, band=paid.band, pay=as_plain_range(paid)
        )
        self.sources = [*(source.id for source in paid.sources), *role.sources]
        self.all_sources = [
            *self.sources,
            *paid.cited,
            *catalog.occupations[role.occupation.code].sources,
        ]

    def open(self, standing: Standing) -> OpenSkill:
        """A skill wanted that isn't held as wanted, as an answer says it."""
        wanted, state = standing.wanted, standing.state
        key = wanted.skill, standing.level, state
        if key not in self._open:
            self._open[key] = OpenSkill(
                id=wanted.skill,
                name=self._catalog.skills[wanted.skill].name,
                need=wanted.need,
                wanted_level=wanted.level,
                held_level=standing.level,
                state=state,
                taught=wanted.taught,
            )
        return self._open[key]
