"""HTML left over in minutes: `<p>` of the city's web pages, check boxes, and all other tags.

Only `<` before an ASCII letter or `/` opens a tag: 「<閉会>」 is text (domain §3, R44).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.importers.rows import Row, warning
from drafting.problems import Problem

_SPACED_PUBLIC, _SPACED_CLOSED = re.compile("公[ \u3000]{1,4}開"), re.compile("非[ \u3000]{1,4}公")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:[\s/][^<>]*)?>")
_P = re.compile(r"</?p\s*/?>", re.IGNORECASE)
_NEW_PARAGRAPH = re.compile(r"</p\s*>\s*<p\s*>", re.IGNORECASE)
_INPUT = re.compile(r"<input\b([^<>]*)>", re.IGNORECASE)
_SHOWN = 40
# The words of other cities' forms, and what the minutes YAML calls them.
PUBLIC = {
    "一部不可": "一部不可", "一部公開": "一部不可", "一部非公開": "一部不可", "部分公開": "一部不可", "全部公開": "可", "全部非公開": "不可",
    "全面公開": "可", "完全公開": "可", "原則公開": "可", "不可": "不可", "非公開": "不可", "公開": "可", "可": "可", "否": "不可",
}  # fmt: skip
_NAMED = "|".join(PUBLIC)
_OPTION = re.compile(f"<[^<>]*>|[□■☐☑☒○●◯〇・/／、,，\\t \u3000［］\\[\\]]*(?:{_NAMED})|[・/／、□■ \u3000]+$")
_TICKED = re.compile("(?:[☑☒✓✔■◼🗹]|(?<![ァ-ヶ])[レﾚ]|[\\[［(（][xXvVレﾚ○✓✔■][\\]］)）])[ \u3000]*([^ \u3000・、,□☐<(（\n/／\t]+)")
_CUT_BY_PAPER = re.compile("(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f・※①-⑳（]|$)")


def paragraphs(part: str) -> str:
    """The part of a cell that stands on one page, without `<p>` tags.

    Only `</p> <p>` within the part is a paragraph break ("\\n"): the web page closes and opens
    `<p>` at each page break too, in the middle of a sentence.
    """
    if "<" not in part:
        return part
    return _P.sub("", _NEW_PARAGRAPH.sub("\n", part))


def checked_option(text: str) -> str | None:
    """The option whose box is checked: 「<input checked=""/> 可・不可」 → 「可」, 「□可 ■不可」 → 「不可」.

    A text without boxes is returned as it is; None if there are boxes and none is checked.
    """
    pieces = _INPUT.split(text)
    for attributes, after in zip(pieces[1::2], pieces[2::2], strict=True):
        if re.search(r"\bchecked\b", attributes, re.IGNORECASE):
            return re.split("[ \u3000・、,(（]", after.strip(" \u3000・"))[0] or None
    if ticked := _TICKED.search(text):
        return ticked[1]
    if circled := re.search(f"[○〇◯●◎][ \u3000]*({_NAMED})", text):
        # ○ is an empty box beside ●, and the choice where it stands alone.
        filled = re.search(f"[●◎][ \u3000]*({_NAMED})", text)
        return (filled or circled)[1]
    return None if len(pieces) > 1 or re.search("[□☐]", text) else text


def public_of(text: str) -> tuple[str, str]:
    """公開の可否 as the minutes YAML names it, "" where it does not tell, and what stands in brackets or lines beside it."""
    text = _SPACED_PUBLIC.sub("公開", _SPACED_CLOSED.sub("非公", text))
    option = checked_option(text)
    named = re.match(f"[ \u3000]*({_NAMED})(?![^(（。\n]*[・／/、][ \u3000]*(?:{_NAMED}))", option or "")
    if option is None or not named:
        return "", ""
    rest = text.partition(named[1] if option is text else option)[2]
    bracket = re.search("[(（]([^()（）]{2,}(?:[(（][^()（）]*[)）][^()（）]*)*)[)）]", rest)
    beside = _CUT_BY_PAPER.sub("", bracket[1]) if bracket else _OPTION.sub("", rest)
    return PUBLIC[named[1]], re.sub("^(?:非公開の?)?(?:理由)?[：: \u3000]*", "", beside.strip(" \u3000\n"))


def tag_problems(rows: Sequence[Row], file: str) -> list[Problem]:
    """Warnings on the tags in rows: I012 once for `<p>`, I011 for each line with any other tag.

    `<input>` beside 公開の可否 is understood (see `checked_option`) and not reported.
    """
    problems: list[Problem] = []
    first_p = 0
    for row in rows:
        if not any("<" in cell for cell in row.cells):
            continue
        tags = [tag for cell in row.cells for tag in _TAG.findall(cell)]
        if not first_p and any(_P.fullmatch(tag) for tag in tags):
            first_p = row.line
        others = dict.fromkeys(tag for tag in tags if not _P.fullmatch(tag) and not _is_known_box(tag, row))
        if others:
            shown = "、".join(tag[:_SHOWN] for tag in list(others)[:3])
            message = f"HTML の印（{shown}）が文中に残っています。不要なら、取り込んだあとの YAML から消してください。"
            problems.append(warning("I011", message, file, row.line))
    if first_p:
        message = f"<p> …の印を段落の区切りとして読みました（最初は{first_p}行目）。段落の切れ目を確かめてください。"
        problems.append(warning("I012", message, file, first_p))
    return problems


def _is_known_box(tag: str, row: Row) -> bool:
    return _INPUT.fullmatch(tag) is not None and any(re.search("公[ \u3000]*開", cell) for cell in row.cells)
