"""Lists of people whose lines end within a name or a title: 「…、額田」 above 「徹、…」, 「業務係」 above 「長　蒲郡礼子」."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.importers.offices import ROLES

_CUT = re.compile("[、，,]")
_ENDS = ("、", "，", ",", "・", "：", ":", "）", ")", "】", "］")
_BEFORE_NAME = re.compile("[）)】］：:]")
_LETTERS = re.compile("[一-龥々〆ヶ髙﨑𠮷ぁ-んァ-ヴー]+")
_UNIT_HEAD = re.compile("[部課室局係所館次署班園校][ \u3000]*\n[ \u3000]*長(?=[ \u3000、，,\n]|$)")
_ROLE = re.compile(f"(?:{ROLES})")
_SHORTEST, _LONGEST, _FEWEST = 3, 6, 2


def whole_names(text: str) -> str:
    """The text with the line ends that cut a name or a title taken out; in doubt a line end stays.

    A piece of a name is told by the others: of names of three letters or more none has two, of names with a blank
    between family and given name none is without.
    """
    text = _UNIT_HEAD.sub(lambda match: match[0][0] + "長", text)
    lines = text.split("\n")
    whole = lines[0]
    for line in lines[1:]:
        seam = _seam(whole.rpartition("\n")[2], line)
        whole += "\n" + line if seam is None else seam + line.lstrip(" \t\u3000")
    return whole


def _seam(above: str, below: str) -> str | None:
    """What belongs between two lines of a list whose line end cut a name, None where it cut none."""
    above, below = above.rstrip(" \t\u3000"), below.strip(" \t\u3000")
    if not _CUT.search(above) or above.endswith(_ENDS):
        return None
    first = [piece.strip(" \t\u3000") for piece in _CUT.split(above)]
    rest = [piece.strip(" \t\u3000") for piece in _CUT.split(below)]
    cut, end = first[-1], rest[0]
    others = [name for piece in (*first[:-1], *rest[1:]) if (name := _BEFORE_NAME.split(piece)[-1].strip(" \t\u3000"))]
    if len(others) < _FEWEST:
        return None
    if all(_ends_in_role(piece) for piece in others):
        return "" if not _ends_in_role(cut) and _ROLE.fullmatch(_tail(cut, end)) else None
    return _between_letters(cut, end, others)


def _ends_in_role(piece: str) -> bool:
    return any(_ROLE.fullmatch(piece[i:]) for i in range(1, len(piece)))


def _tail(cut: str, end: str) -> str:
    """The role that the line end may have cut: 「木村委」 and 「員」 → 「委員」, 「木村」 and 「委員」 → 「委員」."""
    return next((cut[i:] + end for i in range(1, len(cut) + 1) if _ROLE.fullmatch(cut[i:] + end)), "")


def _between_letters(cut: str, end: str, others: Sequence[str]) -> str | None:
    pieces = [re.split("[ \u3000]+", piece) for piece in (cut, end, *others)]
    if not all(_LETTERS.fullmatch(word) and not _ROLE.fullmatch(word) for piece in pieces for word in piece):
        return None
    if len("".join((*pieces[0], *pieces[1]))) > _LONGEST:
        return None
    parts = {len(piece) for piece in pieces[2:]}
    if parts == {1} and len(pieces[0]) == len(pieces[1]) == 1:
        shorter = min(len(cut), len(end)) < _SHORTEST <= min(map(len, others))
        return "" if shorter and len(cut + end) >= _SHORTEST else None
    if parts == {2} and (len(pieces[0]), len(pieces[1])) in ((1, 1), (2, 1), (1, 2)):
        return "\u3000" if len(pieces[0]) == len(pieces[1]) else ""
    return None
