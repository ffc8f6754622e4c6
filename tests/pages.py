"""A web page as a tree, the way a browser reads it, for tests of pages."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

_EMPTY = {"meta", "br", "img", "hr"}
_CELLS, _ROWS = {"td", "th"}, {"tr"}
# What the beginning of an element ends, where its own end is left out; nothing outside the ones that follow is ended.
_ENDS = {
    "li": ({"li"}, {"ul", "ol"}),
    "p": ({"p"}, {"article"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "td": (_CELLS, {"tr"}),
    "th": (_CELLS, {"tr"}),
    "tr": (_CELLS | _ROWS, {"tbody", "thead"}),
    "tbody": (_CELLS | _ROWS, {"table"}),
}
_BLOCKS = {"article", "h1", "h2", "h3", "ul", "ol", "dl", "table", "nav", "div", "details", "figure"}
_OPTIONAL = {"li", "p", "dt", "dd", "td", "th", "tr", "tbody"}


class Element:
    """An element: its tag, its attributes, and what is in it."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []

    def walk(self) -> Iterator[Element]:
        """This element and all in it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of ``tag`` in it that have the attributes."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            element for element in self.walk() if element.tag == tag and wanted.items() <= element.attributes.items()
        ]

    @property
    def text(self) -> str:
        """Everything that it says."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        ends, within = _ENDS.get(tag, (set(), set()))
        open_tags = [element.tag for element in self.open]
        for at in range(len(open_tags) - 1, 0, -1):
            if open_tags[at] in within:
                break
            if open_tags[at] in ends:
                del self.open[at:]
        if tag in _BLOCKS and self.open[-1].tag == "p":
            self.open.pop()
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self.open[-1].tag != tag and self.open[-1].tag in _OPTIONAL:
            self.open.pop()
        assert self.open.pop().tag == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def tree(page: str) -> Element:
    """The page as a tree; fails where an element is not closed, or closed by another."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root]
    return reader.root
