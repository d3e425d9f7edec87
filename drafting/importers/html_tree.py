"""HTML text → a tree of nodes. Broken pages are read as browsers read them, and no text is lost.

The standard library tells tags from text and knows the lines; what HTML leaves to the reader (end
tags that nobody writes, names in brackets that are no tags: `<A委員>`) is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field
from html.parser import HTMLParser

_KNOWN = frozenset("""
a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image
img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter nav
nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc
ruby s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td
template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
""".split())  # fmt: skip
VOID = frozenset("area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr".split())
# Not text at all: nobody who reads the page sees it.
NO_TEXT = frozenset("script style template head meta link param source track area basefont bgsound base datalist".split())
BLOCKS = frozenset("""
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody
td tfoot th thead tr ul xmp listing plaintext html
""".split())  # fmt: skip
# A start tag of the key ends open elements of these names, up to an element that bounds them.
_ENDS = {
    "li": ({"li"}, {"ul", "ol", "menu", "dir"}), "dt": ({"dt", "dd"}, {"dl"}), "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th", "caption"}, {"table"}), "td": ({"td", "th", "caption"}, {"tr", "table"}),
    "th": ({"td", "th", "caption"}, {"tr", "table"}), "option": ({"option"}, {"select"}),
    "tbody": ({"tbody", "thead", "tfoot", "tr", "td", "th", "caption"}, {"table"}),
    "thead": ({"tbody", "thead", "tfoot", "tr", "td", "th", "caption"}, {"table"}),
    "tfoot": ({"tbody", "thead", "tfoot", "tr", "td", "th", "caption"}, {"table"}),
    "rt": ({"rt", "rp", "rb"}, {"ruby"}), "rp": ({"rt", "rp", "rb"}, {"ruby"}), "rb": ({"rt", "rp", "rb"}, {"ruby"}),
}  # fmt: skip
_ENDS_P = BLOCKS - {"caption", "tbody", "td", "tfoot", "th", "thead", "tr", "body", "html", "legend", "summary", "figcaption"}
_WALLS = frozenset(("table", "td", "th", "body"))
# Recursion over the tree stays far from Python's limit; no page by hand nests so deep.
_DEEPEST = 60
# 「<」 of a tag that another 「<」 follows before its end; HTMLParser would search the whole page from each.
_OPEN_TAG = re.compile("<(?=[A-Za-z/][^<>\"']*<)")
_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext")


@dataclass(slots=True)
class Node:
    """An element: its tag in lower case, its attributes, the line of its start tag, its children.

    A text among the children is a pair (text, line of its first character). `size` is the number
    of characters in all texts under it, blanks at their ends apart.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Node | tuple[str, int]] = field(default_factory=list)
    size: int = 0

    @property
    def classes(self) -> str:
        """The values of class and id, as written."""
        return f"{self.attributes.get('class', '')} {self.attributes.get('id', '')}".strip()


def parse_html(text: str) -> Node:
    """The tree of a page under a node named "". Never raises; linear."""
    builder = _Builder()
    builder.feed(_without_open_ends(text))
    builder.close()
    _measure(builder.root)
    return builder.root


def _measure(node: Node) -> int:
    if node.tag not in NO_TEXT:
        node.size = sum(_measure(child) if isinstance(child, Node) else len(child[0].strip()) for child in node.children)
    return node.size


def _without_open_ends(text: str) -> str:
    """A tag, comment or script that never ends would swallow the rest of the page: it is text then."""
    text = _OPEN_TAG.sub("&lt;", text)
    last = text.rfind("<")
    if last >= 0 and ">" not in text[last:]:
        text = f"{text[:last]}&lt;{text[last + 1 :]}"
    end = text.rfind("-->") + 1
    text = text[:end] + text[end:].replace("<!--", "&lt;!--")
    for tag in _RAW:
        opened = list(re.finditer(rf"<{tag}\b", text, re.IGNORECASE))[-1:]
        for last_one in opened:
            if not re.search(rf"</{tag}\b", text[last_one.start() :], re.IGNORECASE):
                text = f"{text[: last_one.start()]}<div{text[last_one.end() :]}"
    return text


class _Builder(HTMLParser):
    """Puts what HTMLParser reports into a tree; `open` are the elements not yet ended, outermost first."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {}, 1)
        self.open = [self.root]
        self.end_at = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _KNOWN and "-" not in tag and ":" not in tag:
            self.handle_data(self.get_starttag_text() or f"<{tag}>")
            return
        if tag in _ENDS:
            self._end(*_ENDS[tag])
        elif tag in _ENDS_P:
            self._end({"p"}, _WALLS)
        node = Node(tag, {name: value or "" for name, value in attrs}, self.getpos()[0])
        self.open[-1].children.append(node)
        if tag not in VOID and len(self.open) < _DEEPEST:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # 「<p/>」 is a start tag in HTML; what must not stay open is void or foreign (svg).
        self.handle_starttag(tag, attrs)
        if tag not in BLOCKS and self.open[-1].tag == tag:
            self.open.pop()

    def parse_endtag(self, i: int) -> int:
        self.end_at = i
        return super().parse_endtag(i)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _KNOWN and "-" not in tag and ":" not in tag:
            self.handle_data(self.rawdata[self.end_at : self.rawdata.find(">", self.end_at) + 1] or f"</{tag}>")
        elif tag == "br":
            self.handle_starttag("br", [])
        else:
            # 「<b><p></b>」 must not end the paragraph, nor 「</p>」 in a cell one around the table.
            walls = _WALLS - {tag} if tag in BLOCKS else BLOCKS
            self._end({tag}, frozenset() if tag in ("table", "body", "html") else walls, most=1)

    def _end(self, tags: Set[str], walls: Set[str], most: int = _DEEPEST) -> None:
        """End open elements of the tags, at most so many, and all in them; a wall around them stops the search."""
        found = 0
        for depth in range(len(self.open) - 1, 0, -1):
            tag = self.open[depth].tag
            if tag in tags:
                found, most = depth, most - 1
            if tag in walls or (found and tag not in tags) or not most:
                break
        if found:
            del self.open[found:]

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append((data, self.getpos()[0]))

    def unknown_decl(self, data: str) -> None:
        """A CDATA section is text in pages that were XHTML."""
        if data.startswith("CDATA["):
            self.handle_data(data.removeprefix("CDATA["))
