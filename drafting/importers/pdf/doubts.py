"""What a PDF does not tell: pages without text, letters without characters, writing that is not read in lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.importers.pdf.grid import tables_of
from drafting.importers.pdf.lines import Line, lines_of
from drafting.importers.pdf.margins import page_list
from drafting.importers.pdf.page import BLANKS, UNREADABLE, Page
from drafting.importers.rows import warning
from drafting.problems import InputError, Place, Problem

_LARGE_PICTURE, _PICTURE = 0.5, 0.03  # shares of the page
_STAMP = 60  # letters: a page number or a stamp on a scanned page
_MANY_DRAWINGS = 30
_GARBAGE = 0.1  # share of letters without a character
_ENOUGH = 50  # letters to judge a language by
_JAPANESE = re.compile("[ぁ-ヿ㐀-鿿豈-﫿々〆○◎\U00020000-\U0003ffff]")
_LETTER = re.compile(r"[^\W\d_]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_SHOWN = 40
_OTHER_FORM = "Word 版かテキスト版を用意するか、OCR（文字認識）で文字にしてください。"


class Doubts:
    """Collects, page by page, what must be told; `problems` gives it at the end."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._letters = self._unread = self._japanese = self._alphabetic = 0
        self._scans = self._count_of_pages = 0
        self._pages: dict[str, list[int]] = {}
        self._told: list[Problem] = []

    def look(self, page: Page) -> None:
        """Note what is doubtful on a page. Raises InputError I050 for vertical writing and two pages on a sheet."""
        self._count_of_pages += 1
        letters = [glyph.text for glyph in page.glyphs if glyph.text not in BLANKS]
        self._count(letters, page.number)
        self._look_at_pictures(page, len(letters))
        if page.vertical * 2 > len(letters) > _ENOUGH:
            raise self._refused(f"{page.number}ページが縦書きです。縦書きの PDF は読み取れません。")
        if _is_two_up(page):
            raise self._refused(f"{page.number}ページに、2ページ分（または2段）の文章が左右に並んでいます。読む順が決まりません。")
        if page.aslant:
            what = f"{page.number}ページの、斜めや横向きの文字「{_short(page.aslant)}」は取り込みませんでした。本文なら書き足してください。"
            self._told.append(warning("I049", what, self._file, 1))
        for remark in filter(None, page.remarks):
            what = f"{page.number}ページに付いた注釈や入力欄「{_short(remark)}」は取り込みませんでした。本文なら書き足してください。"
            self._told.append(warning("I049", what, self._file, 1))

    def problems(self) -> list[Problem]:
        """All that was noted. Raises InputError I043 (no text at all) or I045 (no Japanese to be read)."""
        if not self._letters or (self._scans and self._scans == self._count_of_pages):
            message = f"文字がありません。紙を読み込んだだけの PDF のようです。{_OTHER_FORM}"
            raise InputError(Problem("I043", message, Place(self._file)))
        garbage = self._unread > self._letters * _GARBAGE
        if garbage or (self._alphabetic >= _ENOUGH and self._japanese < self._alphabetic * 0.2):
            message = (
                "文字の形はありますが、何の文字かが PDF に書かれていないか、日本語として読めません（フォントの情報がありません）。"
                "Word 版かテキスト版を用意するか、Word で「PDF/A」として保存し直してください。"
            )
            raise InputError(Problem("I045", message, Place(self._file)))
        return [*self._told, *self._by_page()]

    def _count(self, letters: Sequence[str], number: int) -> None:
        text = "".join(letters)
        unread = text.count(UNREADABLE)
        self._letters += len(text)
        self._unread += unread + len(_PRIVATE.findall(text))
        self._japanese += len(_JAPANESE.findall(text))
        self._alphabetic += len(_LETTER.findall(text)) + unread
        if unread:
            self._note("unread", number)
        if _PRIVATE.search(text):
            self._note("private", number)

    def _look_at_pictures(self, page: Page, letters: int) -> None:
        largest = max(page.pictures, default=0.0)
        drawn = page.drawings >= _MANY_DRAWINGS and not letters
        if (largest >= _LARGE_PICTURE and letters <= _STAMP) or drawn or (largest >= _PICTURE and not letters):
            self._note("scanned", page.number)
            self._scans += 1
        elif largest >= _LARGE_PICTURE:
            self._note("recognised", page.number)
        elif largest >= _PICTURE:
            self._note("picture", page.number)
        elif not letters:
            self._note("empty", page.number)

    def _note(self, what: str, number: int) -> None:
        self._pages.setdefault(what, []).append(number)

    def _by_page(self) -> list[Problem]:
        found = {what: page_list(numbers) for what, numbers in self._pages.items()}
        errors = {
            "scanned": ("I044", f"{{}}は画像で、文字がないので取り込めませんでした。その分を書き足すか、{_OTHER_FORM}"),
            "unread": ("I046", f"{{}}に、何の文字か分からない所があります（「{UNREADABLE}」にしました）。元の PDF を見て直してください。"),
        }
        warnings = {
            "private": ("I046", "{}に外字があります。元の PDF を見て、正しい文字か確かめてください。"),
            "recognised": ("I051", "{}は、画像に文字認識（OCR）の文字を重ねたもののようです。読み違いがないか、元の PDF と見比べてください。"),
            "picture": ("I049", "{}に図や画像があります。その中の文字は取り込んでいません。"),
            "empty": ("I049", "{}には何も書かれていません。抜けたページでないか確かめてください。"),
        }
        told = [Problem(code, text.format(found[what]), Place(self._file)) for what, (code, text) in errors.items() if what in found]
        return told + [warning(code, text.format(found[what]), self._file, 1) for what, (code, text) in warnings.items() if what in found]

    def _refused(self, reason: str) -> InputError:
        message = f"{reason}Word 版かテキスト版（横書き・1段）を用意してください。"
        return InputError(Problem("I050", message, Place(self._file)))


def _is_two_up(page: Page) -> bool:
    """True if two columns of full text stand side by side with nothing across the gap between them."""
    middle = page.width / 2
    gutter = [glyph for glyph in page.glyphs if glyph.text not in BLANKS and glyph.x0 < middle + 6 and glyph.x1 > middle - 6]
    if gutter or len(page.glyphs) < 400 or tables_of(page.rules):
        return False
    sides = [[g for g in page.glyphs if g.x1 < middle], [g for g in page.glyphs if g.x0 > middle]]
    return all(_is_full_text(side, page.width) for side in map(lines_of, sides))


def _is_full_text(lines: Sequence[Line], width: float) -> bool:
    wide = [line for line in lines if line.x1 - line.x0 > width * 0.3]
    return len(wide) >= 8 and len(wide) * 2 > len(lines)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
