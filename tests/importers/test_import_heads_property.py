"""Heads put together at random: each field comes back as it went in, and no line vanishes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from drafting.importers.header import read_head
from drafting.importers.rows import Row, text_rows
from drafting.japanese import WEEKDAYS, era_year
from drafting.model import AgendaItem, Meeting, Narrative, Person
from drafting.problems import Problem

HEADS = sorted((Path(__file__).parent / "heads").glob("*.txt"))
SURNAMES = ("青木", "森", "長谷川", "阿部", "小林", "佐々木", "五十嵐", "林", "渡邉", "大久保")
GIVEN = ("太郎", "花子", "健", "美咲", "誠二", "明")
FULL = str.maketrans("0123456789:", "０１２３４５６７８９：")


def read(text: str) -> tuple[Meeting, list[Narrative], list[Problem]]:
    rows, _ = text_rows(text, "a.txt")
    return read_head(rows, "a.txt", None)


def era_date(day: date, form: int) -> str:
    era, year = era_year(day)
    text = f"{era}{'元' if year == 1 else year}年"
    weekday = WEEKDAYS[day.weekday()]
    tail = f"{day.month}月{day.day}日"
    return (
        f"{text}{tail}（{weekday}）", f"{text}({day.year}年){tail}({weekday})", f"{text}{tail}（{weekday}曜日）".translate(FULL),
        f"{day.year}年{tail}({weekday})", f"{day.year}/{day.month}/{day.day}", f"{text}{tail}",
    )[form]  # fmt: skip


def clock(hour: int, minute: int, form: int) -> str:
    half = "午前" if hour < 12 else "午後"
    return (
        f"{hour}時{minute:02d}分", f"{hour}:{minute:02d}", f"{half}{hour if hour < 12 else hour - 12}時{minute}分",
        f"{hour:02d}:{minute:02d}".translate(FULL),
    )[form]  # fmt: skip


dates = st.dates(date(1990, 1, 1), date(2049, 12, 31))
names = st.lists(st.sampled_from(SURNAMES), min_size=1, max_size=6, unique=True)
topics = st.lists(st.sampled_from(("計画の骨子について", "料金の改定について（諮問）", "実績の報告について（報告）", "その他")), min_size=1, unique=True)
LABELS = {
    "when": ("日時", "開催日時", "日　時", "会議の日時"), "where": ("場所", "会場", "開催場所", "場　所"),
    "public": ("公開・非公開の別", "会議の公開", "公開区分", "公開の可否"), "observers": ("傍聴者数", "傍聴人", "傍聴者", "傍 聴 人 数"),
    "members": ("出席委員", "出席委員", "委員出席者"), "absent": ("欠席委員", "欠席者", "欠　席　者"),
    "agenda": ("議題", "会議の議題", "案件", "議　題"), "documents": ("配布資料", "会議資料", "資料一覧"),
}  # fmt: skip


@st.composite
def heads(draw: Callable[[SearchStrategy[object]], object]) -> tuple[dict[str, str], dict[str, object]]:
    """Values as they are written by field, and what they mean."""
    pick: Callable[..., int] = lambda last: draw(st.integers(0, last))  # type: ignore[assignment,return-value]  # noqa: E731
    day: date = draw(dates)  # type: ignore[assignment]
    start, length = 8 + pick(11), pick(3)
    minutes = (pick(59), pick(59))
    form, wave = pick(3), "～〜~"[pick(2)]
    present: list[str] = draw(names)  # type: ignore[assignment]
    chair = present[0] if pick(1) else ""
    missing = [name for name in draw(names) if name not in present]  # type: ignore[attr-defined]
    items: list[str] = draw(topics)  # type: ignore[assignment]
    number = ("({})", "（{}）", "{}．", "{} ")[pick(3)]
    count = pick(12)
    public = pick(2)
    separator = ("、", "・", "　")[pick(2)]
    written = {
        "when": f"{era_date(day, pick(5))} {clock(start, minutes[0], form)}{wave}{clock(start + length + 1, minutes[1], form)}",
        "where": "甲市役所　第2会議室",
        "public": ("公開", "□公開　■非公開", "一部公開")[public],
        "observers": (f"{count}人", f"{count}名".translate(FULL), "なし" if count == 0 else f"{count}名")[pick(2)],
        "members": separator.join(name + ("会長" if name == chair else "委員") for name in present),
        "absent": separator.join(name + "委員" for name in missing) or "なし",
        "agenda": "\n".join(number.format(i) + item for i, item in enumerate(items, 1)),
        "documents": "\n".join(f"資料{i}　{item}" for i, item in enumerate(items, 1)),
    }
    meant: dict[str, object] = {
        "when": (day, f"{start:02d}:{minutes[0]:02d}", f"{start + length + 1:02d}:{minutes[1]:02d}"),
        "where": "甲市役所　第2会議室",
        "public": ("可", "不可", "一部不可")[public],
        "observers": count,
        "members": tuple(Person(name, "委員長", "会長") if name == chair else Person(name, "委員") for name in present),
        "absent": tuple(Person(name, "委員") for name in missing),
        "agenda": tuple(_item(i, item) for i, item in enumerate(items, 1)),
        "documents": tuple(f"資料{i}　{item}" for i, item in enumerate(items, 1)),
    }
    kept: list[str] = draw(st.lists(st.sampled_from(sorted(written)), min_size=1, unique=True))  # type: ignore[assignment]
    return {name: written[name] for name in kept}, {name: meant[name] for name in kept}


def _item(number: int, text: str) -> AgendaItem:
    match = re.fullmatch("(.*)（(諮問|報告)）", text)
    return AgendaItem(number, match[1], match[2]) if match else AgendaItem(number, text)


def lines_of(form: int, label: str, value: str, index: int) -> str:
    """A field in one of the forms in which cities write it."""
    first, *more = value.split("\n")
    indented = "".join(f"\n　　　　　　{line}" for line in more)
    if form == 1:
        return f"{index}　{label}　　{first}{indented}"
    if form == 2:
        return f"【{label}】\n{value}"
    if form == 3:
        return f"{label}\t{first}" + "".join(f"\n\t{line}" for line in more)
    if form == 4:
        return f"■ {label}：{first}{indented}"
    if form == 5:
        return f"{label}\n" + "\n".join(f"　　{line}" for line in value.split("\n")) + "\n"
    return f"{label}：{first}{indented}"


def meaning(meeting: Meeting, name: str) -> object:
    return {
        "when": (meeting.date, meeting.start, meeting.end), "where": meeting.place_held, "public": meeting.public,
        "observers": meeting.observers, "members": meeting.members, "absent": meeting.absent, "agenda": meeting.agenda,
        "documents": meeting.documents,
    }[name]  # fmt: skip


@settings(max_examples=400)
@given(heads(), st.integers(0, 5), st.data())
def test_a_head_put_together_comes_back_field_by_field(
    head: tuple[dict[str, str], dict[str, object]], form: int, data: st.DataObject
) -> None:
    written, meant = head
    labels = {name: data.draw(st.sampled_from(LABELS[name])) for name in written}
    text = "\n".join(lines_of(form, labels[name], value, i) for i, (name, value) in enumerate(written.items(), 1))
    meeting, narratives, problems = read(text)
    assert {name: meaning(meeting, name) for name in meant} == meant
    assert (narratives, problems) == ([], [])


JUNK = st.sampled_from((
    "〔注〕本会議は試行である", "整理番号 ＡＢ－１２３４", "※配慮事項あり", "謎の欄\t甲\t乙", "確認済", "本日は晴天なり。", "山川", "担当：Ｚ", "（未定稿）",
    "第9号様式", "公印省略", "2024", "提供：甲市", "├──┤", "＊＊＊", "その他", "以上", "｜あ｜い｜", "会長印", "別添一覧のとおり",
))  # fmt: skip


def everything(meeting: Meeting, narratives: list[Narrative]) -> str:
    """All words that are left of a head."""
    people = (*meeting.members, *meeting.absent, *meeting.secretariat, *meeting.others)
    words = [meeting.title, meeting.committee, meeting.place_held, meeting.private_reason, meeting.office, *meeting.documents]
    words += [word for person in people for word in (person.name, person.title, person.department)]
    words += [word for item in meeting.agenda for word in (item.title, item.kind)]
    return re.sub(r"[\s\u3000]", "", "\0".join([*words, *(narrative.text for narrative in narratives)]))


@settings(max_examples=400)
@given(st.sampled_from(HEADS), st.lists(st.tuples(st.integers(0, 40), JUNK), min_size=1, max_size=3))
def test_a_strange_line_anywhere_in_a_head_never_vanishes(file: Path, junk: list[tuple[int, str]]) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    for place, line in junk:
        lines.insert(min(place, len(lines)), line)
    meeting, narratives, _ = read("\n".join(lines))
    left = everything(meeting, narratives)
    for _, line in junk:
        for word in re.findall(r"[^\s\u3000（）〔〕※＊├─┤｜：。－]+", line):
            known = word in ("その他", "以上", "会長印", "注", "担当") or word in left
            assert known, (word, line)


@settings(max_examples=300)
@given(st.lists(st.lists(st.text("日時場所出席委員会長議題資料公開１2一（）【】：・、│├─+|\n 　名年月", max_size=14), min_size=1, max_size=4), max_size=12))
def test_any_rows_are_read_without_a_fault_and_no_strange_word_vanishes(cells: list[list[str]]) -> None:
    rows = [Row((*line, chr(ord("α") + number) * 2), number) for number, line in enumerate(cells, 1)]
    meeting, narratives, problems = read_head(rows, "a.txt", None)
    left = everything(meeting, narratives)
    assert [row.cells[-1] for row in rows if row.cells[-1] not in left] == []
    assert all(1 <= problem.place.line <= len(rows) for problem in problems)
