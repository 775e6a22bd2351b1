"""What a step changes in pay, and when that can't be told."""

from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.pay.local import PaidRole
from cscareer.pay.ranges import Area
from cscareer.pay.statistics import Statistics
from cscareer.routes.paying import Pays, WhyUnknown, pay_change

CSR = "customer-service-specialist"


def published(catalog: Catalog, **differently: object) -> PaidRole:
    pay = Pays(Statistics(catalog), None).of(catalog.roles[CSR])
    return pay.model_copy(update=differently)


@each_row(
    ("differently", "why"),
    [
        ({}, None),
        ({"basis": "calculated"}, None),  # hourly pay turned into yearly is still what was published
        ({"basis": "localized"}, WhyUnknown.MIXED),
        ({"starting": False}, WhyUnknown.MIXED),
        ({"area": Area(id="13", name="Georgia")}, WhyUnknown.AREAS),
        ({"currency": "EUR"}, WhyUnknown.CURRENCY),
        ({"high": None}, WhyUnknown.UNKNOWN),
    ],
)
def test_only_like_is_subtracted_from_like(
    catalog: Catalog, differently: dict[str, object], why: WhyUnknown | None
) -> None:
    for pair in (
        (published(catalog), published(catalog, **differently)),
        (published(catalog, **differently), published(catalog)),
    ):
        found = pay_change(*pair)
        assert (found.why_unknown, found.change is None) == (why, why is not None)
