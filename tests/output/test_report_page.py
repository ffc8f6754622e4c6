"""The page about many articles: what it says, and that every figure leads to its sentence."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pages import Element, tree
from records import YEAR_2019, YEAR_2020, evidence, full_record, official, record, statistic, task

from danvan_cli.corpus.overview import Overview, overview
from danvan_cli.corpus.passages import passages
from danvan_cli.lexicon.places import provinces
from danvan_cli.lexicon.tables import table
from danvan_cli.output.report import write
from danvan_cli.output.report.charts import Mark, line_chart
from danvan_cli.output.report.citing import evidence_shown, length_around
from danvan_cli.output.wording import Lang, Wording
from danvan_cli.parsing import parse
from danvan_cli.reading import documents
from danvan_cli.record import Record, Warning
from support import ROOT

SAMPLES = str(ROOT / "samples")
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'</style></article>&lt;\x1b[31m\u202e]]>"


def written(found: Overview, paths: list[str], lang: Lang = "vi") -> str:
    stream = io.StringIO()
    write(found, passages(paths, evidence_shown(found), length_around(found)), stream, lang)
    return stream.getvalue()


def page_of(*records: Record, lang: Lang = "vi") -> str:
    return written(overview(records), [], lang)


@pytest.fixture(scope="module")
def samples() -> Overview:
    return overview(parse(document) for document in documents([SAMPLES]) if not isinstance(document, Exception))


@pytest.fixture(scope="module")
def page(samples: Overview) -> Element:
    return tree(written(samples, [SAMPLES], "en"))


def ids(page: Element) -> dict[str, Element]:
    found = [element for element in page.walk() if "id" in element.attributes]
    named = {element.attributes["id"]: element for element in found}
    assert len(named) == len(found)
    return named


def links(page: Element) -> list[Element]:
    return [element for element in page.walk() if "href" in element.attributes]


def test_every_link_leads_to_a_place_on_the_page(page: Element) -> None:
    named = ids(page)
    targets = {link.attributes["href"] for link in links(page)} - {"#_"}
    assert targets
    assert all(target.startswith("#") and target[1:] in named for target in targets)
    assert "_" not in named  # a sheet is closed by an address that names nothing


def test_every_figure_of_a_total_leads_to_the_sentence_with_its_words(samples: Overview, page: Element) -> None:
    named, words = ids(page), Wording("en")
    quoted: dict[str, list[str]] = {}
    for part in [*page.all("li"), *page.all("td")]:
        for link in links(part)[:1]:
            quoted.setdefault(part.text.strip(), []).append(named[link.attributes["href"][1:]].text)
    for figure in samples.figures:
        body = figure.body or words.of("level", "national")
        if figure.merged_province and figure.level == "province":
            body += f" ({words.of('note', 'since_2025')})"
        shown = words.figure(figure.value, figure.bound) + ("%" if figure.unit == "%" else "")
        assert any(figure.evidence.text in sentence for sentence in quoted[f"{shown} {body}"])


def test_a_sentence_is_longer_than_the_words_that_are_marked_in_it(page: Element) -> None:
    (sentence,) = [p for p in page.all("p") if "trong đó" in p.text and p.all("mark") and "3.472 người" in p.text]
    assert any(mark.text.startswith("tiếp 3.016 lượt công dân") for mark in sentence.all("mark"))
    assert len(sentence.text) > sum(len(mark.text) for mark in sentence.all("mark"))


def test_totals_are_those_of_stats(samples: Overview, page: Element) -> None:
    words = Wording("en")
    rows = [[cell.text for cell in row.all("td")] for row in page.all("tr")]
    shown = {(row[0], row[2]) for row in rows if len(row) == 4}
    for total in samples.totals:
        if total.total is not None:
            value = words.figure(total.total, total.bound) + ("%" if total.unit == "%" else "")
            period = words.period(total.period) or words.of("note", "no_period")
            assert (period, f"{value} {'' if total.unit == '%' else total.unit}") in shown


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_all_sections_are_there_in_the_language_asked_for(samples: Overview, lang: Lang) -> None:
    page = tree(written(samples, [SAMPLES], lang))
    words = Wording(lang)
    keys = ["at_a_glance", "map", "figures", "trends", "officials", "changes", "warnings"]
    assert [heading.text for heading in page.all("h2")] == [words.of("report", key) for key in keys]
    assert [heading.attributes["id"] for heading in page.all("h2")] == keys
    assert page.all("html")[0].attributes["lang"] == lang
    for key in keys:
        assert page.all("a", href=f"#{key}")


def test_nothing_runs_and_nothing_is_fetched(samples: Overview) -> None:
    text = written(samples, [SAMPLES])
    page = tree(text)
    (policy,) = page.all("meta", http_equiv="Content-Security-Policy") or [
        meta for meta in page.all("meta") if meta.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.attributes["content"].startswith("default-src 'none'")
    assert not {"script", "link", "iframe", "img", "object", "use", "image", "form"} & {e.tag for e in page.walk()}
    assert "http:" not in text
    assert "https:" not in text
    assert "url(" not in text


def test_the_same_articles_give_the_same_bytes(samples: Overview) -> None:
    assert written(samples, [SAMPLES]) == written(samples, [SAMPLES])


def hostile_record(number: int) -> Record:
    made = full_record()
    year = (YEAR_2019, YEAR_2020)[number]
    source = f"{HOSTILE}{number}.txt"
    hostile = record(source, "Lạng Sơn", date=f"{2019 + number}-12-26", period=year, outlet=HOSTILE, title=HOSTILE)
    hostile.officials = [official(HOSTILE, [HOSTILE], ["chair"])]
    hostile.statistics = [
        statistic(value=364 + number, unit=HOSTILE, evidence=evidence(HOSTILE)),
        statistic("visits", 100 + number, "lượt", evidence=evidence(HOSTILE + "!")),
    ]
    hostile.tasks = [task(1, f"{HOSTILE} {2020 + number}", assigned_by=HOSTILE)]
    hostile.warnings = [Warning("rate_mismatch", HOSTILE), *made.warnings]
    return hostile


def test_whatever_articles_say_is_text() -> None:
    tame = tree(page_of(*(record(f"{i}.txt") for i in range(2))))
    text = page_of(hostile_record(0), hostile_record(1))
    page = tree(text)
    known = {"svg", "g", "path", "line", "text", "mark", "ins", "del", "small", "b", "tr", "td", "th", "ul", "li"}
    known |= {"table", "thead", "tbody", "details", "summary", "figure", "br", "dt", "dd", "dl", "span", "div"}
    assert {element.tag for element in page.walk()} <= {element.tag for element in tame.walk()} | known
    assert not [name for element in page.walk() for name in element.attributes if name.startswith("on")]
    assert "\x1b" not in text
    assert "\u202e" not in text
    shown = HOSTILE.replace("\x1b", "\ufffd").replace("\u202e", "\ufffd")
    assert shown in [heading.text for heading in page.all("h3")]
    assert shown in [mark.text for mark in page.all("mark")]


def test_a_chart_escapes_what_it_is_given() -> None:
    marks = [Mark(HOSTILE.replace("\x1b", ""), 1, 1, "<b>", "s1-0"), Mark("b", 2, 3, "&", "s1-1")]
    chart = tree(line_chart(marks, '"><script>'))
    assert {element.tag for element in chart.walk()} <= {"", "svg", "g", "path", "line", "text", "a", "rect"}
    assert [link.attributes["href"] for link in chart.all("a")] == ["#s1-0", "#s1-1"]


def test_an_article_that_cannot_be_read_again_is_quoted_by_its_words() -> None:
    page = tree(page_of(record(statistics=[statistic(value=364, evidence=evidence("nhận 364 đơn"))])))
    assert [mark.text for mark in page.all("mark")] == ["nhận 364 đơn"]


def test_a_report_of_several_papers_counts_once_and_all_its_articles_are_named() -> None:
    figures: list[Any] = [statistic("visits", 10 + i, "lượt") for i in range(2)] + [statistic()]
    found = [record(f"{name}.txt", statistics=figures) for name in "ab"]
    page = tree(page_of(*found, lang="en"))
    assert "1 of them carry the report of another" in page.text
    assert "The same report as" in page.text


def test_an_article_that_is_named_twice_is_there_once() -> None:
    page = tree(page_of(record("a.txt", statistics=[statistic()]), record("a.txt", statistics=[statistic()])))
    assert len(page.all("article", id="a1")) == 1
    assert not page.all("article", id="a2")


def test_articles_without_figures_have_a_page_whose_links_lead_somewhere() -> None:
    page = tree(page_of(record("a.txt")))
    named = ids(page)
    assert all(link.attributes["href"][1:] in named for link in links(page) if link.attributes["href"] != "#_")


def test_no_article_gives_a_page_that_says_so() -> None:
    assert "0" in tree(page_of()).all("p")[0].text


@pytest.mark.parametrize("era", ["63", "34"])
def test_every_province_has_a_tile_of_its_own(era: str) -> None:
    rows = [row for row in table("tile_grid") if row["era"] == era]
    assert sorted(row["code"] for row in rows) == sorted(p.code for p in provinces() if p.era == era)
    assert len({(row["row"], row["column"]) for row in rows}) == len(rows)
