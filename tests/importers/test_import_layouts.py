"""The layouts: the table, the colon, and which of them a file is written in."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.importers import LAYOUTS, Row, import_minutes, import_rows
from drafting.importers.headings import is_aside
from drafting.model import Minutes, Narrative, Source
from drafting.problems import InputError, Problem

SAMPLES = Path(__file__).parents[3] / "shared" / "layouts"
HEAD = "発言者\t内容\n"


def said(minutes: Minutes) -> list[tuple[str, str]]:
    return [(u.speaker, u.text) for u in minutes.utterances]


def table(body: str) -> tuple[Minutes, list[Problem]]:
    return import_minutes(HEAD + body, "a.txt")


def test_consecutive_rows_of_one_label_are_different_speeches() -> None:
    assert said(table("委員\t一\n委員\t二\n")[0]) == [("委員", "一"), ("委員", "二")]


def test_a_page_break_inside_a_word_leaves_no_seam_even_after_a_full_stop() -> None:
    body = "委員\t<p>見直</p>\n\n発言者\t内容\n\tす。\n\n発言者\t内容\n\t<p>次に </p> <p>二点目</p>\n"
    assert said(table(body)[0]) == [("委員", "見直す。次に \n二点目")]


def test_a_form_feed_or_a_page_number_is_a_page_break() -> None:
    assert said(table("委員\t見直\n\f\tす\n- 3 -\n\t。\n")[0]) == [("委員", "見直す。")]


def test_a_row_without_speaker_on_the_same_page_is_a_new_paragraph() -> None:
    assert said(table("委員\t一。\n\t二\n\t三\n")[0]) == [("委員", "一。\n二三")]


def test_blanks_around_a_cell_go_full_width_blanks_stay() -> None:
    assert said(table("委員\t 　一  二 \t\n")[0]) == [("委員", "　一  二")]


def test_a_tab_inside_a_speech_stays() -> None:
    assert said(table("委員\t一\t二\t\t\n")[0]) == [("委員", "一\t二")]


def test_other_columns_of_the_table_are_found_by_their_heads() -> None:
    minutes, _ = import_minutes("番号\t発言者\t発言要旨\n1\t委員\t一\n\t\t二\n", "a.txt")
    assert said(minutes) == [("委員", "一二")]


def test_text_that_nobody_says_is_a_narrative_and_told() -> None:
    minutes, problems = table("\t続き\n委員\t一。\n以上で終わる。\n\t二\n")
    assert [(type(e).__name__, e.text) for e in minutes.record] == [
        ("Narrative", "\t続き"[1:]),
        ("Utterance", "一。"),
        ("Narrative", "以上で終わる。"),
        ("Narrative", "二"),
    ]
    assert [(p.code, p.place.line) for p in problems] == [("I013", 2), ("I013", 4), ("I013", 5)]


def test_an_unknown_speaker_is_kept_and_told_once() -> None:
    minutes, problems = table("甲野\t一\n甲野\t二\n司会\t三\n")
    assert [(u.speaker, u.role) for u in minutes.utterances] == [("甲野", "不明"), ("甲野", "不明"), ("司会", "不明")]
    assert [(p.code, p.place.line) for p in problems] == [("I017", 2)]


def test_a_speaker_without_words_is_kept_and_told() -> None:
    minutes, problems = table("委員\t一\n事務局\t\n委員\t二\n")
    assert [type(e) is Narrative for e in minutes.record] == [False, True, False]
    assert [(p.code, p.place.line) for p in problems] == [("I014", 3)]


def test_a_table_without_its_header_row_is_recognised() -> None:
    head = "会議録\n開催日時\t令和7年11月28日\n事務局\t企画課\n\n"
    minutes, _ = import_minutes(head + "委員長\tはい。\n委員\tよい。\n", "a.txt")
    assert said(minutes) == [("委員長", "はい。"), ("委員", "よい。")]
    assert minutes.meeting.office == "企画課"


def colon(text: str) -> tuple[Minutes, list[Problem]]:
    return import_minutes(text, "a.txt", layout="colon", source=Source("a.txt", "", ""))


def test_both_widths_of_colon_and_marks_before_the_label_are_read() -> None:
    minutes, problems = colon("○委員Ａ：一\n◆委 員 : 二\n・青木委員　：　三\n")
    assert said(minutes) == [("委員Ａ", "一"), ("委員", "二"), ("青木委員", "三")]
    assert problems == []


def test_what_stands_before_a_colon_but_is_no_role_is_no_speaker() -> None:
    minutes, _ = colon("委員：次の点。\n目標値：3割\n委員：所管は環境課：別表\n日時：後日\n")
    assert said(minutes) == [("委員", "次の点。\n目標値：3割"), ("委員", "所管は環境課：別表日時：後日")]


def test_wrapped_lines_are_joined_and_sentences_start_paragraphs() -> None:
    assert said(colon("委員：見直\nす。\n\n次に。\n")[0]) == [("委員", "見直す。\n次に。")]


def test_headings_and_notes_between_speeches_are_narratives() -> None:
    minutes, problems = colon("委員：一。\n〔「異議なし」と呼ぶ者あり〕\n議題2　乙\n（休憩）\n委員：二。\n")
    narratives = [entry.text for entry in minutes.record if isinstance(entry, Narrative)]
    assert narratives == ["〔「異議なし」と呼ぶ者あり〕", "議題2　乙", "（休憩）"]
    assert [u.agenda for u in minutes.utterances] == [None, 2]
    assert problems == []


def test_the_office_in_the_head_is_no_speech() -> None:
    head = (
        "第1回甲市審議会会議録\n日時：令和7年11月28日（金）\n場所：会議室\n"
        "出席委員：青木委員、森委員\n事務局：企画課\n\n"
    )
    minutes, problems = import_minutes(head + "委員長：はい。\n委員：よい。\n", "a.txt")
    assert said(minutes) == [("委員長", "はい。"), ("委員", "よい。")]
    assert (minutes.meeting.office, [p.name for p in minutes.meeting.members]) == ("企画課", ["青木", "森"])
    assert problems == []


def test_the_layout_that_was_recognised_is_in_the_source() -> None:
    minutes, _ = import_minutes("委員：一\n", "a.txt", source=Source("a.txt", "", ""))
    assert minutes.source == Source("a.txt", "", "colon")


def test_a_layout_that_fits_few_lines_is_told() -> None:
    _, problems = import_minutes("委員：一\n" + "本文が続く\n" * 30, "a.txt")
    assert [p.code for p in problems] == ["I018"]


@pytest.mark.parametrize("layout", [None, *LAYOUTS])
def test_a_text_in_which_nobody_speaks_is_refused_with_what_to_do(layout: str | None) -> None:
    with pytest.raises(InputError) as caught:
        import_minutes("\n案内です。\n", "a.txt", layout=layout)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.line) == ("I002", 2)
    assert "--layout" in problem.message and "speaker-table" in problem.message


def test_rows_of_another_reader_come_in_the_same_way() -> None:
    rows = [Row(("発言者", "内容"), 1), Row(("委員", "一。\n二。"), 2)]
    assert said(import_rows(rows, "a.docx").minutes) == [("委員", "一。\n二。")]


@pytest.mark.skipif(not SAMPLES.exists(), reason="the folder shared/layouts is absent")
@pytest.mark.parametrize(
    ("sample", "layout", "roles"),
    [
        ("L01_toyonaka_table_tab.txt", "speaker-table", ["委員長", "委員", "委員", "事務局"]),
        ("L02_fullwidth_circle_title_fullwidth_space.txt", "marked", ["委員長", "事務局", "委員", "委員長"]),
        ("L03_sumitsuki_own_line.txt", "sumitsuki", ["委員", "委員長", "委員"]),
        ("L04_paren_inline.txt", "paren", ["委員長", "事務局", "委員", "委員長"]),
        ("L05_paren_anonymous_letter_own_line.txt", "paren", ["委員長", "委員", "委員", "事務局"]),
        ("L06_colon_fullwidth_and_half.txt", "colon", ["委員", "説明員", "副委員長", "委員長", "委員"]),
        ("L07_close_paren_only.txt", "close-paren", ["委員長", "事務局"]),
        ("L08_angle_ascii_own_line.txt", "angle", ["事務局", "委員", "委員長"]),
        ("L09_bullets_unattributed.txt", "bullets", ["不明"] * 4),
        ("L10_shingi_youshi_topic_bullets.txt", "topics", ["不明"] * 3),
        ("L11_qa_pairs.txt", "pairs", ["不明"] * 4),
        ("L12_name_own_line_wrapped_pdf.txt", "own-line", ["委員長", "事務局", "委員長"]),
        ("L13_council_official_kun.txt", "marked", ["委員長", "説明員", "委員"]),
        ("L14_quoted_speech.txt", "marked", ["市長", "市長"]),
        ("L15_lost_speaker_column.txt", "lost-column", ["不明", "不明"]),
        ("L16_bullet_speaker_space.txt", "marked", ["事務局", "委員長", "委員長"]),
    ],
)
def test_the_samples_are_recognised(sample: str, layout: str, roles: list[str]) -> None:
    text = (SAMPLES / sample).read_text("utf-8")
    minutes, _ = import_minutes(text, sample, source=Source(sample, "", ""))
    assert minutes.source is not None and minutes.source.layout == layout
    assert [u.role for u in minutes.utterances] == roles


# Characters that a speech may hold: no line ends, no control characters, no tags of HTML.
_CHARACTERS = st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="<")
_TEXTS = st.text(_CHARACTERS, min_size=1, max_size=60).map(lambda text: text.strip(" ")).filter(str.strip)
_LABELS = st.sampled_from(["委員長", "委員", "事務局", "青木委員"])
_SPEECHES = st.lists(st.tuples(_LABELS, _TEXTS), min_size=1, max_size=8)


@given(_SPEECHES, st.data())
def test_minutes_cut_by_page_breaks_anywhere_come_back_exactly(
    speeches: list[tuple[str, str]], data: st.DataObject
) -> None:
    lines = ["発言者\t内容"]
    for speaker, text in speeches:
        cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=3)))
        pages = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        # What begins a page all in brackets may be an event, （笑い）, as well as the end of a sentence.
        parted = all(page.strip() for page in pages) and not any(map(is_aside, pages[1:]))
        pages = [page for page in pages if page.strip(" ")] if parted else [text]
        wrapped = data.draw(st.booleans())
        cells = [f"<p>{page}</p>" if wrapped else page for page in pages]
        lines += [f"{speaker}\t{cells[0]}"]
        for cell in cells[1:]:
            lines += ["", "発言者\t内容", f"\t{cell}"]
    end = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    minutes, problems = import_minutes(end.join(lines), "a.txt")
    assert said(minutes) == speeches
    assert {p.code for p in problems} <= {"I012"}


@given(st.text(st.sampled_from("委員長事務局：:\t\n\r\f 　。（）<p>/発言者内容議題1第回\x07"), max_size=80))
def test_no_text_makes_the_importer_crash(text: str) -> None:
    try:
        minutes, problems = import_minutes(text, "a.txt")
    except InputError:
        return
    assert minutes.utterances and all(u.text for u in minutes.utterances)
    assert all(p.place.line >= 1 for p in problems)


@given(st.text(st.sampled_from("委員長事務局甲一。、（）＜＞【】○議題2\t\t\n\n　 "), max_size=120))
def test_no_word_of_a_table_is_lost_whatever_its_rows(body: str) -> None:
    minutes, _ = table("委員\t一\n" + body)
    kept = "".join(getattr(entry, "speaker", "") + entry.text for entry in minutes.record)
    # Decoration is dropped where it surrounds the label of a speaker, and only there.
    ours, theirs = (Counter(re.sub(r"[\s（）＜＞【】○]", "", text)) for text in (kept, "委員一" + body))
    assert ours == theirs
