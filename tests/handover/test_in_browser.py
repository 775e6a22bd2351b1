"""A report as a browser shows it: at the width of a phone and of a desk, light, dark and printed, with no fault to find.

It needs Debian's Chromium; Playwright drives it, and axe-core, which axe-playwright-python brings, looks for what a person
who can't see it, or only badly, would stumble over.
"""

import re
import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, Literal

import pytest
from conftest import Run
from playwright.sync_api import Browser, Page, sync_playwright

pytestmark = pytest.mark.slow
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
RESUME = (
    "# <script>document.title='taken'</script> Ana\n\nColumbus, OH\n\n## Experience\n\n"
    "Customer Service Representative, <img src=https://example.org/x onerror=alert(1)> Acme, 2019-01 to present\n\n"
    "- Calmed upset <b>callers</b> with empathy\n- Coached four new agents in their first month\n"
)
NAME = "<iframe src=https://example.org></iframe><h1>Ana</h1>"
BAD = {"serious", "critical"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def report(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A report with all its parts, on what a person who means ill says."""
    monkeypatch.chdir(tmp_path)
    Path("resume.md").write_text(RESUME, encoding="utf-8")
    ad = Path(__file__).parents[1] / "cli" / "ad.md"
    outcome = run(
        "report", "--role", "customer service manager", "-l", "Columbus, OH", "--resume", "resume.md", "--offer", "70k",
        "--posting", str(ad), "--within", "5y", "--for", NAME, "-o", "report.html",
    )  # fmt: skip
    assert outcome.code == 0, outcome.err
    return tmp_path / "report.html"


def faults_of(page: Page) -> list[dict[str, Any]]:
    """What axe-core finds that is serious."""
    axe = resources.files("axe_playwright_python") / "axe.min.js"
    page.evaluate(axe.read_text(encoding="utf-8"))  # by the debugger: the page's own policy lets no script in
    found: list[dict[str, Any]] = page.evaluate("axe.run().then(result => result.violations)")
    return [fault for fault in found if fault["impact"] in BAD]


def test_nothing_of_it_is_at_fault_at_any_width_in_light_and_dark(browser: Browser, report: Path) -> None:
    said: list[str] = []
    asked: list[str] = []
    looks: list[tuple[int, Literal["light", "dark"]]] = [
        (390, "light"),
        (390, "dark"),
        (1280, "light"),
        (1280, "dark"),
    ]
    for width, scheme in looks:
        page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(report.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        tables = "[...document.querySelectorAll('.wide')].every(each => each.scrollWidth <= each.clientWidth)"
        assert page.evaluate(tables)  # nothing is to be pushed aside
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, re.findall(r"\d+", paper)[:3])) < 200) is (scheme == "dark")
        if (width, scheme) in {(390, "light"), (1280, "dark")}:
            assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults_of(page)] == []
        page.close()
    assert said == []
    assert set(asked) == {report.as_uri()}


def test_what_a_person_says_stays_text_and_charts_say_what_they_show(browser: Browser, report: Path) -> None:
    page = browser.new_page()
    page.goto(report.as_uri())
    assert page.title() == "Customer Service Manager in Columbus, OH: a career report"
    assert page.locator("script, iframe, img, object, link").count() == 0
    assert page.locator("h1").count() == 1
    assert NAME in page.locator("header").inner_text()
    assert "upset <b>callers</b> with empathy" in page.locator("main").inner_text()
    charts = page.get_by_role("img").all()
    assert len(charts) == 2
    assert all("$" in (chart.locator("desc").text_content() or "") for chart in charts)
    for landmark in ("banner", "navigation", "main", "contentinfo"):
        assert page.get_by_role(landmark).count() == 1
    page.close()


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_it_is_printed_on_two_pages(browser: Browser, report: Path, paper: str) -> None:
    page = browser.new_page()
    page.goto(report.as_uri())
    printed = page.pdf(format=paper, print_background=True)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2
