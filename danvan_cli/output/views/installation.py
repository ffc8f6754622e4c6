"""An installation as a page: what it reads and with what, encodings, vocabulary, and where it runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from danvan_cli.output.blocks import Block, Cell, Column, Facts, Heading, Number, Paragraph, Sheet, Span
from danvan_cli.output.wording import Wording
from danvan_cli.reading.installation import Library, Reads


class Terminal(msgspec.Struct):
    """Where danvan prints."""

    encoding: str
    """What the locale and the console would have, were it not for danvan, which prints UTF-8."""
    columns: int | None
    """``None`` where it is no terminal."""


class Installation(msgspec.Struct):
    """Everything that ``danvan doctor`` tells."""

    danvan: str
    python: str
    platform: str
    terminal: Terminal
    reads: list[Reads]
    refuses: list[str]
    encodings: list[str]
    vocabulary: dict[str, int]
    """How many of each: terms, indicators, provinces, outlets."""


def installation_card(found: Iterable[Installation], words: Wording) -> Iterator[Block]:
    """One installation."""
    for one in found:
        yield Heading(f"danvan {one.danvan}")
        columns = words.number(one.terminal.columns) if one.terminal.columns else words.of("doctor", "no_terminal")
        yield Facts(
            [
                ("Python", f"{one.python} · {one.platform}"),
                (words.of("doctor", "terminal"), f"UTF-8 ({one.terminal.encoding}) · {columns}"),
                (words.of("doctor", "encodings"), ", ".join(one.encodings)),
            ]
        )
        yield Heading(words.of("doctor", "reads"), 2)
        columns_ = [Column(key, words.of("doctor", key), grow=1) for key in ("format", "endings", "library", "state")]
        yield Sheet(columns_, [_row(row, words) for row in one.reads])
        yield Paragraph(f"{words.of('doctor', 'refuses')}: {', '.join(one.refuses)}", "dim")
        yield Heading(words.of("doctor", "vocabulary"), 2)
        counts: list[list[Cell]] = [
            [words.of("doctor", key), Number(count, words.number(count))] for key, count in one.vocabulary.items()
        ]
        heads = [Column("part", words.of("doctor", "part")), Column("count", words.of("doctor", "count"), "right")]
        yield Sheet(heads, counts)


def _row(row: Reads, words: Wording) -> list[Cell]:
    if row.works:
        state: Span = Span(words.of("doctor", "works"), "good")
    else:
        broken = next(library for library in row.libraries if library.problem or not library.version)
        state = Span(broken.problem or words.of("doctor", "install").format(name=broken.name), "bad")
    libraries = ", ".join(map(_called, row.libraries)) or words.of("doctor", "built_in")
    return [words.of("file", row.format), " ".join(row.endings), libraries, (state,)]


def _called(library: Library) -> str:
    return f"{library.name} {library.version or '–'}"
