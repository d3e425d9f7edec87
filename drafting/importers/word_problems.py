"""What a clerk must know of minutes in Word beside their rows: nothing is left out without a word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from drafting.importers.rows import Row, warning
from drafting.problems import InputError, Place, Problem, Severity
from drafting.word.reading import ChangeKind, Document, StoryKind
from drafting.word.reading.values import Unread, UnreadKind

_SHOWN = 20
_EDGES = (StoryKind.HEADER, StoryKind.FOOTER)
_TEXTS = (StoryKind.BODY, StoryKind.FOOTNOTE, StoryKind.ENDNOTE)
_PAGE_NUMBER = re.compile(r"[-－‐―–—ー/／\s\u3000第頁ページ0-9０-９]*")


def nothing_to_read(document: Document, file: str) -> InputError:
    """I001: the file has no text, and what it has instead."""
    things = "・".join(dict.fromkeys(each.kind.value for each in document.unread if each.accepted))
    if things:
        message = (
            f"文字がありません（{things}だけです）。紙を読み取った文書なら、文字の入ったファイルを受け取るか、"
            "文字に起こしてから取り込んでください。"
        )
    else:
        message = "中身がありません。会議録の本文が入ったファイルかどうか確かめてください。"
    return InputError(Problem("I001", message, Place(file, 1, 1)))


def unread_problems(document: Document, rows: Sequence[Row], line_of: Mapping[int, int], file: str) -> list[Problem]:
    """I070 for each thing that is no text (in headers, and for signs that stay as they are, a warning), I074 for readings, I075 for hidden text."""
    texts: dict[int, str] = {}
    for row in rows:
        texts.setdefault(row.line, row.text.strip())
    found = [each for each in document.unread if each.accepted]
    readings = [each for each in found if each.kind is UnreadKind.RUBY]
    problems = [_unread(each, line_of, texts, file) for each in found if each.kind is not UnreadKind.RUBY]
    if readings:
        words = _some([each.words for each in readings])
        message = f"ふりがなを{len(readings)}か所で除きました（{words}）。必要なら YAML に書き足してください。"
        problems.append(warning("I074", message, file, _line(readings[0], line_of)))
    return problems


def _line(unread: Unread, line_of: Mapping[int, int]) -> int:
    where = unread.story.anchor if unread.story.kind is not StoryKind.BODY else unread.paragraph
    return line_of.get(where, 1)


def _unread(unread: Unread, line_of: Mapping[int, int], texts: Mapping[int, str], file: str) -> Problem:
    line = _line(unread, line_of)
    about = f"「{_short(unread.words)}」" if unread.words else ""
    near = f"「{_short(texts[line])}」のところ" if texts.get(line) else f"{line}番目の段落"
    where = near if unread.story.kind in _TEXTS else unread.story.kind.value
    if unread.kind is UnreadKind.SYMBOL:
        message = f"{unread.kind.value}{about}があります（{where}）。Word で見て、YAML に正しい文字を書いてください。"
        return warning("I070", message, file, line)
    if unread.kind is UnreadKind.HIDDEN:
        message = (
            f"隠し文字「{unread.words}」があります（{where}）。画面にも紙にも出ない文字ですが、取り込みました。"
            "名前など出してはならない言葉なら、YAML から消してください。"
        )
        return warning("I075", message, file, line)
    message = (
        f"{unread.kind.value}{about}があります（{where}）。文字として取り込めません。"
        "Word で開いて中身を見て、発言に当たる言葉があれば YAML に書き足してください。"
    )
    severity = Severity.ERROR if unread.story.kind in _TEXTS else Severity.WARNING
    return Problem("I070", message, Place(file, line, 1), severity)


def edge_problems(document: Document, file: str) -> list[Problem]:
    """I071: the words of headers and footers, but for bare page numbers."""
    words = dict.fromkeys(
        (each.story.kind, each.text.strip())
        for each in document.accepted
        if each.story.kind in _EDGES and not _PAGE_NUMBER.fullmatch(each.text)
    )
    if not words:
        return []
    told = "、".join(f"{kind.value}「{text}」" for kind, text in words)
    return [warning("I071", f"{told}は、発言ではないので取り込みませんでした。必要なら YAML に書き足してください。", file, 1)]


def review_problems(document: Document, file: str) -> list[Problem]:
    """I072 tracked changes, I073 comments: the file was still under review."""
    problems = []
    if count := sum(each.kind is not ChangeKind.FORMATTING for each in document.changes):
        message = f"変更履歴が{count}件残っています。すべて承諾した後の文として取り込みました。確定した会議録か確かめてください。"
        problems.append(warning("I072", message, file, 1))
    if document.comments:
        told = _some([each.text.replace("\n", " ") for each in document.comments])
        message = f"コメントが{len(document.comments)}件あります（{told}）。会議録には取り込みませんでした。"
        problems.append(warning("I073", message, file, 1))
    return problems


def _short(text: str) -> str:
    text = re.sub(r"[\n\t]+", " ", text)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _some(texts: Sequence[str]) -> str:
    shown = "、".join(f"「{_short(text)}」" for text in texts[:5])
    return shown + (" など" if len(texts) > 5 else "")
