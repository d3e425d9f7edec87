"""What Japanese input methods do to YAML, found in the raw text before it is parsed.

The parser sees a full-width blank, colon or dash as a letter, so a list silently becomes a
text and a key vanishes. Here each is told at its place with its cure. The inside of `|` and
`>` blocks is the clerk's text and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.patterns import lazy_pattern
from drafting.problems import Place, Problem, Severity

# Without one of these or " #" nothing needs a look: ｜ and ＞ at the end of a line, dashes and brackets behind a blank, ：
# behind a key; the others anywhere. One class of letters is searched five times as fast as a choice, so it stands first.
_SUSPECT = lazy_pattern(
    "[｜＞｛［\u3000\xa0\t：＃－ー−‐–—・＿\x85\u2028\u2029](?:(?<=[\u3000\xa0\t＃＿\x85\u2028\u2029])|(?<=[｜＞])(?=[ \u3000]*\r?$)"
    "|(?<=[｛［－ー−‐–—・])(?<![^ \r\n][｛［－ー−‐–—・])|(?<=[A-Za-z_0-9 ]：))",
    re.MULTILINE,
)
_BLOCK = lazy_pattern(r"^(?P<lead>(?: *- )* *)(?:[^\s#'\"][^#]*?: +|- +)?(?:[|>][-+0-9]*)[ \t\u3000\xa0]*(?:#.*)?$")
_KEY = "[A-Za-z_][A-Za-z_0-9]*"
_WIDE_DASH = lazy_pattern(f"^ *([－ー−‐–—・])[ \u3000]*({_KEY}) *[:：]")
_WIDE_INDENT = lazy_pattern("^ *([\u3000\xa0\t]+)")
_STRUCTURE = lazy_pattern(f"^[ \u3000\xa0\t]*(?:[-－][ \u3000]|{_KEY}[ \u3000]*[:：])")
_DASH_BLANK = lazy_pattern("^ *(-)[\u3000\xa0]")
_WIDE_COLON = lazy_pattern(f"^(?: *- +)* *({_KEY})[ \u3000]*(：|:[\u3000\xa0])")
_WIDE_TAIL = lazy_pattern(f"^(?: *- +)* *(?:{_KEY}: +)?([|>])[-+0-9]*( *[\u3000\xa0])[ \u3000\xa0]*$")
_WIDE_HASH = lazy_pattern("^[ \u3000]*(＃)")
_WIDE_SIGN = lazy_pattern(
    f"^(?: *- +)* *(?:(?:{_KEY}: +)([｜＞])[ \u3000]*$|(?:{_KEY}: +|(?<=- ))(｛)[ \u3000]*{_KEY} *[:：]|{_KEY}: +(［)[^［］]*-U[0-9][^［］]*］[ \u3000]*$)"
)
_CUT = lazy_pattern("^(?: *- +)* *[^\\s:#'\"\\[{]+:[ \t]+[^'\"\\[{|>#\\s][^#]*?[^\\s\x00-\x7f]( )#(?! )")
_BREAK = lazy_pattern("[\x85\u2028\u2029]")


def scan_typing(text: str, file: str) -> list[Problem]:
    """The problems in the order of the lines; a cut sentence (Y036) is a warning, the rest errors."""
    if not _is_suspect(text):
        return []
    found = []
    for number, line in _structural_lines(text):
        if _is_suspect(line) and (problem := _look(line, number, file)):
            found.append(problem)
    for match in _BREAK.finditer(text):
        number = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        message = f"目に見えない改行（U+{ord(match[0]):04X}）があります。消して、ふつうの改行にしてください。"
        found.append(Problem("Y037", message, Place(file, number, column)))
    return found


def _is_suspect(text: str) -> bool:
    return " #" in text or _SUSPECT.search(text) is not None


def _structural_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not inside a block scalar, with their numbers from 1."""
    inside: str | None = None  # the blanks that every line of the block begins with
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if inside is not None:
            if line.startswith(inside) or not line.strip(" "):
                continue
            inside = None
        if ("|" in line or ">" in line) and (match := _BLOCK.match(line)):
            lead = len(match["lead"])
            if match["lead"].endswith("- ") and line[lead:].startswith(("|", ">")):
                lead -= 2
            inside = " " * (lead + 1)
        yield number, line


def _look(line: str, number: int, file: str) -> Problem | None:
    """The first thing wrong in one line."""

    def problem(code: str, column: int, message: str, severity: Severity = Severity.ERROR) -> Problem:
        return Problem(code, message, Place(file, number, column + 1), severity)

    if (match := _WIDE_INDENT.match(line)) and (_STRUCTURE.match(line) or not line.strip(" \t\u3000\xa0")):
        if not line.strip(" \t\u3000\xa0"):
            if "\u3000" not in line and "\xa0" not in line:
                return None
            return problem("Y030", match.start(1), "全角の空白だけの行です。空白を消してください。")
        what = {"\t": "タブ", "\xa0": "特殊な空白（NBSP）"}.get(match[1][0], "全角の空白")
        return problem("Y031", match.start(1), f"字下げに{what}が使われています。半角の空白にしてください。")
    if match := _WIDE_DASH.match(line):
        return problem("Y032", match.start(1), f"「{match[1]}」ではなく、半角の「-」と半角の空白で始めてください。")
    if match := _DASH_BLANK.match(line):
        return problem("Y033", match.start(1), "「-」の後が全角の空白です。半角の空白にしてください。")
    if match := _WIDE_COLON.match(line):
        what = "コロンが全角です" if match[2] == "：" else "コロンの後が全角の空白です"
        return problem("Y034", match.start(1), f"「{match[1]}」の後の{what}。半角の「: 」（コロンと空白）にしてください。")
    if match := _WIDE_TAIL.match(line):
        blank = "全角の空白" if match[2].endswith("\u3000") else "特殊な空白（NBSP）"
        return problem("Y034", match.end(2) - 1, f"「{match[1]}」の後ろに{blank}があります。消してください。")
    if match := _WIDE_SIGN.match(line):
        sign = match[match.lastindex or 0]
        both = "" if sign in "｜＞" else "（閉じる方も）"
        message = f"「{sign}」が全角です。半角の「{chr(ord(sign) - 0xFEE0)}」にしてください{both}。"
        return problem("Y038", match.start(match.lastindex or 0), message)
    if match := _WIDE_HASH.match(line):
        return problem("Y035", match.start(1), "「＃」が全角です。説明の行は半角の「#」で始めてください。")
    if match := _CUT.match(line):
        message = "半角の空白と「#」から後ろは説明とみなされ、文章に入りません。文章なら全体を「'」で囲んでください。"
        return problem("Y036", match.start(1), message, Severity.WARNING)
    return None
