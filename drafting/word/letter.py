"""The parts of a cover and a letter (鑑文) whose place depends on what stands in them."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from drafting.draft import Block, Paragraph
from drafting.patterns import lazy_pattern
from drafting.word.document import columns, longest_line

SENDER = "発信者"
# Characters from the left edge where a sender stands, if its longest line has room there
SENDER_INDENT = 20
TITLES = ("表紙題名", "Title", "件名")
# Where a title may be cut: behind a blank, or where a word in kana ends and the next one begins
_CUT = lazy_pattern("[ \u3000]+|(?<=[ぁ-ん])(?=[一-鿿ァ-ヴ（「『])")
# A line that is cut at a blank may be longer than the other by so much more
_BLANK_BONUS = 8.0
_SLACK = 0.3


def sender_indent(blocks: Iterable[Block], line: float) -> int | None:
    """Where a long name of a committee must begin to end a character before the right edge: characters
    from the left. None where it has room at its usual place. `line` is the characters of a line."""
    senders = (block for block in blocks if isinstance(block, Paragraph) and block.style == SENDER)
    longest = max((longest_line("".join(span.text for span in block.spans)) for block in senders), default=0.0)
    room = int(line) - 1 - ceil(longest)
    return max(0, room) if room < min(SENDER_INDENT, int(line) // 2) else None


def title_margin(text: str, line: float) -> float | None:
    """How far a centred title of two lines stands in on both sides, in its own characters, so that no word
    of it is torn. None for a title of one line, of more, or without a place for a cut."""
    width = columns(text)
    if "\n" in text or not line < width < 2 * line:
        return None
    best: tuple[float, float] | None = None
    for cut in _CUT.finditer(text):
        first, second = columns(text[: cut.start()]), columns(text[cut.end() :])
        if second <= first <= line - _SLACK:
            score = first - second - (_BLANK_BONUS if cut[0] else 0.0)
            best = min(best, (score, first)) if best else (score, first)
    return (line - best[1] - _SLACK) / 2 if best else None
