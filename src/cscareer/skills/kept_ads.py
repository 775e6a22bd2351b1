"""Which skill stands before the most of the job ads that a person keeps."""

from collections import Counter
from collections.abc import Collection, Iterable

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model

_MOST = 3


class OpeningSkill(Model):
    """A skill that so many of the kept ads require and that isn't there."""

    id: str
    name: str
    ads: int


def opening_skills(
    catalog: Catalog, ads: Iterable[Collection[str]], held: Collection[str]
) -> tuple[OpeningSkill, ...]:
    """The skills that stand before the most of the kept ads, at most three.

    Args:
        catalog: the skills.
        ads: of each ad the ids of the skills that it requires and that weren't there when it was kept.
        held: the ids of the skills that are there now.
    """
    counts = Counter(skill for ad in ads for skill in ad if skill in catalog.skills and skill not in held)
    most = sorted(counts, key=lambda skill: (-counts[skill], skill))[:_MOST]
    return tuple(OpeningSkill(id=skill, name=catalog.skills[skill].name, ads=counts[skill]) for skill in most)
