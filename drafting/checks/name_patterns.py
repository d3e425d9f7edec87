"""Where somebody is named in a text, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import Enum
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from drafting.checks.people import People
from drafting.checks.surnames import NO_NAME
from drafting.checks.variants import BLANKS, Folded, fold, squeeze


class Sure(Enum):
    """How sure it is that somebody is meant: a title says so; a name alone could be a place that only the city knows; the rest may
    well be a word."""

    TITLED, ALONE, MAYBE = "titled", "alone", "maybe"


class Named(NamedTuple):
    """Letters [start, end) of a text name somebody; `name_start` and `name_end` are the name among them, `names` what
    is looked up to excuse it: each name (of a list those that are hardly anything else) with where it stands."""

    start: int
    end: int
    name_start: int
    name_end: int
    sure: Sure
    names: tuple[tuple[int, int, str], ...]


_BEFORE_TITLE = "(?:[(（].{1,3}[)）])?(?:(?:(?:[、・と]|及び)[\u3400-\u9fff々]{1,4}){0,6}の?(?:両|各|[2-9２-９二三四五六][人名]の))?(?:名誉|特任|客員|専任|准|助|元|前|現|副|職務代理|代理|臨時|専門|公募|市民|学識経験者|PTA|ＰＴＡ)*"
# 青森委員会 and 井上氏名簿 name nobody.
_TITLE = (
    f"{_BEFORE_TITLE}(?:委員長|会長(?!会)|座長|部会長|議長(?!会)|委員(?!会)|教授(?!会)|先生|博士|講師(?!陣)|議員(?!団|会|定数|提案)|弁護士(?!会)|医師(?!会)|氏(?![名神族家子])"
    "|さん(?![ごぽち])|さま|くん|(?<!赤)ちゃん|君(?![主臨津])|女史|夫妻|職務代理|両名"
)
_LONG_TITLE = f"{_TITLE}|殿|様(?![々子式相態]))"
_SHORT_TITLE = f"{_TITLE}|(?<![宮神本正御拝貴沈湯])殿|(?<![多同異一仕模有神王今外奥上])様(?![々子式相態]))"
# These also follow the name of a place, a school or an office.
_OFFICE = "(?:代表(?![的者作例])|部長(?![寿期])|課長|係長|室長|所長|局長|次長|校長|園長|館長|院長|学長|社長|理事|監事|幹事|参事|主事|顧問|主任|主査|主幹|専務|常務|取締役|相談役|民生委員|らは|らが|らの|たち)"
_ROLES = ("委員長", "委員", "会長", "座長", "議長", "教授", "先生", "議員", "氏名", "発言者")
_BEHIND_ROLE = f"(?:{'|'.join(f'(?<={role})' for role in _ROLES)})"
_BEHIND_ROLE_AND_SIGN = f"(?:{'|'.join(f'(?<={role}[：:「(（])|(?<={role}である)' for role in _ROLES)})"
# A surname of one letter is part of 青森委員会 or 多くの森 unless it begins a word or stands behind a title.
_LEFT = "(?:(?<![\u3400-\u9fff々\U00020000-\U0003ffff])|(?<=委員)|(?<=委員長)|(?<=会長)|(?<=座長)|(?<=議長)|(?<=教授)|(?<=議員)|(?<=代表)|(?<=経験者)|(?<=各位))"
_KANA_LEFT = "(?<![\u3041-\u3096ー])|(?<=[のとやはがもをでに])"
_THINGS = (
    "意見|試案|私案|メモ|ゼミ|研究室|発言|指摘|提案|質問|質疑|要望|懸念|主張|見解|考え|案(?![内件])|説明|回答|賛成|反対|助言|コメント|思い|疑問"
)
_SAYS = "(?:述べ|発言|指摘|提案|質問|主張|説明し|賛成|反対|おっしゃ|言っ|言う|求め)"
_WEAK_SAYS = "[はがも]、?(?:述べ|発言し|指摘し|提案し|質問し|主張し|賛成し|反対し|おっしゃ)"
_DEEDS = f"(?:(?:の|からの?|より|による|が出した)?(?:{_THINGS})|[はがも]{_SAYS}|に同(?:感|意)|に賛成|に反対)"
# A surname that ends as a word does: 山本は, 山本、, 山本（あ）, but not 山本町, 山本ヶ丘, 山本（株）.
_WORD_ENDS = r"(?=は|が(?![丘原])|も|に|を|と|へ|や|で|から|より|の?ほか|[、。・／/」』】〕］：:)）\s\u3000]|[(（](?![株有同財社])|$)"


def find_names(text: str, known: People) -> Iterator[Named]:
    """Each place where one of the people is named, in the order of the text, in whatever letters and spacing."""
    folded = fold(text)
    tight = squeeze(folded)
    if not known.anyone or not _initials(known).search(tight.text):
        return
    sure, alone = _patterns(known)
    found: list[Named] = []
    for one in chain(_found(sure, tight, known), _found(alone, folded, known)):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    yield from sorted(found)


def _matches(pattern: re.Pattern[str], initials: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """As `finditer`, but the pattern is only tried where a name may begin: most letters begin none."""
    end = 0
    for initial in initials.finditer(text):
        if initial.start() >= end and (match := pattern.match(text, initial.start())):
            yield match
            end = match.end()


def _found(pattern: re.Pattern[str], folded: Folded, known: People) -> Iterator[Named]:
    at = folded.indices
    for match in _matches(pattern, _initials(known), folded.text):
        group = match.lastgroup or ""
        start, end = match.span(group)
        listed = tuple(_listed(match[group], start))
        kept = tuple(one for one in listed if one[2] in known.own)
        if group == "listed" and not kept:
            continue  # 森、林及び川
        yield Named(
            at[match.start()],
            at[match.end() - 1] + 1,
            at[start],
            at[end - 1] + 1,
            _SURENESS.get(group, Sure.TITLED),
            tuple((at[first], at[last - 1] + 1, name) for first, last, name in kept or listed),
        )


_SURENESS = {
    "doer": Sure.ALONE, "listed": Sure.ALONE, "bare": Sure.ALONE, "spaced": Sure.ALONE, "officer": Sure.ALONE,
    "maybe": Sure.MAYBE, "maker": Sure.MAYBE,
}  # fmt: skip


def _listed(words: str, start: int) -> Iterator[tuple[int, int, str]]:
    """The names of a list, each with where it stands in the text."""
    for name in re.split("[、・]", words):
        yield start, start + len(name), re.sub(f"[{BLANKS}]", "", name)
        start += len(name) + 1


@lru_cache(maxsize=2)
def _patterns(known: People) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is looked for whatever blanks stand between the letters, and what needs the words as they are parted. Each
    shape begins with a name; looks behind it may come first."""
    sure, bare = ("|".join(shapes) or "(?!)" for shapes in (_sure_shapes(known), _bare_shapes(known)))
    return re.compile(sure), re.compile(bare)


@lru_cache(maxsize=2)
def _initials(known: People) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted({name[0] for name in known.anyone})))}]")


def _sure_shapes(known: People) -> Iterator[str]:
    plain = known.anyone - NO_NAME
    if plain:
        long = "|".join(f"(?:{_left(name)}){re.escape(name)}" for name in _longest(plain) if len(name) > 1)
        short = _either([name for name in plain if len(name) == 1])
        if long:
            yield f"(?P<name>{long}){_LONG_TITLE}"
        if short:
            yield f"{_LEFT}(?P<letter>{short}){_SHORT_TITLE}"
    if known.full:
        yield f"(?P<full>{'|'.join(_spelled(parts) for parts in sorted(known.full, reverse=True))})"
    if known.hinted:
        pairs = (f"{re.escape(name)}[(（]{re.escape(hint)}[)）]" for name, hint in sorted(known.hinted, reverse=True))
        yield f"{_LEFT}(?P<hinted>{'|'.join(pairs)})"
    if plain:
        yield f"{_BEHIND_ROLE_AND_SIGN}(?P<told>{_either(plain)})(?![\u3400-\u9fff々])"
        yield f"{_BEHIND_ROLE}(?P<led>{_either(plain)})(?=[はがもの、。\n]|$)"
    if ambiguous := known.anyone & NO_NAME:
        yield f"(?<![\u3400-\u9fff々])(?P<maybe>{_either(ambiguous)}){_SHORT_TITLE}"


def _bare_shapes(known: People) -> Iterator[str]:
    if known.own:
        own, anyone = _either(known.own), _either([name for name in known.anyone if not _is_kana(name)])
        yield f"{_LEFT}(?P<officer>{own}){_OFFICE}"
        yield f"{_LEFT}(?P<doer>{own})(?:{_DEEDS})"
        yield f"{_LEFT}(?P<listed>(?:{anyone})(?:[、・](?:{anyone}))+){_WORD_ENDS}"
        yield f"{_LEFT}(?P<bare>{own}){_WORD_ENDS}"
        spaced = "|".join(f"[{BLANKS}]+".join(name) for name in _longest(known.own))
        yield f"{_LEFT}(?P<spaced>{spaced}){_WORD_ENDS}"
    if weak := known.weak - NO_NAME:
        yield f"{_LEFT}(?<![\u3041-\u3096ー])(?P<maker>{_either(weak)}){_WEAK_SAYS}"


def _left(name: str) -> str:
    return _KANA_LEFT if _is_kana(name) else ""


def _is_kana(name: str) -> bool:
    return "\u3041" <= name[0] <= "\u3096"


def _spelled(parts: tuple[str, ...]) -> str:
    return "[ \t\u3000\u00a0・=＝]*".join(map(re.escape, parts))


def _longest(names: Collection[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))


def _either(names: Collection[str]) -> str:
    return "|".join(map(re.escape, _longest(names)))
