"""The web page around the minutes: which element holds them, and what is of the site only.

A city's page surrounds the minutes with menus, breadcrumbs, links and a box for inquiries. What is
left out is given back as text, so that it can be told; in doubt a piece is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafting.importers.html_tree import NO_TEXT, Node
from drafting.importers.site import ASKING, SITE_LINE

_SITE_TAGS = frozenset(("nav", "aside", "noscript"))
_SITE_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary"))
# Tags, and words of a class or id, split at "-", "_", blanks and capitals.
_SITE_WORDS = frozenset("""
nav navi navigation gnav gnavi lnav lnavi snav breadcrumb breadcrumbs topicpath pankuzu menu submenu sidebar sidemenu
pagetop totop gotop backtop skip skiplink sns share lang fontsize searchbox copyright inquiry toiawase otoiawase contact
pagenavi pager banner banners bnr
""".split())  # fmt: skip
# Within the main element these are parts of the text: <header> holds its title there.
_OUTSIDE_WORDS = _SITE_WORDS | {"header", "footer", "form", "side", "search"}
_KEPT = frozenset("td th tr tbody thead tfoot body html main article h1 h2 h3 h4 h5 h6 span b strong input".split())
_MAIN_NAME = re.compile(
    r"(?:tmp[-_]?)?(?:main|contents?|honbun|article|entry)(?:[-_]?(?:main|contents?|body|area|inner|wrap|column|honbun))?",
    re.IGNORECASE,
)
_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
_LONGEST_SITE_LINE = 40
_CONTACT = re.compile(ASKING)
_LONGEST_CONTACT = 400


class Page(NamedTuple):
    """Where the minutes are, and what of the page is left out: (text, line), in its order."""

    main: Node
    left_out: tuple[tuple[str, int], ...]


def find_minutes(root: Node) -> Page:
    """The element of a page that holds its text, and the pieces that are of the site only.

    `root` is changed: what is left out is taken away from it. Every text of the page is in
    `main`, in `left_out`, or in what is no text (`NO_TEXT`).
    """
    titles = [(text, line) for node in _descendants(root) if node.tag == "title" for text, line in _texts(node)]
    left_out = list(_take_away(root, _OUTSIDE_WORDS, root.size))
    main = _main_of(root)
    if main is not root:
        left_out += _texts_around(root, main)
    said = "".join(text_of(main).split())
    left_out += [(text, line) for text, line in titles if "".join(text.split()) not in said]
    left_out.sort(key=lambda piece: piece[1])
    return Page(main, tuple((text.strip(), line) for text, line in left_out if text.strip()))


def text_of(node: Node) -> str:
    """All text under a node that is text at all, as written."""
    return "".join(text for text, _ in _texts(node))


def _texts(node: Node) -> Iterator[tuple[str, int]]:
    for child in node.children:
        if not isinstance(child, Node):
            yield child
        elif child.tag not in NO_TEXT and child.tag != "title":
            yield from _texts(child)


def _take_away(node: Node, words: frozenset[str], whole: int) -> Iterator[tuple[str, int]]:
    """Take what is of the site out of the tree; yields its texts. `whole` is the size of the page."""
    kept: list[Node | tuple[str, int]] = []
    for child in node.children:
        if not isinstance(child, Node):
            kept.append(child)
        elif child.tag in NO_TEXT or child.tag == "title":
            continue
        elif _is_hidden(child) or _is_of_site(child, words, whole):
            yield (text_of(child), child.line)
        else:
            inside = child.tag in ("main", "article") or child.attributes.get("role") == "main"
            yield from _take_away(child, _SITE_WORDS if inside else words, whole)
            kept.append(child)
    node.children = kept


def _is_hidden(node: Node) -> bool:
    style = node.attributes.get("style", "").replace(" ", "").lower()
    return "hidden" in node.attributes or "display:none" in style or "visibility:hidden" in style


def _is_of_site(node: Node, words: frozenset[str], whole: int) -> bool:
    if node.tag in _KEPT:
        return False
    if node.tag in _SITE_TAGS or node.attributes.get("role") in _SITE_ROLES:
        return not any(map(_is_main_tag, _descendants(node)))
    if node.size * 2 <= whole:
        named = {node.tag, *(word.lower() for word in _WORD.findall(node.classes)), *node.classes.lower().split()}
        if named & words:
            return True
    if node.size < _LONGEST_SITE_LINE and SITE_LINE.fullmatch("".join(text_of(node).split()).strip("▲△↑▴◀＜<")):
        return True
    return node.tag in ("div", "section", "address", "dl") and node.size <= _LONGEST_CONTACT and _is_contact(node)


def _is_contact(node: Node) -> bool:
    first = next((text.strip().strip("\u3000■●:：") for text, _ in _texts(node) if text.strip()), "")
    return _CONTACT.fullmatch(first) is not None


def _main_of(root: Node) -> Node:
    """The largest element that calls itself the main one and holds enough of the text; else all of it."""
    whole = sum(len(text.strip()) for text, _ in _texts(root))
    nodes = list(_descendants(root))
    for is_main, share in ((_is_main_tag, 0.2), (_is_article, 0.5), (_has_main_name, 0.5)):
        best = max(filter(is_main, nodes), key=lambda node: node.size, default=None)
        if best is not None and len(text_of(best).strip()) > whole * share:
            return best
    return root


def _is_main_tag(node: Node) -> bool:
    return node.tag == "main" or node.attributes.get("role") == "main"


def _is_article(node: Node) -> bool:
    return node.tag == "article"


def _has_main_name(node: Node) -> bool:
    return any(_MAIN_NAME.fullmatch(name) for name in node.classes.split())


def _descendants(node: Node) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child, Node):
            yield child
            yield from _descendants(child)


def _texts_around(node: Node, main: Node) -> list[tuple[str, int]]:
    """The texts of the page outside its main element."""
    found: list[tuple[str, int]] = []
    for child in node.children:
        if not isinstance(child, Node):
            found.append(child)
        elif child is not main:
            found += _texts_around(child, main)
    return found
