"""Does what a template points to follow in the draft as it will be printed?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from drafting.checks.links import BELOW, ENCLOSED, FOLLOWING
from drafting.draft import Block, Draft, Heading, PageBreak, Paragraph, SectionBreak, Span, Table, all_spans
from drafting.japanese import kanji_number
from drafting.problems import Place, Problem, Severity


def check_draft_links(draft: Draft, template: str, text: str = "") -> Iterator[Problem]:
    """L001 to L003 of what the template itself says, L005 for numbers of recommendations that do not run on, and
    L006 for links within the document that lead nowhere.

    The place is the template: no line of it is known any more, but for a link, which stands in its `text`.
    """
    place = Place(template)
    yield from _dead_links(draft, template, text)
    blocks = [block for block in draft.blocks if not isinstance(block, PageBreak | SectionBreak)]
    for block, after in zip_longest(blocks, blocks[1:]):
        words = "".join(span.text for span in block.spans if not span.anchor) if isinstance(block, Paragraph) else ""
        if (found := FOLLOWING.search(words)) and not _continues(after):
            yield Problem("L001", f"「{found[0]}」とありますが、後に何も続きません。", place, Severity.WARNING)
        if BELOW.search(words) and not any(_is_mark(other) for other in blocks):
            yield Problem("L002", "「下記のとおり」とありますが、「記」がありません。", place, Severity.WARNING)
        if (found := ENCLOSED.search(words)) and (after is None or any(_is_mark(other) for other in blocks)):
            yield Problem("L003", f"「{found[0]}」とありますが、{found[1]}に当たるものがありません。", place, Severity.WARNING)
    numbers = [block.number for block in blocks if isinstance(block, Heading) and block.number.startswith("提言")]
    for wanted, number in enumerate(numbers, 1):
        if kanji_number(number.removeprefix("提言")) != wanted:
            yield Problem("L005", f"提言の番号が続いていません（{wanted}番目が「{number}」）。", place, Severity.WARNING)
            break


def _dead_links(draft: Draft, template: str, text: str) -> Iterator[Problem]:
    if "(#" not in text:
        return
    ids = {block.id for block in draft.blocks if isinstance(block, Heading | Paragraph)}
    dead = {span.target: span.text for spans in all_spans(draft) for span in spans if span.target and span.target not in ids}
    for target, words in dead.items():
        message = f"リンク「{words[:20]}」の行き先「{target[:20]}」が、この文書にありません。見出しに mark で付けた名前を書いてください。"
        # One that a value gives stands as (#{{ … }}
        at = next((at for sign in (f"(#{target})", f"(#{target} ", "(#{{") if (at := text.find(sign)) >= 0), 0)
        yield Problem("L006", message, Place(template, text.count("\n", 0, at) + 1), Severity.WARNING)


def _continues(block: Block | None) -> bool:
    """True if a block can be what 次のとおり announces: not a heading, not the end."""
    return isinstance(block, Paragraph | Table) or (isinstance(block, Heading) and block.level > 2)


def _is_mark(block: Block) -> bool:
    return isinstance(block, Paragraph) and _text(block.spans) == "記"


def _text(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans).strip()
