"""Where official files come from: their kind, their year, and the source they are cited as."""

import re
from dataclasses import dataclass
from pathlib import Path

from cscareer.catalog.steering import STEERING
from cscareer.catalog.wage_files import source_id

_MAY = re.compile(r"(?<![a-z])(?:M_?|may[ _-]?)(20\d\d)(?!\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Publication:
    """How a kind of file is cited; `{year}` stands for its year, `{next}` for the one after.

    `source` is the source's id where it isn't made of the kind and the year.
    """

    title: str
    publisher: str
    address: str
    date: str
    licence: str = "public domain"
    source: str | None = None


_CENSUS = Publication(
    "Gazetteer of places, counties and ZIP code areas, with the July {year} metropolitan delineation",
    "U.S. Census Bureau",
    "",
    "",
)
PUBLICATIONS = {
    "wages": Publication(
        "Occupational Employment and Wage Statistics, May {year}",
        "U.S. Bureau of Labor Statistics",
        "https://www.bls.gov/oes/",
        "{next}",
    ),
    "prices": Publication(
        "Regional Price Parities by State and Metro Area, {year}",
        "U.S. Bureau of Economic Analysis",
        "https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area",
        "",
    ),
    "cpi": Publication(
        "Consumer Price Index for All Urban Consumers (CPI-U), all items, not seasonally adjusted, to {year}",
        "U.S. Bureau of Labor Statistics",
        "https://www.bls.gov/cpi/",
        "{year}",
    ),
    "cpi-areas": Publication(
        "CPI areas matched to the areas of the wage statistics of July {year}, from BLS, OMB and Census lists",
        "cscareer",
        "",
        "{year}",
    ),
    "projections": Publication(
        "Employment Projections, the newest from {year} on",
        "U.S. Bureau of Labor Statistics",
        "https://www.bls.gov/emp/",
        "",
    ),
    "onet": Publication(
        "O*NET 29.3 Database",
        "U.S. Department of Labor, Employment and Training Administration",
        "https://www.onetcenter.org/database.html",
        "2025-05",
        "CC BY 4.0",
        "onet-29.3",
    ),
    "places": _CENSUS,
}


def year_in(path: Path, kind: str) -> int | None:
    """The year in a file's name: M2025 or M_2025 as BLS writes it, may2025, or 2023 alone; None when there is none."""
    match = _MAY.search(path.name) or (None if kind == "wages" else _YEAR.search(path.name))
    return int(match[1]) if match else None


def cells_of(kind: str, year: int) -> dict[str, str]:
    """What `releases.csv` says of the source of a kind of file and year, by its columns."""
    # Counties and ZIP codes come with the places, and O*NET's tables are of one release.
    cited_as = kind if kind in PUBLICATIONS else "onet" if kind.startswith("onet") else "places"
    publication = PUBLICATIONS[cited_as]
    said = {
        "title": publication.title,
        "publisher": publication.publisher,
        "address": publication.address,
        "date": publication.date,
    }
    cells = {column: text.format(year=year, next=year + 1) for column, text in said.items()}
    source = publication.source or source_id(cited_as, year)
    return {"source": source, **cells, "kind": kind, "year": str(year), "licence": publication.licence}


def plain_name(path: Path) -> str:
    """A file's name as a list can hold it: what steers a terminal, or is no letter at all, becomes a question mark."""
    return re.sub(f"[{STEERING}\ud800-\udfff]", "?", path.name)
