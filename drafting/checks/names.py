"""Members stay unnamed in the report: is one named in a text that will be printed?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from drafting.checks.surnames import COMMON_SURNAMES
from drafting.checks.texts import report_texts
from drafting.checks.variants import any_letters, usual_letters
from drafting.model import Committee, Minutes, Recommendations
from drafting.problems import Place, Problem, Severity

_HINT = re.compile(r"[(（].*?[)）]|[\s\u3000].*|○+.*")
_HINTED = re.compile(r"(.+?)[(（](.{1,4})[)）]")
# Behind a surname these say that a person is meant, for a place or a thing gives no opinion.
_DEEDS = (
    "(?:の|からの?|より)?(?:意見|発言|指摘|提案|質問|要望|懸念|主張|見解)|[はがも](?:述べ|発言し|指摘し|提案し|質問し)"
)
# 青森委員会 names nobody: no 会 behind 委員, and no Chinese character before a surname of one.
_TITLE = r"(?:[(（].{1,3}[)）])?(?:(?:副|職務代理|代理)?(?:委員長|会長|座長|部会長|議長)|委員(?!会)|教授|先生|氏(?!名)|さん|君|(?<![宮神本正御拝])殿|(?<![多同異一仕模有神王今])様(?![々子式相態]))"
_KANJI_BEFORE = "(?<![\u3400-\u9fff々])"
# A surname that ends as a word does: 山本は, 山本、, 山本（あ）, but not 山本町, 山本ヶ丘, 山本（株）.
_WORD_ENDS = r"(?=は|が(?![丘原])|も|に|を|と|へ|や|で|から|より|の?ほか|[、。・／」』)）\s\u3000]|[(（](?![株有同財社])|$)"
_BETWEEN = re.compile("[、・]")
_NUMERALS = frozenset("一二三四五六七八九十百千万億")
# Where one of these follows a surname somewhere in the workspace, the city has a place of that name.
_PLACE_ENDS = "市|町|村|区|郡|県|府|川|山|池|駅|橋|寺|神社|通り|台|[がヶケ][丘原]|団地|緑地|公園|小|中学|高校|学校|大学|病院|地区|地域|校区|図書館|公民館|会館|体育館|センター|[東西南北元本新]町"


def check_names(
    committee: Committee,
    recommendations: Recommendations,
    minutes: Sequence[Minutes],
    severity: Severity = Severity.WARNING,
    allow: Sequence[str] = (),
) -> Iterator[Problem]:
    """N001 for a member of the roll or of the minutes who is named in a text that is printed (see
    `name_pattern`), quotations from the minutes included. Editions for others want `Severity.ERROR`.

    Bare surnames do not count where the workspace has places of those names, or where they are parts of
    the city's words in `allow`.
    """
    named = name_pattern(committee, minutes)
    if named is None:
        return
    surnames = tuple(dict.fromkeys(map(usual_letters, _surnames(_names(committee, minutes)))))
    printed = list(_printed(committee, recommendations, minutes))
    is_place = cache(lambda surname: _is_place(surname, [text for _, text in printed], minutes))
    for place, text in printed:
        usual = usual_letters(text)
        if not any(surname in usual for surname in surnames):
            continue
        for match in named.finditer(text):
            advice = "「委員」などに直してください。"
            if match.lastgroup in ("bare", "listed"):
                own = (pair for pair in _listed(match) if _is_own(pair[1]) and not is_place(pair[1]))
                if all(_is_allowed(text, at, name, allow) for at, name in own):
                    continue
                advice = "人の名前なら「委員」などに、地名などなら house_style.yaml の allow に加えてください。"
            message = f"委員の名前「{match[0]}」が答申案に載ります。{advice}"
            yield Problem("N001", message, place.within(text, match.start()), severity)


def _is_place(surname: str, texts: Iterable[str], minutes: Sequence[Minutes]) -> bool:
    pattern = re.compile(f"{any_letters(surname)}(?:{_PLACE_ENDS})")
    said = (utterance.text for one in minutes for utterance in one.utterances)
    return any(pattern.search(text) for text in chain(texts, said))


def _listed(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The names of a list, each with where it stands in the text."""
    at = match.start()
    for name in _BETWEEN.split(match[0]):
        yield at, name
        at += len(name) + 1


def _is_allowed(text: str, at: int, name: str, allow: Sequence[str]) -> bool:
    """True where the name that stands at an index lies within a word that the city has allowed."""
    for word in allow:
        offset = word.find(name)
        while offset >= 0:
            if offset <= at and text.startswith(word, at - offset):
                return True
            offset = word.find(name, offset + 1)
    return False


def _full_name(name: str) -> str:
    """A pattern for a surname and a given name, however they are spaced; "" for a surname alone."""
    parts = name.split()
    if len(parts) < 2 or "○" in name or not all(part.isalpha() for part in parts):
        return ""
    return "[ \u3000]*".join(map(any_letters, parts))


def name_pattern(committee: Committee, minutes: Sequence[Minutes]) -> re.Pattern[str] | None:
    """Finds a member of the roll or of the minutes (the last group is the name); None where nobody is known.

    In any letters that the names are typed with: 髙橋 or 高橋. The full name anywhere; a surname before 委員, 会長, 氏 or さん, or with the hint of the roll (山本(あ)). A
    surname of two letters or more that is no common word or known place also with what a person does
    (group "doer"), and where it stands as a word of its own (group "bare"), alone or in a list of members,
    which makes names of all the others too (group "listed").
    """
    names = _names(committee, minutes)
    surnames = set(_surnames(names))
    if not surnames:
        return None
    titled = [_KANJI_BEFORE * (len(name) == 1) + any_letters(name) for name in sorted(surnames, key=len, reverse=True)]
    patterns = [f"(?P<name>{'|'.join(titled)}){_TITLE}"]
    if full := [name for name in dict.fromkeys(map(_full_name, names)) if name]:
        patterns.append(f"(?P<full>{'|'.join(full)})")
    if hinted := [match for name in dict.fromkeys(names) if (match := _HINTED.fullmatch(name))]:
        pairs = (f"{any_letters(match[1])}[(（]{re.escape(match[2])}[)）]" for match in hinted)
        patterns.append(f"{_KANJI_BEFORE}(?P<hinted>{'|'.join(pairs)})")
    if own := sorted(name for name in surnames if _is_own(name)):
        alone = "|".join(map(any_letters, own))
        patterns.append(f"{_KANJI_BEFORE}(?P<doer>{alone})(?:{_DEEDS})")
        anyone = "|".join(map(any_letters, sorted(surnames, key=len, reverse=True)))
        patterns.append(f"{_KANJI_BEFORE}(?P<listed>(?:{anyone})(?:[、・](?:{anyone}))+){_WORD_ENDS}")
        patterns.append(f"{_KANJI_BEFORE}(?P<bare>{alone}){_WORD_ENDS}")
    return re.compile("|".join(patterns))


def _is_own(surname: str) -> bool:
    """True if a surname is hardly ever anything else: no single letter, number, common word or known place."""
    chinese = all("\u3400" <= letter <= "\u9fff" or letter == "々" for letter in surname)
    return chinese and len(surname) > 1 and usual_letters(surname) not in COMMON_SURNAMES and not _NUMERALS.issuperset(surname)


def _names(committee: Committee, minutes: Sequence[Minutes]) -> list[str]:
    people = [person.name for one in minutes for person in (*one.meeting.members, *one.meeting.absent)]
    return [*people, *(member.name for member in committee.members)]


def _surnames(names: Iterable[str]) -> Iterator[str]:
    """What may be the surname of each name: all before a blank or bracket, else its first two or three letters too."""
    for name in names:
        surname = _HINT.sub("", name)
        if surname:
            yield surname
        if surname == name and len(name) >= 4:
            yield from (name[:2], name[:3])


def _printed(
    committee: Committee, recommendations: Recommendations, minutes: Sequence[Minutes]
) -> Iterator[tuple[Place, str]]:
    yield from ((text.place, text.words) for text in report_texts(committee, recommendations))
    yield from ((committee.place, words) for one in committee.meetings for words in (*one.agenda, one.note) if words)
    said = {utterance.reference: utterance for one in minutes for utterance in one.utterances}
    for item in recommendations.items:
        if item.reason:
            yield item.place, item.reason
        for cite in (*item.cites, *item.responses):
            if cite.quote:
                yield cite.quote_place, cite.quote
            elif cite.at in said:
                yield cite.place, said[cite.at].words.replace("\n", " ")
