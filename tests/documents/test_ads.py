"""Reading job ads from files of every kind, and what is no ad."""

import json
import re
from pathlib import Path

import pytest
from made_files import docx, pdf
from rows import each_row

from cscareer.documents.ads import MOST_LETTERS, of_record, read_ad_bytes, read_ad_file
from cscareer.documents.json_lines import BadLineError, object_of
from cscareer.documents.web_page import flattened
from cscareer.errors import InvalidDataError, UnreadableError
from cscareer.jobs.ad import Ad

PAGE = """<!DOCTYPE html><html><head><title>Agent | Acme</title><style>p{color:red}</style>
<script>var pay = "$99/hr";</script></head><body><nav><a>Home</a></nav><h1>Call Center Agent</h1>
<p>Austin, <b>TX</b> &ndash; on&nbsp;site<br>Pay: $18 an hour</p><ul><li>HS diploma<li>One year</ul>
<table><tr><th>Shift</th><td>Evenings</td></tr></table></body></html>"""


def texts(ad: Ad) -> list[str]:
    return [line.text for line in ad.said]


def test_a_web_page_is_read_as_it_is_seen() -> None:
    ad = read_ad_bytes(PAGE.encode(), "ad.html")
    assert ad.kind == "web-page"
    assert texts(ad) == [
        "Agent | Acme", "## Call Center Agent", "Austin, TX – on site", "Pay: $18 an hour", "- HS diploma", "- One year", "Shift: Evenings",
    ]  # fmt: skip


def test_what_stands_around_the_main_part_of_a_page_is_no_part_of_the_ad() -> None:
    page = "<body><main><h1>Agent</h1><p>Pay: $18 an hour</p><footer>Apply by May</footer></main><footer>Similar jobs: $99 an hour</footer></body>"
    assert texts(read_ad_bytes(page.encode(), "ad.html")) == ["## Agent", "Pay: $18 an hour", "Apply by May"]
    alone = page.replace("<main>", "<div>").replace("</main>", "</div>")
    assert "Similar jobs: $99 an hour" in texts(read_ad_bytes(alone.encode(), "ad.html"))


def test_orders_to_a_terminal_go_as_a_whole() -> None:
    ad = read_ad_bytes(
        b"\x1b[1;31mCall Center\x1b[0m \x1b]0;gone\x07Agent\nPay: $18 an hour \x1b\n", "ad.txt"
    )
    assert texts(ad) == ["Call Center Agent", "Pay: $18 an hour"]


def test_broken_html_is_read_all_the_same() -> None:
    ad = read_ad_bytes(
        b"<html><body><h1>Agent<p>Austin, TX<ul><li>$18 an hour<div><script>if(a<b)</body>", "ad.html"
    )
    assert texts(ad) == ["## Agent", "Austin, TX", "- $18 an hour"]


@pytest.mark.slow
def test_megabytes_of_html_are_read_as_far_as_an_ad_may_go() -> None:
    ad = read_ad_bytes(
        (PAGE.replace("</body>", "<p>filler <b>text</b> &amp; more</p>" * 60_000)).encode(), "ad.html"
    )
    assert texts(ad)[1] == "## Call Center Agent"
    assert sum(len(line.text) for line in ad.lines) <= MOST_LETTERS
    assert ad.notes == (f"Only its first {MOST_LETTERS:,} letters were read.",)


def test_of_lines_without_end_the_first_are_read_and_that_is_said() -> None:
    ad = read_ad_bytes(b"40\n" * 20_001, "ad.txt")
    assert len(ad.lines) == 20_000
    assert ad.notes == ("Only its first 20,000 lines were read.",)


def posting(**more: object) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Agent",
        "description": "<p>Answer calls.</p><p>$18 an hour</p>",
        "hiringOrganization": {"@type": "Organization", "name": "Acme"},
        "jobLocation": {"address": {"addressLocality": "Austin", "addressRegion": "TX"}},
        "baseSalary": {"currency": "USD", "value": {"minValue": 18, "maxValue": 20.5, "unitText": "HOUR"}},
        "employmentType": "FULL_TIME",
        "datePosted": "2026-11-01T00:00",
        **more,
    }


@pytest.mark.parametrize("wrapped", [posting(), [posting()], {"@graph": [{"@type": "WebPage"}, posting()]}])
def test_a_job_posting_is_found_as_json_and_inside_a_page(wrapped: object) -> None:
    whole = json.dumps(wrapped)
    page = f'<html><head><script type="application/ld+json">{whole}</script></head><body>menu</body></html>'
    for ad in (read_ad_bytes(whole.encode(), "ad.json"), read_ad_bytes(page.encode(), "ad.html")):
        assert texts(ad) == ["Answer calls.", "$18 an hour"]
        fields = ad.fields
        assert (fields.title, fields.company, fields.places) == ("Agent", "Acme", ("Austin, TX",))
        (pay,) = fields.pay
        assert (str(pay.low), str(pay.high), pay.per) == ("18", "20.5", "hour")
        assert (fields.employment, fields.posted) == (("FULL_TIME",), "2026-11-01")


def test_broken_json_ld_is_told_and_the_page_read() -> None:
    page = '<html><head><script type="application/ld+json">{"@type":"JobPosting",}</script></head><body><h1>Agent</h1></body></html>'
    ad = read_ad_bytes(page.encode(), "ad.html")
    assert texts(ad) == ["## Agent"]
    assert ad.notes == ("Its JSON-LD is broken, so only its text was read.",)


def test_the_record_of_a_job_board_is_read() -> None:
    record = {
        "title": "Agent", "company": "Acme", "location": "Austin, TX", "pay_min": 60000.0, "pay_max": 65000.0,
        "pay_period": "YEARLY", "remote_allowed": 1.0, "listed_time_ms": 1712859730000.0, "job_id": 7, "description": "Answer calls.",
    }  # fmt: skip
    fields = of_record(record, "ad").fields
    assert (str(fields.pay[0].low), fields.pay[0].per, fields.remote, fields.posted, fields.id) == (
        "60000",
        "year",
        True,
        "2024-04-11",
        "7",
    )


def test_several_ads_in_one_file_are_counted_and_the_first_read() -> None:
    ad = read_ad_bytes(json.dumps([posting(), posting(title="Lead")]).encode(), "ads.json")
    assert (ad.fields.title, ad.others) == ("Agent", 1)


def test_a_mail_is_read_with_its_subject(tmp_path: Path) -> None:
    mail = "From: a@example.com\nSubject: =?utf-8?q?Team_Lead_=E2=80=93_Austin?=\nContent-Type: text/plain; charset=windows-1252\n\nPay: $52K \x96 $58K\n"
    path = tmp_path / "job.eml"
    path.write_bytes(mail.encode("latin-1"))
    assert texts(read_ad_file(path)) == ["Team Lead – Austin", "Pay: $52K – $58K"]


@pytest.mark.parametrize(
    "header", ["Subject: " + "=?utf-8?q?=61?= " * 20_000, "Content-Type: text/plain; " + "a*0*=x;" * 8_000]
)
def test_a_header_without_end_costs_no_more_than_its_beginning(header: str) -> None:
    ad = read_ad_bytes(f"From: a@b.example\n{header}\nX-A: b\n\nCall center agent".encode(), "a.eml")
    assert texts(ad)[-1] == "Call center agent"
    assert max(map(len, texts(ad))) <= 1_000


def test_elements_and_attributes_without_end_cost_no_square_of_their_number() -> None:
    """What nests too deep is left out, and what a real page holds is left as it is."""
    deep = "<div>" * 60_000 + "Call center agent"
    long = "<p " + " ".join(f"a{number}" for number in range(40_000)) + ">Call center agent</p>"
    asides = "<main>Call center agent</main>" + "<aside>" * 4_000
    for page in (deep, long, asides):
        assert "Call center agent" in texts(read_ad_bytes(page.encode(), "a.html"))[-1]
    plain = (
        "<svg><title>a</title>" + "<path d='M0/>'/>" * 700 + "</svg><script>if(a<b){c<d}</script>" * 800
        + "<!-- <div> -->" * 900 + "<ul>" + "<li>x" * 900 + "</ul>" + "<div><br></div>" * 900
    )  # fmt: skip
    assert flattened(plain) == plain


def test_windows_1252_is_read_and_told() -> None:
    ad = read_ad_bytes("Café Nord\nPay: $15–$17/hr".encode("cp1252"), "ad.txt")
    assert texts(ad) == ["Café Nord", "Pay: $15–$17/hr"]
    assert "Windows-1252" in ad.notes[0]


def test_markdown_keeps_the_signs_of_its_headings_alone() -> None:
    assert texts(read_ad_bytes(b"# Agent\n\n**Acme** in [Austin](https://x.example)\n", "ad.md")) == [
        "# Agent",
        "Acme in Austin",
    ]


def test_pdf_and_docx_are_read() -> None:
    for content, name in (
        (pdf(["Call Center Agent", "Pay: $18 an hour"]), "a.pdf"),
        (docx(["Call Center Agent", "Pay: $18 an hour"]), "a.docx"),
    ):
        assert texts(read_ad_bytes(content, name)) == ["Call Center Agent", "Pay: $18 an hour"]


@each_row(
    ("content", "name"),
    [
        (b" \n\n", "a.txt"),
        (b"<html><body><script>x</script></body></html>", "a.html"),
        (b"...\n---\n", "a.txt"),
        (b"\x89PNG\r\n\x1a\n", "a.png"),
    ],
)
def test_what_has_nothing_to_read_is_refused(content: bytes, name: str) -> None:
    with pytest.raises(UnreadableError):
        read_ad_bytes(content, name)


@pytest.mark.parametrize("content", [b'{"title": "Agent"}\n{"title": "Clerk"}', b"[1]\n[2]", b'"a" {}'])
def test_an_ad_a_line_is_told_how_it_is_read(content: bytes) -> None:
    with pytest.raises(InvalidDataError) as refused:
        read_ad_bytes(content, "a.json")
    problem = refused.value.problems[0]
    assert problem.message == "More than one value of JSON."
    assert problem.hint == "To read an ad a line, add --stream."
    with pytest.raises(BadLineError) as bad:
        object_of(content.decode(), "An ad.")
    assert bad.value.hint == "Each line is one JSON object."


@pytest.mark.parametrize("content", [b'{"a": 1}', b"[]", b'{"title": '])
def test_json_that_holds_no_ad_is_refused_with_what_was_expected(content: bytes) -> None:
    with pytest.raises(InvalidDataError) as refused:
        read_ad_bytes(content, "a.json")
    assert re.search("JobPosting|broken JSON", str(refused.value.problems), re.IGNORECASE)
