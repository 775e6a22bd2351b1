"""The role of the guide that an ad is for: by its title, and where that says only that one serves customers, by its text."""

import re

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Role
from cscareer.jobs.ad import Ad
from cscareer.jobs.word_lists import any_of
from cscareer.titles.reading import TitleReading

_WORK_OF = "work-of-"  # a list of words is called so, and by the id of its role


class RoleReader:
    """Knows roles by titles, and by what ads say of the work; what it needs of the catalog is made ready once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        lists = catalog.posting_lists.values()
        self._works = {
            catalog.roles[role]: re.compile(any_of(each.words), re.IGNORECASE)
            for each in lists
            if each.id.startswith(_WORK_OF) and (role := each.id.removeprefix(_WORK_OF)) in catalog.roles
        }
        measures = catalog.posting_measures
        self._least, self._sure = measures["work-told"].value, measures["work-told-sure"].value

    def of(self, reading: TitleReading | None, ad: Ad) -> tuple[Role | None, float | None]:
        """The role and how sure it is, from 0 to 1; none where neither title nor text tells one of ours."""
        if reading is None:
            return None, None
        if reading.role:
            return self._catalog.roles[reading.role], reading.confidence
        if reading.kind == "several" and reading.candidates:
            return self._catalog.roles[reading.candidates[0].role], reading.confidence
        if reading.kind != "customer-service":
            return None, None
        told = [(self._words_of(pattern, ad), role) for role, pattern in self._works.items()]
        most, role = max(told, key=lambda each: each[0], default=(0, None))
        return (role, self._sure) if most >= self._least else (None, None)

    @staticmethod
    def _words_of(pattern: re.Pattern[str], ad: Ad) -> int:
        """How many different words of a work an ad says."""
        return len({match[0].lower() for line in ad.said for match in pattern.finditer(line.text)})
