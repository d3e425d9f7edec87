"""What went wrong in a template, as a Problem with file, line and column."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from drafting.patterns import lazy_pattern
from drafting.problems import Place, Problem, did_you_mean

_TAG = lazy_pattern(r"\{%[-+]?\s*(end)?(for|if|macro|block|call|filter|set|with|autoescape|raw)\b(.*?)%\}", re.DOTALL)
_EXPRESSION = lazy_pattern(r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)", re.MULTILINE)
_FULL_WIDTH = lazy_pattern("[｜｛｝％＋－＊／＝（），．：；＜＞“”‘’]")

# What Jinja met and could not read; "end of …" is where it would have gone on
_UNREADABLE = lazy_pattern(r"""(?:got|unexpected(?: char)?) (['"])(?!end of)(.+?)\1""")
_CLOSE = "「{{ }}」と「{% %}」が閉じているか確かめてください。"
_ADVICE = dict.fromkeys("{}%", _CLOSE) | dict.fromkeys("'\"", "言葉の両端を、同じ引用符で囲んでください。") | {
    "=": "比べるなら「==」と書いてください。", "&": "「and」と書いてください。", "!": "「not」と書いてください。",
}  # fmt: skip
_MISSING = lazy_pattern("No (?:filter|test) named '(.*?)'")
_REASONS: dict[type[BaseException], str] = {
    ZeroDivisionError: "0で割っています", TypeError: "値の種類か、かっこの中の個数が合いません",
    ValueError: "値が正しくありません", LookupError: "ない項目を使っています",
}  # fmt: skip


def explain(error: BaseException, place: Place, folder: Path, label: str, names: tuple[str, ...]) -> Problem:
    """The Problem for an error raised while `place.file` was compiled or run."""
    name, line = _where(error, place, folder, label)
    lines = _lines(folder, name, label)
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    code, message, needle = _what(error, names, folder)
    column = _column(source, needle)
    if isinstance(error, TemplateSyntaxError):
        if "end of template" in str(error.message) and (opened := _unclosed("\n".join(lines))):
            line, column, tag = opened
            message = f"「{{% {tag} %}}」が閉じていません。「{{% end{tag} %}}」を書いてください。"
        else:
            column = _syntax_column(source, str(error.message))
            if (odd := source[column - 1 : column]) and _FULL_WIDTH.fullmatch(odd):
                message = f"「{odd}」が全角です。半角で書いてください。"
    return Problem(code, message, Place(name, line, column))


def _where(error: BaseException, place: Place, folder: Path, label: str) -> tuple[str, int]:
    def named(path: str) -> str:
        relative = Path(path).resolve().relative_to(folder.resolve()).as_posix()
        return f"{label}/{relative}" if label else relative

    if isinstance(error, TemplateSyntaxError):
        return (named(error.filename) if error.filename else place.file), error.lineno
    root = str(folder.resolve())
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        # A program installed below the folder has frames there as well.
        if frame.filename.startswith(root) and frame.lineno and not frame.filename.endswith(".py"):
            return named(frame.filename), frame.lineno
    return place.file, 1


def _lines(folder: Path, name: str, label: str) -> list[str]:
    path = folder / (name.removeprefix(f"{label}/") if label else name)
    return path.read_text(encoding="utf-8-sig").splitlines() if path.is_file() else []


def _what(error: BaseException, names: tuple[str, ...], folder: Path) -> tuple[str, str, str]:
    """Code, message and a word to look for in the line."""
    text = str(error)
    if isinstance(error, UndefinedError):
        word = re.search("「(.*?)」", text)
        return "T011", text if word else "ない値を使っています。", word[1] if word else ""
    if isinstance(error, TemplateNotFound):
        near = did_you_mean(text, tuple(path.name for path in folder.glob("*.j2")))
        return "T012", f"ひな型「{text}」が templates フォルダーにありません。{near}", text
    if isinstance(error, SecurityError):
        return "T013", "この操作は使えません（書き込みや、値の内部を調べることはできません）。", ""
    if isinstance(error, TemplateSyntaxError):
        return "T010", _syntax_message(str(error.message)), ""
    if isinstance(error, (RecursionError, MemoryError, OverflowError)) or type(error).__name__ == "TooMuch":
        return "T014", "処理が終わりません（繰り返しが多すぎるか、文章が大きくなりすぎます）。繰り返しを見直してください。", ""
    if text.startswith("unprintable:"):
        what = "値がありません（None）" if text.endswith("NoneType") else "一覧や組はそのまま印刷できません"
        return "T015", f"{what}。{{% if %}} や {{% for %}} を使ってください。", ""
    if match := _MISSING.search(text):
        return "T016", f"「{match[1]}」という変換や調べ方はありません。名前を確かめてください。", match[1]
    why = next((words for kind, words in _REASONS.items() if isinstance(error, kind)), "式が正しくありません")
    return "T016", f"ひな型の計算ができません（{why}）。式を見直してください。", ""


def _syntax_message(text: str) -> str:
    if match := re.search(r"No (filter|test) named '(.*?)'", text):
        return f"「{match[2]}」という変換はありません。名前を確かめてください。"
    if match := re.search(r"unknown tag '(end\w+)'.*needs to be closed is '(.*?)'", text):
        return f"「{{% {match[1]} %}}」の前に「{{% {match[2]} %}}」を閉じてください（「{{% end{match[2]} %}}」）。"
    if match := re.search(r"unknown tag '(.*?)'", text):
        return f"「{match[1]}」という命令はありません。名前と、対になる始まりがあるかを確かめてください。"
    if match := _UNREADABLE.search(text):
        return f"「{match[2]}」の所が読めません。{_ADVICE.get(match[2], 'つづりと、前後の記号を確かめてください。')}"
    return f"書き方が違います。{_CLOSE}"


def _column(source: str, needle: str) -> int:
    """The column of the expression that holds `needle`, else of the first one in the line."""
    found = list(_EXPRESSION.finditer(source))
    best = next((match for match in found if needle and needle in match[0]), found[0] if found else None)
    return best.start() + 1 if best else 1


def _syntax_column(source: str, message: str) -> int:
    if match := _FULL_WIDTH.search(source, max(source.find("{{"), source.find("{%"), 0)):
        return match.start() + 1
    if match := re.search("unexpected (?:char )?'(.+?)'", message):
        at = source.rfind(match[1]) if match[1] == "}" else source.find(match[1])
        if at >= 0:
            return at + 1
    return _column(source, "")


def _unclosed(text: str) -> tuple[int, int, str] | None:
    """Line, column and name of the innermost block that is never closed."""
    stack: list[tuple[int, str]] = []
    for match in _TAG.finditer(text):
        end, tag, rest = match.groups()
        if end:
            while stack and stack.pop()[1] != tag:
                pass
        elif tag != "set" or "=" not in rest:
            stack.append((match.start(), tag))
    if not stack:
        return None
    start, tag = stack[-1]
    return text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1, tag
