"""Each layout of lines: minutes written in it come back as they were, speaker by speaker and word by word."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.importers import LAYOUTS, import_minutes, import_rows
from drafting.importers.rows import text_rows
from drafting.model import Minutes, Narrative, Source

Speeches = list[tuple[str, str]]
HEAD = "第2回甲市環境審議会会議録\n日時：令和7年11月28日（金）午後2時～4時\n場所：第1会議室\n\n"


def lines_of(text: str, indent: str = "") -> str:
    return "\n".join(indent + line for line in text.split("\n"))


def each(form: Callable[[str, str], str]) -> Callable[[Speeches], str]:
    return lambda speeches: "\n".join(form(speaker, text) for speaker, text in speeches) + "\n"


def wrapped(text: str, width: int, first: str = "", indent: str = "") -> str:
    """The text as a PDF gives it: broken where the line is full, paragraphs indented."""
    lines: list[str] = []
    for number, paragraph in enumerate(text.split("\n")):
        rest = (first if number == 0 else "　") + paragraph
        while rest:
            room = width - len(indent if lines else "")
            lines.append((indent if lines else "") + rest[:room])
            rest = rest[room:]
    return "\n".join(lines)


FORMS: dict[str, tuple[str, Callable[[Speeches], str]]] = {
    "a colon": ("colon", each(lambda who, text: f"{who}：{lines_of(text)}")),
    "a half-width colon and a gap": ("colon", each(lambda who, text: f"・{who}: {text}")),
    "lenticular brackets above": ("sumitsuki", each(lambda who, text: f"【{who}】\n{text}\n")),
    "lenticular brackets in front": ("sumitsuki", each(lambda who, text: f"【{who}】　{text}")),
    "angle brackets": ("angle", each(lambda who, text: f"＜{who}＞\n{text}")),
    "ASCII angle brackets": ("angle", each(lambda who, text: f"<{who}>\n　{text}\n")),
    "round brackets": ("paren", each(lambda who, text: f"（{who}）{text}")),
    "round brackets above": ("paren", each(lambda who, text: f"({who})\n{text}")),
    "square brackets": ("square", each(lambda who, text: f"［{who}］ {text}")),
    "a circle and a gap": ("marked", each(lambda who, text: f"○{who}　{text}")),
    "a bullet, the words below": ("marked", each(lambda who, text: f"■ {who}\n　{text}\n")),
    "a closing bracket": ("close-paren", each(lambda who, text: f"{who}）{text}")),
    "quotation marks": ("quoting", each(lambda who, text: f"{who}「{text}」".replace("\n", ""))),
    "the label alone": ("own-line", each(lambda who, text: f"{who}\n{text}")),
    "a gap": ("blank", each(lambda who, text: f"{who}　　{lines_of(text).replace(chr(10), chr(10) + '　　　　　')}")),
    "the label behind": ("trailing", each(lambda who, text: f"{text}（{who}）")),
    "a hanging indent, wrapped": ("blank", each(lambda who, text: wrapped(text, 38, f"{who}　　", "　　　　　　　"))),
    "wrapped prose": ("paren", each(lambda who, text: wrapped(text, 40, f"（{who}）"))),
    "a blank line everywhere": ("paren", each(lambda who, text: f"（{who}）{text}\n".replace("\n", "\n\n"))),
}
WRAPPED = ("a hanging indent, wrapped", "wrapped prose")


def said(minutes: Minutes) -> Speeches:
    return [(u.speaker, u.text) for u in minutes.utterances]


_WORDS = st.sampled_from(
    ["利用者の声を集め", "資料2の数値を見直し", "市民に分かりやすい言葉で示し", "年度ごとの目標を置き", "窓口の混雑を減らし", "ＡＩの利用を進め",
     "「見える化」を図り", "費用（約3億円）を示し", "小学生にも伝わるように書き"]
)  # fmt: skip
_ENDS = st.sampled_from(["たい。", "てはどうか。", "ていただきたい。", "ます。", "ているか伺いたい。", "ることが必要である。"])
_SENTENCE = st.builds(lambda words, end: "、".join(words) + end, st.lists(_WORDS, min_size=1, max_size=4), _ENDS)
_PARAGRAPH = st.lists(_SENTENCE, min_size=1, max_size=3).map("".join)
_TEXT = st.lists(_PARAGRAPH, min_size=1, max_size=3).map("\n".join)
_SPEAKER = st.sampled_from(["会長", "副会長", "委員", "Ａ委員", "山本委員", "事務局", "環境政策課長", "説明員", "委員B"])
_SPEECHES = st.lists(st.tuples(_SPEAKER, _TEXT), min_size=3, max_size=8)


@pytest.mark.parametrize("form", [form for form in FORMS if form not in WRAPPED])
@settings(max_examples=20)
@given(speeches=_SPEECHES)
def test_minutes_in_a_layout_come_back_as_they_were(form: str, speeches: Speeches) -> None:
    layout, write = FORMS[form]
    if form == "quotation marks":
        speeches = [(who, text.replace("\n", "")) for who, text in speeches]
    minutes, problems = import_minutes(HEAD + write(speeches), "a.txt", source=Source("a.txt", "", ""))
    assert said(minutes) == speeches
    assert minutes.source is not None and minutes.source.layout == layout
    assert problems == []


@pytest.mark.parametrize("form", WRAPPED)
@settings(max_examples=30)
@given(speeches=st.lists(st.tuples(_SPEAKER, _TEXT), min_size=6, max_size=8))
def test_wrapped_minutes_lose_no_word_and_gain_no_break_inside_a_sentence(form: str, speeches: Speeches) -> None:
    _, write = FORMS[form]
    found = said(import_minutes(HEAD + write(speeches), "a.txt")[0])
    assert [(who, text.replace("\n", "")) for who, text in found] == [(who, text.replace("\n", "")) for who, text in speeches]
    assert all(line.endswith("。") for _, text in found for line in text.split("\n"))


@given(st.sampled_from(sorted(FORMS)), st.lists(st.tuples(_SPEAKER, _SENTENCE), min_size=2, max_size=5), st.data())
def test_no_character_is_lost_whatever_stands_between_the_speeches(form: str, speeches: Speeches, data: st.DataObject) -> None:
    lines = FORMS[form][1](speeches).split("\n")
    junk = st.sampled_from(
        ["（異議なし）", "〔「異議なし」と呼ぶ者あり〕", "２．審議", "＜休憩＞", "─────◇─────", "午後3時　再開", "- 3 -", "甲乙丙", "・一点目",
         "議題(2)　その他", "", "　", "※資料参照", "（事務局から資料に", "基づき説明）", "<br>", "A\tB"]
    )  # fmt: skip
    for _ in range(data.draw(st.integers(0, 6))):
        lines.insert(data.draw(st.integers(0, len(lines))), data.draw(junk))
    rows, _ = text_rows("\n".join(lines), "a.txt")
    found = import_rows(rows, "a.txt")
    assert [p for p in found.problems if p.code == "I030"] == []
    kept = found.account
    assert kept.source == sum(kept[1:])
    head = {line for line, text in enumerate(lines, 1) if not text.strip()}
    assert all(entry.line not in head for entry in found.minutes.record)


def test_a_speaker_of_the_head_needs_no_title_in_the_record() -> None:
    head = HEAD.replace("\n\n", "\n出席委員：山口部会長、川島委員、三木委員\n\n")
    minutes, problems = import_minutes(head + "部会長）開会します。\n川島）一つ伺います。\n三木）二つあります。\n", "a.txt")
    assert said(minutes) == [("部会長", "開会します。"), ("川島", "一つ伺います。"), ("三木", "二つあります。")]
    assert [u.role for u in minutes.utterances] == ["委員長", "委員", "委員"]
    assert problems == []


def test_a_name_that_comes_back_is_a_speaker_of_unknown_role_and_told() -> None:
    minutes, problems = import_minutes("○川島　一つ伺います。\n○会長　どうぞ。\n○川島　二つ伺います。\n", "a.txt")
    assert [(u.speaker, u.role) for u in minutes.utterances] == [("川島", "不明"), ("会長", "委員長"), ("川島", "不明")]
    assert [p.code for p in problems] == ["I017"]


def test_a_member_is_never_taken_for_a_person() -> None:
    minutes, _ = import_minutes("委員：一つ。\n委員：二つ。\n", "a.txt")
    assert [(u.speaker, u.role) for u in minutes.utterances] == [("委員", "委員"), ("委員", "委員")]


def test_a_note_interrupts_a_speech_and_a_heading_ends_it() -> None:
    text = "【会長】\n採決する。\n（異議なし）\n御異議なしと認める。\n議題2 その他\n誰のものでもない文。\n【委員】\nよい。\n"
    minutes, problems = import_minutes(text, "a.txt")
    assert [entry.text for entry in minutes.record] == [
        "採決する。", "（異議なし）", "御異議なしと認める。", "議題2 その他", "誰のものでもない文。", "よい。",
    ]  # fmt: skip
    assert said(minutes)[1] == ("会長", "御異議なしと認める。")
    assert [(p.code, p.place.line) for p in problems] == [("I013", 6)]


def test_two_signs_in_one_file_are_both_read() -> None:
    text = "（会長）\n開会する。\nＡ副委員長\n資料を見たい。\n（事務局）\n配る。\nＢ委員\n一つ伺う。\n（会長）\n以上。\n"
    assert [u.speaker for u in import_minutes(text, "a.txt")[0].utterances] == ["会長", "Ａ副委員長", "事務局", "Ｂ委員", "会長"]


def test_the_legend_says_whose_a_mark_is() -> None:
    text = "主な意見\n（○：委員、●：事務局）\n○数値を示してほしい。\n●次回示す。\n○分かりやすくすべきだ。\n"
    assert [(u.speaker, u.role) for u in import_minutes(text, "a.txt")[0].utterances] == [
        ("委員", "委員"), ("事務局", "事務局"), ("委員", "委員"),
    ]  # fmt: skip


def test_opinions_and_answers_side_by_side_are_two_speeches() -> None:
    text = "番号\t委員意見\t事務局回答\n1\t数値を示してほしい。\t次回示す。\n2\t表が見にくい。\t直す。\n"
    minutes, _ = import_minutes(text, "a.txt")
    assert said(minutes) == [
        ("委員意見", "数値を示してほしい。"), ("事務局回答", "次回示す。"), ("委員意見", "表が見にくい。"), ("事務局回答", "直す。"),
    ]  # fmt: skip
    assert [u.role for u in minutes.utterances] == ["委員", "事務局", "委員", "事務局"]


def test_who_is_named_beside_an_opinion_and_its_answer_has_said_it() -> None:
    text = "番号\t委員名\t意見・質問\t事務局の回答\n1\t藤里委員\t数値を示してほしい。\t次回示す。\n2\t\t表も見にくい。\t直す。\n3\t二ツ井委員\t意見なし。\t\n"
    minutes, _ = import_minutes(text, "a.txt")
    assert said(minutes) == [
        ("藤里委員", "数値を示してほしい。"), ("事務局の回答", "次回示す。"), ("藤里委員", "表も見にくい。"), ("事務局の回答", "直す。"),
        ("二ツ井委員", "意見なし。"),
    ]  # fmt: skip
    assert [u.role for u in minutes.utterances] == ["委員", "事務局", "委員", "事務局", "委員"]


@pytest.mark.parametrize("head", ["発言内容・決定事項", "議題・発言内容・決定事項", "発言内容及び審議結果"])
def test_a_head_of_several_words_above_the_speeches_is_no_speech(head: str) -> None:
    assert said(import_minutes(f"発言者\t{head}\n会長\t開会する。\n委員\t一つ伺う。\n", "a.txt")[0]) == [("会長", "開会する。"), ("委員", "一つ伺う。")]
    lines = f"会長　　開会する。\n委員　　一つ伺う。\n　　　　　－1－\n発　言　者　　　{head}\n会長　　どうぞ。\n"
    assert [text for _, text in said(import_minutes(lines, "a.txt")[0])] == ["開会する。", "一つ伺う。", "どうぞ。"]


def test_the_number_of_a_seat_is_of_the_label_however_it_is_spaced() -> None:
    text = "会　　　長：開会します。\n３ 番 委 員：一つ伺います。\n１２ 番 委 員：私もです。\n"
    assert ["".join(u.speaker.split()) for u in import_minutes(text, "a.txt")[0].utterances] == ["会長", "３番委員", "１２番委員"]


@pytest.mark.parametrize("heading", ["次第1　計画の案について", "次第２　その他", "＜事務局報告事項＞"])
def test_a_heading_between_two_speeches_is_in_neither(heading: str) -> None:
    for sign in ("○{}　{}\n", "{}\n　{}\n"):
        text = sign.format("会長", "次に移ります。") + heading + "\n" + sign.format("事務局", "説明します。") + sign.format("委員", "よく分かりました。")
        minutes, _ = import_minutes(text, "a.txt")
        assert [text for _, text in said(minutes)] == ["次に移ります。", "説明します。", "よく分かりました。"]


def test_the_office_alone_in_a_line_above_a_sentence_speaks_first() -> None:
    text = "日時\n令和5年3月23日\n傍聴人数\n0人\n開会\n事務局\n　第1回委員会を開催する。\n　初めに、委員長を選ぶ。\n委員長\n　説明をお願いする。\n事務局\n　資料により説明する。\n"
    assert said(import_minutes(text, "a.txt")[0])[0] == ("事務局", "第1回委員会を開催する。\n初めに、委員長を選ぶ。")


def test_a_table_drawn_with_lines_is_a_table() -> None:
    text = "┌───┬──────┐\n│発言者│内容　　　　│\n├───┼──────┤\n│委員　│窓口の案内を│\n│　　　│見直すべきだ。│\n└───┴──────┘\n"
    assert said(import_minutes(text, "a.txt")[0]) == [("委員", "窓口の案内を見直すべきだ。")]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("会長：議題1に入ります。説明を。\n事務局：説明します。\n会長：次に議題2に移ります。\n委員：質問です。\n", [1, 1, 2, 2]),
        ("＜議題(1) 甲＞\n委員：一。\n＜議題(2) 乙＞\n委員：二。\n＜閉会＞\n会長：終わる。\n", [1, 2, None]),
        ("１．開会\n会長：始める。\n２．審議\n委員：一。\n３．閉会\n会長：終わる。\n", [1, 2, 3]),
        ("会長：開会します。\n委員：はい。\n会長：では、協議事項２です。\n委員：二。\n", [None, None, 2, 2]),
        ("会長：始めます。\n会長：異議なしと認めます。次に議題2です。\n事務局：二。\n", [None, None, 2]),
        ("会長：案件１について、お願いします。\n会長：案件２について、諮問を受けます。\n委員：二。\n", [1, 2, 2]),
        ("議長：日程第１、署名委員の指名を行います。日程第２、教育長報告を行います。\n委員：二。\n議長：日程第３は非公開としたい。\n", [1, 2, 2]),
        ("会長：今日は議題1の報告を受けます。議題2は審議します。\n事務局：一。\n会長：はい。\n", [1, 1, 1]),
        ("会長：開会します。\n委員：はい。\n会長：議論は尽きました。以上で議題1を終わります。次に議題2に入ります。\n委員：二。\n", [None, None, None, 2]),
    ],
)  # fmt: skip
def test_each_utterance_knows_its_item(text: str, items: list[int | None]) -> None:
    assert [u.agenda for u in import_minutes(text, "a.txt")[0].utterances] == items


def test_the_item_is_told_by_its_title_too() -> None:
    head = "日時：令和7年11月28日\n議題：1 基本計画の素案について\n2 今後の日程について\n\n"
    text = "会長：それでは基本計画の素案について説明をお願いします。\n事務局：はい。\n会長：続いて今後の日程について説明を求めます。\n"
    assert [u.agenda for u in import_minutes(head + text, "a.txt")[0].utterances] == [1, 1, 2]


def test_a_numbered_heading_of_other_matters_ends_the_items_unless_it_is_one() -> None:
    text = "会長：議題１に入ります。\n委員：一。\n\n３　その他\n事務局：次回は９月です。\n"
    for agenda, last in (("１　計画について\n", None), ("１　計画について\n　　　２　基準について\n　　　３　その他\n", 3)):
        minutes, _ = import_minutes(f"日時：令和7年11月28日\n議題：{agenda}\n{text}", "a.txt")
        assert [u.agenda for u in minutes.utterances] == [1, 1, last]


def test_the_only_item_of_its_kind_is_told_by_the_kind() -> None:
    head = "日時：令和7年11月28日\n付議案件\n　議案第１号　用途地域の変更について\n報告事項\n　中間見直しについて\n\n"
    text = "会長：議案第１号を議題とします。\n委員：一。\n会長：次に、報告事項に移ります。\n委員：二。\n"
    assert [u.agenda for u in import_minutes(head + text, "a.txt")[0].utterances] == [1, 1, 2, 2]


def test_the_list_of_items_in_the_head_opens_none_of_them() -> None:
    head = "日時：令和7年11月28日\n議事日程\n　日程第１　会期の決定\n　日程第２　農地の転用（２件、追加あり）について\n\n"
    minutes, problems = import_minutes(head + "議長：開会します。\n委員：はい。\n", "a.txt")
    assert [u.agenda for u in minutes.utterances] == [None, None]
    assert problems == []


def test_headings_and_breaks_are_narratives_without_alarm() -> None:
    text = "○会長　始める。\n　　（資料配布）\n休憩\n午後3時再開\n○委員　一つ。\n事務局より資料1に基づき説明。\n○委員　二つ。\n────◇────\n午後4時　閉会\n"
    minutes, problems = import_minutes(text, "a.txt")
    assert [e.text for e in minutes.record if isinstance(e, Narrative)] == [
        "（資料配布）", "休憩", "午後3時再開", "事務局より資料1に基づき説明。", "────◇────", "午後4時　閉会",
    ]  # fmt: skip
    assert problems == []


def test_every_layout_can_be_told_and_no_two_have_one_title() -> None:
    assert len({layout.title for layout in LAYOUTS.values()}) == len(LAYOUTS)
    assert all(re.fullmatch("[a-z-]+", name) for name in LAYOUTS)
