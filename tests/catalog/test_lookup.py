"""Names are forgiving of form; what is meant is never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from cscareer.catalog.loading import Catalog
from cscareer.catalog.lookup import find, names_of, plain, suggest
from cscareer.catalog.models import Role
from cscareer.errors import AmbiguousNameError, UnknownNameError


def role(catalog: Catalog, name: str) -> Role:
    return find(catalog.roles, name, what="role", list_command="cscareer roles").entry


@each_row(
    ("name", "found"),
    [
        ("Customer Service Specialist", "customer-service-specialist"),
        ("customer-service-specialist", "customer-service-specialist"),
        ("CUSTOMER   service_specialist", "customer-service-specialist"),
        ("  customer service specialist ", "customer-service-specialist"),
        ("csr", "customer-service-specialist"),
        ("customer service representative", "customer-service-specialist"),
        ("Call-Center Agent", "call-center-specialist"),
        ("desktop support specialist", "technical-support-specialist"),
        ("customer success man", "customer-success-manager"),
        ("dir", "director-of-customer-experience"),
    ],
)
def test_a_title_id_or_alias_is_found_in_any_form(catalog: Catalog, name: str, found: str) -> None:
    assert role(catalog, name).id == found


def test_only_a_beginning_is_marked_as_completed(catalog: Catalog) -> None:
    def completed(name: str) -> bool:
        return find(catalog.roles, name, what="role", list_command="").completed

    assert completed("customer service man")
    assert not completed("customer service manager")
    assert not completed("csr")


def test_every_name_leads_to_its_entry_or_to_all_that_share_it(catalog: Catalog) -> None:
    for entries in (catalog.roles, catalog.skills, catalog.industries):
        for key, entry in entries.items():
            for name in (entry.display, entry.id, *entry.aliases):
                assert find(entries, name, what="entry", list_command="").entry.id == key
            for name in entry.ambiguous:
                sharing = [other.display for other in entries.values() if name in other.ambiguous]
                assert len(sharing) > 1, name
                with pytest.raises(AmbiguousNameError) as caught:
                    find(entries, name, what="entry", list_command="")
                assert set(sharing) <= set(caught.value.suggestions)


def test_csm_is_two_roles(catalog: Catalog) -> None:
    with pytest.raises(
        AmbiguousNameError, match="Customer Service Manager, Customer Success Manager"
    ) as caught:
        role(catalog, "CSM")
    assert caught.value.suggestions == ("Customer Service Manager", "Customer Success Manager")


def test_a_beginning_of_several_names_is_ambiguous(catalog: Catalog) -> None:
    with pytest.raises(AmbiguousNameError, match='"customer" could be any of'):
        role(catalog, "customer")


@each_row(
    ("name", "likeliest"),
    [
        ("custmer service specalist", "Customer Service Specialist"),
        ("acount manager", "Account Manager"),
        ("manager customer service", "Customer Service Manager"),
        ("directr of customer experience", "Director of Customer Experience"),
        ("supervisr", "Call Center Supervisor"),
        ("teamlead", "Customer Service Team Lead"),
        ("help dsk", "Help Desk Technician"),
    ],
)
def test_a_misspelling_is_suggested_and_never_corrected(catalog: Catalog, name: str, likeliest: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        role(catalog, name)
    assert likeliest in caught.value.suggestions


def test_nonsense_gets_no_suggestion_but_the_way_to_the_list(catalog: Catalog) -> None:
    with pytest.raises(UnknownNameError) as caught:
        role(catalog, "zzqxw")
    assert caught.value.suggestions == ()
    assert caught.value.hint is not None
    assert "cscareer roles" in caught.value.hint


@each_row("name", ["two", "three", "four", "jugling", "barista", "baking", "cooking", "driving"])
def test_what_only_shares_letters_is_not_suggested(catalog: Catalog, name: str) -> None:
    for entries in (catalog.roles, catalog.skills):
        with pytest.raises(UnknownNameError) as caught:
            find(entries, name, what="entry", list_command="")
        assert caught.value.suggestions == ()


@pytest.mark.parametrize("name", ["", "   "])
def test_an_empty_name_is_no_name(catalog: Catalog, name: str) -> None:
    with pytest.raises(UnknownNameError, match="empty"):
        role(catalog, name)


@given(st.text(max_size=30))
def test_any_text_is_found_or_refused_and_nothing_else(catalog: Catalog, name: str) -> None:
    try:
        found = role(catalog, name)
    except (UnknownNameError, AmbiguousNameError):
        return
    assert any(plain(known).startswith(plain(name)) for known in names_of(found))


@given(st.text())
def test_the_plain_form_of_a_plain_form_is_itself(name: str) -> None:
    assert plain(plain(name)) == plain(name)


def test_misspelt_words_are_told_from_other_words() -> None:
    assert suggest("seniour", ["senior", "lead"], whole=True) == ("senior",)
    assert suggest("stakeholder-management", ["time-management"], whole=True) == ()
