"""Text with styles is laid out as rich would lay it out."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text as RichText

from danvan_cli.output.styled import Text

WORDS = st.text(alphabet="aốỹ ,漢\n-", max_size=60)
STYLES = st.sampled_from(["", "bold", "dim cyan"])


def _parts(parts: list[tuple[str, str]]) -> tuple[Text, RichText]:
    ours, theirs = Text(), RichText()
    for words, style in parts:
        ours.append(words, style)
        theirs.append(words, style)
    return ours, theirs


def _styles(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    return [(start, end, style) for start, end, style in spans if end > start]


@given(st.lists(st.tuples(WORDS, STYLES), max_size=4), st.integers(2, 20))
def test_lines_break_and_keep_their_styles_as_in_rich(parts: list[tuple[str, str]], width: int) -> None:
    ours, theirs = _parts(parts)
    lines, expected = ours.wrap(width), list(theirs.wrap(Console(file=io.StringIO()), width, overflow="fold"))
    for line in lines:
        line.rstrip()
    for other in expected:
        other.rstrip()
    assert [line.plain for line in lines] == [other.plain for other in expected]
    assert [_styles(line.spans) for line in lines] == [
        _styles([(span.start, span.end, str(span.style)) for span in other.spans]) for other in expected
    ]


def test_texts_are_put_together_with_the_styles_of_each() -> None:
    text = Text(" · ").join([Text("một", "dim"), Text("hai") + Text(" ba", "bold")])
    assert text.plain == "một · hai ba"
    assert [(text.plain[start:end], style) for start, end, style in text.spans] == [("một", "dim"), (" ba", "bold")]
