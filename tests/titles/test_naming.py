"""The role that a title names where no name of the guide's own did."""

import pytest
from rows import each_row

from cscareer.catalog.loading import load_catalog
from cscareer.catalog.lookup import find
from cscareer.catalog.models import Role
from cscareer.errors import AmbiguousNameError, CareerError, UnknownNameError
from cscareer.titles.naming import role_of_title

CATALOG = load_catalog(environment={})


def role(said: str) -> Role:
    with pytest.raises(CareerError) as caught:
        find(CATALOG.roles, said, what="role", list_command="cscareer roles")
    return role_of_title(CATALOG, said, caught.value)


@each_row(
    ("said", "expected"),
    [
        ("web chat agent", "chat-and-social-care-specialist"),
        ("phone rep", "call-center-specialist"),
        ("sr csr ii", "senior-customer-service-specialist"),
        ("customer care shift supervisor", "call-center-supervisor"),
        ("client care advocate", "customer-service-specialist"),
    ],
)
def test_a_title_that_people_use_finds_its_role(said: str, expected: str) -> None:
    assert role(said).id == expected


def test_what_may_be_several_roles_is_asked_back_with_candidates() -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        role("manager")
    assert "Customer Service Manager" in caught.value.suggestions


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("custmer servce represenative", "Customer Service Specialist"),
        ("manger", "Customer Service Manager"),  # which is one of several
    ],
)
def test_a_misspelling_is_suggested_and_never_corrected(said: str, meant: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        role(said)
    assert meant in caught.value.suggestions


@pytest.mark.parametrize(
    ("said", "what"), [("welder", "not customer service"), ("night auditor", "no role of ours")]
)
def test_a_title_of_other_work_is_said_to_be_that(said: str, what: str) -> None:
    with pytest.raises(UnknownNameError, match=what):
        role(said)


def test_who_comes_from_other_work_is_told_where_to_begin() -> None:
    with pytest.raises(UnknownNameError) as caught:
        role("welder")
    assert "cscareer match" in (caught.value.hint or "")
