"""The role of an ad whose title says only that one serves customers: by what the ad says of the work."""

import pytest

from cscareer.catalog.loading import load_catalog
from cscareer.documents.ads import read_ad_bytes
from cscareer.jobs.facts import FactReader
from cscareer.jobs.role_told import RoleReader

CATALOG = load_catalog(environment={})


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Member Concierge\nYou take calls in our contact center, with a headset, and watch the queue.",
            "call-center-specialist",
        ),
        (
            "chat support for shopify store, remote US\nWork live chat and the inbox, and answer comments.",
            "chat-and-social-care-specialist",
        ),
        ("Concierge, Grand Hotel\nGreet guests, book tables and carry bags.", None),
        ("Registered Nurse\nTake calls in our contact center, with a headset.", None),
    ],
)
def test_a_title_that_tells_no_role_is_read_by_the_work(text: str, role: str | None) -> None:
    ad = read_ad_bytes(text.encode(), "ad")
    found, sure = CATALOG.once(RoleReader).of(CATALOG.once(FactReader).head(ad).reading, ad)
    assert (found.id if found else None, sure) == (role, 0.6 if role else None)
