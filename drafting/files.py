"""Reading of files so that nothing is misread: the encoding is told from the bytes, and what
cannot be told for certain is refused at its place."""

from __future__ import annotations

import codecs
import contextlib
import errno
from pathlib import Path

from drafting.dataclass import dataclass
from drafting.patterns import lazy_pattern
from drafting.problems import InputError, LimitError, Place, Problem, Severity

MAX_TEXT_BYTES = 20 * 1024 * 1024

# XML 1.0 section 2.2 (Char) or YAML 1.2 section 5.1 (c-printable) forbid these: no file of ours can hold them.
_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_DOUBTFUL = "\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff\U000f0000-\U0010fffd"
FORBIDDEN, DOUBTFUL, _EITHER = (lazy_pattern(f"[{letters}]") for letters in (_FORBIDDEN, _DOUBTFUL, _FORBIDDEN + _DOUBTFUL))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was encoded. `encoding` is a Python codec name; `bom` the leading bytes."""

    text: str
    encoding: str
    bom: bytes
    problems: tuple[Problem, ...] = ()


def read_bytes(path: Path, name: str, limit: int = MAX_TEXT_BYTES) -> bytes:
    """The bytes of a file. Raises InputError when it cannot be read, LimitError beyond `limit`."""
    try:
        if path.is_fifo() or path.is_socket():  # waiting for them would never end
            raise InputError(Problem("F003", "ふつうのファイルではないので読めません。ファイルを指定してください。", Place(name)))
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError:
        raise InputError(Problem("F001", "ファイルが見つかりません。名前と場所を確かめてください。", Place(name))) from None
    except IsADirectoryError:
        raise InputError(Problem("F002", "ファイルではなくフォルダーです。中のファイルを指定してください。", Place(name))) from None
    except OSError as error:
        raise InputError(Problem("F003", _why_not(error), Place(name))) from None
    check_size(data, name, limit)
    return data


def _why_not(error: OSError) -> str:
    """Why a file cannot be read, and what to do."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY):
        return "読めません。ほかのプログラムで開いていれば閉じ、読む権限があるかを確かめて、もう一度実行してください。"
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return "ファイルの名前が長すぎるか、使えない文字があります。名前を短くしてください。"
    if error.errno == errno.ENOTDIR:
        return "ファイルが見つかりません。名前と場所を確かめてください。"
    if error.errno == errno.ELOOP:
        return "リンクが元に戻っていて、読めません。元のファイルを指定してください。"
    return f"読めません（{error.strerror}）。壊れていないか、つながっているか（共有フォルダーなど）を確かめてください。"


def check_size(data: bytes, name: str, limit: int = MAX_TEXT_BYTES) -> None:
    """Raises LimitError (F004) beyond `limit`: what we write must be what we can read again."""
    if len(data) > limit:
        size = limit // (1024 * 1024)
        raise LimitError(Problem("F004", f"大きすぎます（{size}MBまで）。ファイルを分けてください。", Place(name)))


def decode(data: bytes, name: str) -> Decoded:
    """The text of `data`, whatever a Japanese Windows saved it as: UTF-8, UTF-16 with BOM, cp932, EUC.

    Raises InputError where a byte cannot be read; bytes are never replaced.
    """
    if what := next((what for sign, what in _SIGNATURES.items() if data.startswith(sign)), ""):
        message = f"文字のファイルではなく、{what}のファイルです。文字のファイル（.txt など）にして保存したものを指定してください。"
        raise InputError(Problem("F013", message, Place(name)))
    for bom, codec, label in _BOMS:
        if data.startswith(bom):
            text = _strict(data[len(bom) :], codec, label, name)
            told = () if codec == "utf-8" else (_told(label, name),)
            return Decoded(text, codec, bom, told)
    if data[:400].count(0) > len(data[:400]) // 4:
        raise InputError(_unmarked("UTF-16", name))
    if b"\x1b$" in data[:_ESCAPES_WITHIN] and data.isascii():
        raise InputError(_unmarked("JIS（ISO-2022-JP）", name))
    try:
        return Decoded(data.decode("utf-8"), "utf-8", b"")
    except UnicodeDecodeError as error:
        legacy = _legacy_codec(data)
        if legacy is None and any(_at_even_place(data, line_end) for line_end in (b"\n\0", b"\0\n")):
            raise InputError(_unmarked("UTF-16", name)) from None
        if legacy is None:
            raise InputError(_broken(data, error, "UTF-8", name)) from None
        label = {"cp932": "シフトJIS（cp932）", "euc_jp": "EUC-JP"}[legacy]
        return Decoded(data.decode(legacy), legacy, b"", (_told(label, name),))


_SIGNATURES = {
    b"PK\x03\x04": "WordやExcel",
    b"\xd0\xcf\x11\xe0": "古い形式か、パスワード付きのWordやExcel",
    b"%PDF-": "PDF",
}
_ESCAPES_WITHIN = 4000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)


def _unmarked(seems: str, name: str) -> Problem:
    """F010: an encoding that is named, and never guessed."""
    message = f"文字コードが分かりません（{seems}のようです）。メモ帳などで「UTF-8」として保存し直してください。"
    return Problem("F010", message, Place(name))


def _at_even_place(data: bytes, sign: bytes) -> bool:
    """True if two bytes stand where a letter of UTF-16 would."""
    place = data.find(sign)
    return place >= 0 and place % 2 == 0 and len(data) % 2 == 0


def _told(label: str, name: str) -> Problem:
    message = f"文字コードは{label}でした。そのまま読みました（UTF-8で保存し直すと確実です）。"
    return Problem("F011", message, Place(name), Severity.WARNING)


def _strict(data: bytes, codec: str, label: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise InputError(_broken(data, error, label, name)) from None


def _broken(data: bytes, error: UnicodeDecodeError, label: str, name: str) -> Problem:
    before = data[: error.start].decode(error.encoding, "replace")
    message = f"{label}として読めない文字があります（壊れたバイト {data[error.start]:02X}）。元のファイルから写し直してください。"
    return Problem("F012", message, place_at(before, len(before), name))


def _legacy_codec(data: bytes) -> str | None:
    """cp932 or euc_jp if the bytes are surely that; None for UTF-8 with a broken byte."""
    sound = data.decode("utf-8", "ignore")
    if sum(c >= "\u0800" for c in sound) * 3 > sum(b >= 0x80 for b in data) // 2:
        return None
    readings: dict[str, str] = {}
    for codec in ("cp932", "euc_jp"):
        with contextlib.suppress(UnicodeDecodeError):
            readings[codec] = data.decode(codec)
    if len(readings) == 2:
        # EUC text read as cp932 comes out as half-width katakana.
        text = readings["cp932"]
        kana = sum("\uff61" <= c <= "\uff9f" for c in text)
        return "euc_jp" if kana * 3 > sum(c > "\x7f" for c in text) else "cp932"
    return next(iter(readings), None)


def place_at(text: str, index: int, name: str) -> Place:
    """The place of the character `index` of a text; \\n, \\r\\n and \\r end lines."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    start = before.rfind("\n") + 1
    return Place(name, before.count("\n") + 1, len(before) - start + 1)


def check_characters(text: str, name: str) -> list[Problem]:
    """Errors for characters that no document can hold, warnings for invisible or private ones."""
    problems: list[Problem] = []
    if not _EITHER.search(text):
        return problems
    for match in FORBIDDEN.finditer(text):
        message = f"使えない文字（{_code_point(match[0])}）があります。消して打ち直してください。"
        problems.append(Problem("F020", message, place_at(text, match.start(), name)))
    for match in DOUBTFUL.finditer(text):
        if match.start() == 0 and match[0] == "\ufeff":
            continue
        what = "外字" if match[0] >= "\ue000" and match[0] != "\ufeff" else "目に見えない文字"
        message = f"{what}（{_code_point(match[0])}）があります。ほかの機械では別の字になることがあります。"
        problems.append(Problem("F021", message, place_at(text, match.start(), name), Severity.WARNING))
    return problems


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"
