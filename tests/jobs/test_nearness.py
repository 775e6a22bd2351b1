"""Whether a job is where a person lives."""

from rows import each_row

from cscareer import find_location
from cscareer.catalog.loading import Catalog
from cscareer.jobs.nearness import Nearness, nearness


@each_row(
    ("places", "home", "way", "wanted"),
    [
        (["Tulsa, OK"], "Tulsa, OK", "on-site", Nearness.HERE),
        (["Oklahoma"], "Tulsa, OK", "remote", Nearness.HERE),
        (["United States"], "Tulsa, OK", None, Nearness.HERE),
        (["Chattanooga, TN"], "Tulsa, OK", "on-site", Nearness.ELSEWHERE),
        (["Chattanooga, TN"], "Tulsa, OK", None, Nearness.ELSEWHERE),
        (["Chattanooga, TN", "Tulsa, OK"], "Tulsa, OK", "hybrid", Nearness.HERE),
        (["Arizona", "Utah"], "Tulsa, OK", "remote", Nearness.ELSEWHERE),
        (["Chattanooga, TN"], "Tulsa, OK", "remote", Nearness.NOT_KNOWN),  # may be the employer's own
        (["Akron, OH"], "Ohio", "on-site", Nearness.NOT_KNOWN),
        (["Tulsa, OK"], "Ohio", "on-site", Nearness.ELSEWHERE),
        ([], "Tulsa, OK", "on-site", Nearness.NOT_KNOWN),
        (["Akron, OH"], None, "on-site", Nearness.NOT_KNOWN),
    ],
)
def test_a_job_is_here_elsewhere_or_not_known(
    catalog: Catalog, places: list[str], home: str | None, way: str | None, wanted: Nearness
) -> None:
    found = [find_location(catalog, place) for place in places]
    assert nearness(found, find_location(catalog, home) if home else None, way) is wanted
