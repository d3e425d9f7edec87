"""The words of a list of people: where it is cut, and what each word can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from drafting.importers.offices import (
    BODY,
    DEPARTMENT,
    DEPARTMENT_STARTS,
    HEADS,
    PLAIN,
    ROLE,
    ROLES,
    SURNAMES,
    TITLE,
    split_title,
)
from drafting.importers.roles import CHAIR, MEMBER, VICE_CHAIR, role_of
from drafting.importers.spaced import joined_name, separated_names


class What(Enum):
    """What a word in a list of people is."""

    NAME = "a name or a part of one"
    ROLE = "会長, 委員: a role in the committee alone"
    TITLE = "課長, 企画部長: an office in the city, with its department or without"
    DEPARTMENT = "企画課"
    BODY = "○○大学, 公募市民: where a member comes from"
    OPEN = "an opening bracket"
    CLOSE = "a closing bracket"
    DOT = "・ between two names"
    CUT = "another sign between two names"
    WIDE = "a wide gap between two columns"
    COUNT = "6名"


class Word(NamedTuple):
    """A word with the blanks before it; `stem` is the name in front of a role or title (「山田」会長)."""

    what: What
    text: str
    stem: str = ""
    title: str = ""
    department: str = ""
    blank: str = ""


_HONORIFICS = "氏|君|様|さん|殿|先生"
# 「古殿委員」 is 古殿: no honorific stands before a role.
_ROLE_END = re.compile(f"(.+?)((?:{ROLES})+(?:{_HONORIFICS})?|{_HONORIFICS})$")
_GIVEN = re.compile("[ \u3000]+[一-龯々ぁ-ん]{1,3}(?=$|[(（、，,／/・ \u3000])")
_BODY_ROLE = re.compile("(?:会|協会|連合|連盟|組合|自治|町内|町|区|団体|クラブ|サークル|協議|学校|支部|法人|後援)$")
# 「市民課長」 is of the city hall, 「市民」 a member.
_CITIZENS = frozenset(("市民", "住民"))
_COUNT = re.compile("(?:出席|欠席)(?:者|委員)?(?:数)?|(?:計|合計|以上|ほか|他|外)?[ \u3000]*[0-9０-９]{1,4}[名人]")
_TOKEN = re.compile(
    "(?P<blank>[ \t\u3000\n]*)(?:(?P<open>[(（〔［【\\[])|(?P<close>[)）〕］】\\]])|(?P<cut>[、，,;；／/|｜：:]|\n)|(?P<dot>[・･])"
    "|(?P<word>(?:(?<=[^ \t\u3000\n(（・、，])[(（](?:[^()（） \u3000\n会長副欠出代]|[ぁ-んァ-ヶ]{2})[)）]|(?<=[ァ-ヴー])[・･](?=[ァ-ヴー]{2})|[^ \t\u3000\n()（）〔〕［］【】\\[\\]、，,;；／/|｜：:・･])+)|(?P<end>$))"
)
_SEAT = re.compile("(?:^|[ \t\u3000、，]+)[(（]?[0-9０-９]{1,3}[ \u3000]*番(?:委員)?[)）]?[ \t\u3000]+")
_NUMBERING = re.compile("[(（]?[0-9０-９]{1,2}[)）.．][ \u3000]*|[0-9０-９]{1,2}[ \t\u3000]+|[①-⑳⑴-⒇][ \u3000]*|[・●■□◇◆※▪•][ \u3000]*")
# 「甲市教育委員会委員長　大　嶋　…」: the body whose roll it is, before the role.
_OWN_BODY = re.compile(f"^([ \u3000]*[^ \u3000、，・（(]{{2,16}}(?:委員会|審議会|協議会))(?=(?:{ROLES}|教育長)[ \u3000])")
_PLAIN_BODIES = ("市民", "町民", "区民", "住民", "公募", "学識", "団体")
# 「会　長」, 「課　長」: words spaced out to one width.
_SPACED = re.compile(
    "(?:^|(?<=[ \t\u3000（(、：:]))(?:"
    + "|".join(
        sorted({"[ \u3000]{1,8}".join(word) for word in (*ROLES.replace("者?", "者").split("|"), *HEADS, *PLAIN.split("|"), *_PLAIN_BODIES) if 1 < len(word) < 6}, key=len, reverse=True)
    )
    + ")(?=[ \t\u3000：:)）]|$)"
)

_SPACED_OFFICE = re.compile(f"(?:^|(?<=[ \u3000]))(?:[一-龥々ァ-ヴー][ \u3000]+){{2,12}}(?:{'|'.join(HEADS)})(?=[ \u3000])")


def _classified(text: str, blank: str) -> Word:
    if _COUNT.fullmatch(text):
        return Word(What.COUNT, text, blank=blank)
    if ROLE.fullmatch(text):
        return Word(What.ROLE, text, title=text, blank=blank)
    if re.fullmatch("(?:.*会|町民|市民|区民|住民|公募|学識|教育)委員", text):
        return Word(What.ROLE, text, title=MEMBER, blank=blank)
    match = _ROLE_END.fullmatch(text)
    if match and match[2].startswith(("部会長", "副部会長")) and SURNAMES.fullmatch(f"{match[1]}部"):
        # 「阿部会長」 is 会長, no 部会長.
        return Word(What.NAME, text, f"{match[1]}部", match[2][1:], blank=blank)
    if match and not _BODY_ROLE.search(match[1]) and len(match[1]) <= 9 and not BODY.search(match[1]):
        return Word(What.NAME, text, match[1], match[2], blank=blank)
    name, title, department = split_title(text)
    if title and (text.removesuffix(title) in _CITIZENS or not BODY.search(text.removesuffix(title))):
        what = What.NAME if name else What.TITLE
        return Word(what, text, name, title, department, blank)
    if BODY.search(text):
        return Word(What.BODY, text, blank=blank)
    if DEPARTMENT.fullmatch(text) and not SURNAMES.fullmatch(text):
        return Word(What.DEPARTMENT, text, blank=blank)
    return Word(What.NAME, text, text, blank=blank)


def _is_surname(token: str, line: str, end: int) -> bool:
    """True for 「伊集院 哲」「氷室 文彦」: what ends as an office stands before a given name."""
    return 2 <= len(token) <= 3 and token[-1] in "院室園館所部" and (token[-1] != "部" or len(token) == 2) and bool(_GIVEN.match(line, end))


def without_seats(line: str) -> str:
    """The line with numbers of seats made cuts: 「１番　長 田　勇　　２番　小野寺　弘」 → 「長田　勇、小野寺　弘」."""
    pieces = _SEAT.split(line)
    return "、".join(joined_name(piece) or piece for piece in pieces).removeprefix("、") if len(pieces) > 1 else line


def words(text: str) -> Iterator[Word]:
    """The words of a list of people in their order, without numbers and marks at the start of lines."""
    for i, line in enumerate(text.split("\n")):
        if i:
            yield Word(What.CUT, "\n")
        before, line = line, _OWN_BODY.sub("\\1\u3000", without_seats(line), count=1)
        line = _NUMBERING.sub("", line.strip(" \t\u3000"), count=1) if _NUMBERING.match(line.strip(" \t\u3000")) else line.strip(" \t\u3000")
        read = _seated if _SEAT.search(before) else _words_of_line
        yield from read(_with_joined_names(_with_joined_name(unspaced(line))))


def unspaced(line: str) -> str:
    """The line with roles and titles that are spaced out to one width written as words: 「教　育　長　　大 曲」."""
    line = _SPACED.sub(lambda match: re.sub("[ \u3000]", "", match[0]), line)
    return _SPACED_OFFICE.sub(_joined_office, line)


def _joined_office(match: re.Match[str]) -> str:
    """「企 画 調 整 課長」 put together; what begins as no department does stays as it is."""
    joined = re.sub("[ \u3000]", "", match[0])
    return joined if DEPARTMENT_STARTS.match(joined) else match[0]


def joined_person(value: str) -> str:
    """A value that is one person's spaced-out name, without a role in front of it, joined; else the value."""
    lead = re.split("[ \u3000]+", unspaced(value.strip(" \t\u3000")), maxsplit=1)[0]
    return value if ROLE.fullmatch(lead) or TITLE.fullmatch(lead) else joined_name(value) or value


def _with_joined_name(line: str) -> str:
    """The line with the name behind a role or title written as names are: 「委員　　川　渡　　仁」."""
    lead, gap, rest = re.match("([^ \u3000]*)([ \u3000]*)(.*)", line, re.DOTALL).groups()  # type: ignore[union-attr]
    known = any(ROLE.fullmatch(piece) or TITLE.fullmatch(piece) for piece in re.split("[ \u3000]+", rest))
    name = joined_name(rest) if not known and (ROLE.fullmatch(lead) or TITLE.fullmatch(lead)) else ""
    return lead + gap + name if name else line


def _with_joined_names(line: str) -> str:
    """The line with spaced-out names put together, each behind the title before them all: 「副会長　大 田 芳 明 田 島 千代美」."""
    pieces = re.split("([ \u3000]+)", line)
    heads = [0, *(i for i in range(0, len(pieces), 2) if ROLE.fullmatch(pieces[i]) or TITLE.fullmatch(pieces[i])), len(pieces)]
    parts = [_with_title("".join(pieces[start:end])) for start, end in pairwise(heads) if start < end]
    return "".join(parts)


def _with_title(text: str) -> str:
    """A title and the names behind it; a text without spaced-out names stays as it is."""
    title, gap, rest = re.match("([^ \u3000]*)([ \u3000]*)(.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    if not (ROLE.fullmatch(title) or TITLE.fullmatch(title)):
        title, gap, rest = "", "", text
    if title and (name := joined_name(rest)):
        return f"{title}{gap}{name} "
    names = separated_names(rest)
    return "、".join(f"{title}{gap}{name}" for name in names) + " " if len(names) > 1 or (names and title) else text


def _words_of_line(line: str) -> Iterator[Word]:
    position = 0
    while position < len(line):
        match = _TOKEN.match(line, position)
        if match is None or match.end() == position:
            position += 1
            continue
        position = match.end()
        blank = match["blank"]
        if match["open"]:
            yield Word(What.OPEN, match["open"], blank=blank)
        elif match["close"]:
            yield Word(What.CLOSE, match["close"], blank=blank)
        elif match["cut"]:
            yield Word(What.CUT, match["cut"], blank=blank)
        elif match["dot"]:
            yield Word(What.DOT, match["dot"], blank=blank)
        elif match["word"]:
            word = _classified(match["word"], blank)
            if word.what in (What.BODY, What.DEPARTMENT) and _is_surname(word.text, line, position):
                word = Word(What.NAME, word.text, word.text, blank=blank)
            yield word


def _seated(line: str) -> Iterator[Word]:
    """The words of people behind the numbers of their seats: there 「田名部　修」 is a name, of whatever section it reminds."""
    found = list(_words_of_line(line))
    for word, behind in zip(found, [*found[1:], Word(What.CUT, "\n")], strict=True):
        is_surname = word.what is What.DEPARTMENT and len(word.text) < 4 and not DEPARTMENT_STARTS.match(word.text)
        named = behind.what is What.NAME and not behind.title and bool(behind.blank)
        yield Word(What.NAME, word.text, word.text, blank=word.blank) if is_surname and named else word


def committee_role(title: str, mark: str) -> tuple[str, str]:
    """Role and title of a member from the word beside the name and the mark (◎ ○) in front of it."""
    word = re.sub(f"(?:{_HONORIFICS})+$", "", title)
    role = role_of(word) if word else ""
    if role not in (CHAIR, VICE_CHAIR):
        return {"◎": CHAIR, "○": VICE_CHAIR, "〇": VICE_CHAIR, "◯": VICE_CHAIR}.get(mark, MEMBER), ""
    return role, word if word not in (role, MEMBER) else ""
