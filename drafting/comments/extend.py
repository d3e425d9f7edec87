"""The ledger as it stands and the comments of reviewers' files → the ledger with what is new at its end. Pure.

A comment is known by who wrote it, when, at which address, and its words (`_key`, kept in the file, so that the
secretariat may put a name right); of several such ones by the passage too. A file that was saved anew, handed on
to the next reviewer or read a second time adds nothing; two equal comments of one file are two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import NamedTuple

from drafting.addresses import is_address
from drafting.comments.ledger import Comment, Reply, read_comments
from drafting.comments.writing import HEAD, KEY, new_items
from drafting.files import FORBIDDEN
from drafting.patterns import lazy_pattern
from drafting.problems import InputError, has_errors
from drafting.yamlfile import parse
from drafting.yamlfile.append import append_items

GETA = "〓"
NO_WORDS = "（文字のないコメント）"
_GIVEN = lazy_pattern(r"^ *# ――.*[（〜]C([0-9]{1,7})）", re.MULTILINE)
_LONGEST, _KEPT, _CUT = 400, (300, 60), "…（中略）…"


class Extended(NamedTuple):
    """The new text, the rows that are new in it, and how many comments and replies were there already or twice in the files."""

    text: str
    added: tuple[Comment, ...]
    known: int


@dataclass(slots=True)
class _Row:
    """A row; `written` in the ledger before, or new with what will stand in it."""

    comment: Comment
    written: bool
    replies: list[Reply] = field(default_factory=list)


class _Said(NamedTuple):
    """A comment or a reply: what it is known by, the passage, the row that holds it."""

    key: str
    quote: str
    row: _Row


def extend_ledger(text: str, files: Sequence[Sequence[Comment]], file: str) -> Extended:
    """The ledger with the comments of each of `files` that it does not hold yet; ids and keys are given here.

    A missing ledger is "". An answer to a comment that the ledger holds already is a row of its own that names it,
    so that nobody takes it for decided. Raises InputError where the ledger has a fault, WriteError (Y06x) where it is
    written in a way that cannot be added to safely.
    """
    rows = _rows_of(text, file)
    ledger = _Ledger(rows, _last_number(text, rows))
    for comments in files:
        ledger.add([_clean(one) for one in comments])
    added = tuple(replace(row.comment, replies=tuple(row.replies)) for row in ledger.new)
    if added and _is_bare(text):
        text = _begun(text)
    return Extended(append_items(text, KEY, new_items(added), file), added, ledger.known)


def _is_bare(text: str) -> bool:
    """True for a file without values: missing, empty, or comments only."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines())


def _begun(text: str) -> str:
    """A bare file with the key of the list, below the head where it is empty."""
    newline = "\r\n" if "\r\n" in text else "\n"
    head = "" if text.strip() else HEAD.replace("\n", newline)
    gap = "" if not text or text.endswith(("\n", "\r")) else newline
    return f"{text}{gap}{head}{newline}{KEY}:{newline}"


def _rows_of(text: str, file: str) -> tuple[Comment, ...]:
    if _is_bare(text):
        return ()
    rows, problems = read_comments(parse(text, file), file)
    if has_errors(problems):
        raise InputError(*problems)
    return rows


def _last_number(text: str, rows: Iterable[Comment]) -> int:
    """The highest number ever given: also of rows that are gone, by the line above those of their file."""
    numbers = [int(id[1:]) for row in rows for id in (row.id, row.reply_to) if id]
    return max([0, *numbers, *map(int, _GIVEN.findall(text))])


def _clean(one: Comment) -> Comment:
    """The comment without what YAML cannot hold and with a passage of a length that can be read."""
    quote = one.quote if len(one.quote) <= _LONGEST else one.quote[: _KEPT[0]] + _CUT + one.quote[-_KEPT[1] :]
    replies = tuple(Reply(_sound(each.author), each.date, _words(each.text)) for each in one.replies)
    return replace(
        one, author=_sound(one.author), at=_sound(one.at), quote=_sound(quote), text=_words(one.text), replies=replies,
        file=_sound(one.file),
    )  # fmt: skip


def _sound(text: str) -> str:
    return FORBIDDEN.sub(GETA, text).strip("\n")


def _words(text: str) -> str:
    return _sound(text) if text.strip() else NO_WORDS


def _key(one: Comment, said: Comment | Reply) -> str:
    """What a comment or a reply of the thread `one` is known by. One without a name or a time is known by its file too:
    programs that take names out give everybody the same."""
    who = said.author if said.author and said.date else f"{said.author}\0{one.file}"
    where = one.at if is_address(one.at) else one.quote or one.at
    return sha256("\0".join((who, said.date, where, " ".join(said.text.split()))).encode("utf-8", "replace")).hexdigest()[:12]


def _thread(one: Comment) -> tuple[Comment | Reply, ...]:
    return (one, *one.replies)


class _Ledger:
    """The rows while files are added."""

    def __init__(self, rows: Iterable[Comment], last: int) -> None:
        self.new: list[_Row] = []
        self.known = 0
        self._last = last
        self._said: dict[str, list[_Said]] = defaultdict(list)
        for one in rows:
            row = _Row(one, written=True)
            for said in _thread(one):
                self._hold(_Said(said.key or _key(one, said), one.quote, row))

    def _hold(self, said: _Said) -> None:
        self._said[said.key].append(said)

    def add(self, comments: Sequence[Comment]) -> None:
        """The comments of one file."""
        units = [(one, said, _key(one, said)) for one in comments for said in _thread(one)]
        rows = iter(_matched([(key, one.quote) for one, _, key in units], self._said))
        for one in comments:
            row = next(rows)
            self.known += row is not None
            row = row or self._new_row(replace(one, replies=(), key=_key(one, one)))
            for reply in one.replies:
                if next(rows) is not None:
                    self.known += 1
                    continue
                self._answer(row, one, reply._replace(key=_key(one, reply)))

    def _new_row(self, comment: Comment) -> _Row:
        self._last += 1
        row = _Row(replace(comment, id=f"C{self._last}"), written=False)
        self.new.append(row)
        self._hold(_Said(row.comment.key, comment.quote, row))
        return row

    def _answer(self, row: _Row, one: Comment, reply: Reply) -> None:
        """A new answer: in the row if that is new too, else in a row of its own."""
        if row.written:
            author, date, text, key = reply
            answer = replace(one, author=author, date=date, text=text, key=key, replies=(), resolved=False)
            self._new_row(replace(answer, reply_to=row.comment.id))
        else:
            row.replies.append(reply)
            self._hold(_Said(reply.key, one.quote, row))


def _matched(units: Sequence[tuple[str, str]], said: Mapping[str, Sequence[_Said]]) -> Iterator[_Row | None]:
    """For each comment of a file the row that holds it; no two share what one was held for.

    Those whose passage is the same come first, so that reading the files again finds the same.
    """
    free = {key: list(said.get(key, ())) for key in dict.fromkeys(key for key, _ in units)}
    found: list[_Row | None] = [None] * len(units)
    for fits in (_same, _alike):
        for i, (key, quote) in enumerate(units):
            if found[i] is None and (match := _take(free[key], quote, fits)):
                found[i] = match.row
    return iter(found)


def _take(free: list[_Said], quote: str, fits: Callable[[str, str], bool]) -> _Said | None:
    at = next((i for i, one in enumerate(free) if fits(one.quote, quote)), None)
    return None if at is None else free.pop(at)


def _same(one: str, other: str) -> bool:
    return one == other


def _alike(one: str, other: str) -> bool:
    """True for two wordings of one passage: half of the longer one begins or ends both, or one of them is gone."""
    longer = max(len(one), len(other))
    begins = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    ends = next((i for i, (a, b) in enumerate(zip(one[::-1], other[::-1], strict=False)) if a != b), min(len(one), len(other)))
    return not one or not other or 2 * (begins + ends) >= longer
