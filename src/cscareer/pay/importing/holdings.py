"""What a `wages/` folder holds, as lines, while an import adds to it."""

import csv
import re
from collections.abc import Iterator

from cscareer.catalog.layers import built_in_path
from cscareer.catalog.wage_files import (
    AREAS,
    CODES,
    COLUMNS,
    COUNTIES,
    INDUSTRIES,
    MEDIANS,
    PLACES,
    RELATED,
    RELEASES,
    TREND,
    ZIPS,
    folder_of,
    medians_together,
)
from cscareer.pay.importing.areas import KnownArea, county_lines, known_areas, merged
from cscareer.pay.importing.folder import WageFolder, read_lines
from cscareer.pay.importing.places import County, PlaceLines, known_counties, place_lines, zip_lines
from cscareer.pay.importing.rows import quoted
from cscareer.pay.importing.tables import FORMS, Tables, table_lines
from cscareer.pay.importing.wage_lines import WageLines, industry_entries, industry_lines, trend_key


class Holdings:
    """The lines that are there and those read; what the files read don't say of an area, the built-in data may."""

    def __init__(self, folder: WageFolder, retrieved: str = "") -> None:
        self._retrieved = retrieved
        below = folder_of(built_in_path())
        self.wages = WageLines(
            lambda code: {line.split(",", 1)[0]: line for line in folder.lines(f"{code}.csv")},
            industries=dict(industry_entries(folder.rows(INDUSTRIES))),
            trend={trend_key(line): line for line in folder.lines(TREND)},
            medians={(row[0], row[1]): (int(row[2]), ",".join(row)) for row in folder.rows(MEDIANS)},
        )
        self._there = known_areas(folder.rows(AREAS))
        self._below = known_areas(csv.reader(read_lines(below, AREAS)))
        self.places = PlaceLines(
            prices={area.id: (area.rpp, int(area.rpp_year)) for area in self._there.values() if area.rpp}
        )
        # One that is read again is replaced line by line: an older month or vintage stays.
        self.tables: Tables = {
            form.file: {tuple(cells[: form.key]): cells for cells in folder.rows(form.file)}
            for form in FORMS.values()
        }
        self._counties = known_counties(folder.rows(COUNTIES))
        self._counties_below = known_counties(csv.reader(read_lines(below, COUNTIES)))
        width = len(COLUMNS[RELEASES])
        releases = [(row + [""] * width)[:width] for row in folder.rows(RELEASES)]  # some are written by hand
        self._releases = {(row[0], row[1], row[8]): row for row in releases}

    def newest(self, kind: str) -> int:
        """The newest year read of a kind of file; 0 when none was."""
        years = (row[2] for row in self._releases.values() if row[1] == kind)
        return max((int(year) for year in years if re.fullmatch("[0-9]{4}", year)), default=0)

    def note(self, cells: dict[str, str]) -> None:
        """Writes down where a file that was read comes from; cells by the columns of `releases.csv`."""
        row = [({"retrieved": self._retrieved} | cells)[column] for column in COLUMNS[RELEASES]]
        self._releases[row[0], row[1], row[8]] = row

    def areas(self) -> dict[str, KnownArea]:
        """All areas, the nation first."""
        counties = self._known_counties()
        return merged(self._there, self._below, self.wages.areas, self.places.prices, counties)

    def _known_counties(self) -> dict[str, County]:
        return self.places.counties or self._counties or self._counties_below

    def files(self) -> dict[str, list[str]]:
        """The files to write, each with its lines; one that would be empty is left out."""
        return {name: lines for name, lines in self._files() if lines}

    def _medians(self) -> list[str]:
        """The medians of occupations that O*NET relates to others; those that are held whole need none."""
        codes = {cells[0]: cells[1] for cells in self.tables[CODES].values()}
        related = {cells[2][:7] for cells in self.tables[RELATED].values()}
        wanted = {codes.get(code, code) for code in related}
        return medians_together(
            line
            for (code, _), (_, line) in sorted(self.wages.medians.items())
            if code in wanted and code not in self.wages.occupations
        )

    def _files(self) -> Iterator[tuple[str, list[str]]]:
        for code, lines in self.wages.occupations.items():
            yield (
                f"{code}.csv",
                [lines[area] for area in sorted(lines, key=lambda area: (area != "99", len(area), area))],
            )
        areas = self.areas()
        yield AREAS, [area.line for area in areas.values()]
        yield INDUSTRIES, list(industry_lines(line for _, (_, line) in sorted(self.wages.industries.items())))
        yield TREND, [line for _, line in sorted(self.wages.trend.items())]
        yield COUNTIES, county_lines(self.places.counties or self._counties, areas)
        yield PLACES, place_lines(self.places, self._known_counties())
        yield ZIPS, zip_lines(self.places)
        yield from ((file, table_lines(file, lines)) for file, lines in self.tables.items())
        yield MEDIANS, self._medians()
        yield RELEASES, [",".join(map(quoted, row)) for _, row in sorted(self._releases.items())]
