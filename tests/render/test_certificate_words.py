"""What is said of certificates beside a skill."""

from cscareer.catalog.loading import Catalog
from cscareer.render.layouts.certificate_words import certificate_line, certificate_lines, certificate_said
from cscareer.skills.certificates import certificates_for


def test_a_line_says_hours_cost_who_may_sit_it_and_where_that_was_read(catalog: Catalog) -> None:
    assert certificate_line(certificates_for(catalog, "process-improvement")) == (
        "A certificate that shows it: ITIL 4 Foundation: 15–45 hours to study; "
        "about 350 to 400 dollars; sources differ; open to anyone "
        "(globalexamatlas.com, read 2026-11-26); 2 more"
    )
    assert certificate_line(certificates_for(catalog, "crm-software")) == (
        "A certificate that shows it: Salesforce Certified Platform Administrator: "
        "$200; open to anyone; 6 months of experience advised "
        "(certifyforce.com, read 2026-11-26); 2 more"
    )


def test_a_line_says_that_a_page_says_nothing_and_leaves_out_an_address_there_is_none_of(
    catalog: Catalog,
) -> None:
    assert certificate_line([catalog.certificates["zendesk-support-administrator"]]) == (
        "A certificate that shows it: Zendesk Support Administrator: its page says neither hours nor cost "
        "(read 2026-11-26)"
    )


def test_a_price_by_the_month_says_so_and_equal_hours_are_one_figure(catalog: Catalog) -> None:
    line = certificate_line([catalog.certificates["google-it-support"]]) or ""
    assert "240 hours to study; $49 a month; open to anyone, no experience needed" in line


def test_a_skill_without_a_certificate_has_no_line() -> None:
    assert certificate_line(()) is None
    assert certificate_lines([("empathy", ())]) == {}


def test_what_is_told_of_a_certificate_is_told_once(catalog: Catalog) -> None:
    team_lead = (catalog.certificates["hdi-sctl"],)
    lines = certificate_lines([("team-leadership", team_lead), ("coaching", team_lead)])
    assert lines["team-leadership"] == certificate_line(team_lead)
    assert lines["coaching"] == "A certificate that shows it: HDI Support Center Team Lead, as above"


def test_in_full_each_thing_is_named_for_what_it_is(catalog: Catalog) -> None:
    assert certificate_said(catalog.certificates["google-it-support"]) == (
        "Google IT Support Professional Certificate (Google, on Coursera): $49 a month (by subscription); "
        "240 hours to study; renewal: none stated; open to anyone, no experience needed "
        "(read 2026-11-26, check with the issuer)"
    )
