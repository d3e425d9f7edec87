"""発言者：/発言内容： blocks, labels broken over two lines, titles of items, the number of the only page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.importers import Imported, import_rows
from drafting.importers.forms import with_whole_labels, without_block_labels
from drafting.importers.label_keys import Part, head_field_of
from drafting.importers.pages import without_page_furniture
from drafting.importers.rows import Row, text_rows

BLOCKS = "発言者：青木委員\n発言内容：一つ目。\n\n発言者：森会長\n発言内容：\n二つ目。\n"


def rows_of(text: str) -> list[Row]:
    return text_rows(text, "a.txt")[0]


def read(text: str) -> Imported:
    return import_rows(rows_of(text), "a.txt")


def test_a_block_of_speaker_and_words_is_one_speech_and_its_labels_are_accounted_for() -> None:
    rows, gone = without_block_labels(rows_of(BLOCKS))
    assert [row.text for row in rows if row.text] == ["青木委員：一つ目。", "森会長：", "二つ目。"]
    assert [row.text for row in gone] == ["発言者", "発言内容", "発言者", "発言内容"]
    found = read(BLOCKS)
    assert [(one.speaker, one.text) for one in found.minutes.utterances] == [("青木委員", "一つ目。"), ("森会長", "二つ目。")]
    assert found.problems == []


def test_a_single_block_is_left_as_it_is() -> None:
    rows = rows_of("発言者：青木委員\n発言内容：一つ目。")
    assert without_block_labels(rows) == (rows, [])


def test_a_label_over_two_lines_is_one_and_the_rows_keep_their_places() -> None:
    rows = rows_of("附属機関等の\n名　　称　　甲市環境審議会\n出 席 委 員\n氏　　　名　　青木、森")
    whole = with_whole_labels(rows, head_field_of(Part.PARTICULARS))
    assert [row.cells for row in whole] == [("",), ("附属機関等の名　　称", "甲市環境審議会"), ("",), ("出 席 委 員氏　　　名", "青木、森")]


def test_two_labels_beneath_one_another_stay_two() -> None:
    rows = rows_of("出席者\n委員　　青木、森\n議題\n場所　　甲市役所")
    assert with_whole_labels(rows, head_field_of(Part.PARTICULARS)) == rows


def test_the_title_of_an_item_ends_the_speech_before_it_though_its_number_is_of_another_form() -> None:
    head = "日時：令和6年4月5日\n議題\n(1) 路線の再編について\n(2) 運賃の改定について\n\n"
    found = read(head + "（会長）\n始めます。\nア　路線の再編について\n（委員）\n便が少ない。\nイ　運賃の改定について\n（委員）\n高い。\n")
    assert [(one.text, one.agenda) for one in found.minutes.utterances] == [("始めます。", None), ("便が少ない。", 1), ("高い。", 2)]


def test_a_title_quoted_within_a_speech_stays_in_it() -> None:
    head = "日時：令和6年4月5日\n議題\n(1) 路線の再編について\n\n"
    found = read(head + "（会長）\n始めます。次に、\n路線の再編について\nを議題とする。\n（委員）\n便が少ない。\n")
    assert found.minutes.utterances[0].text.replace("\n", "") == "始めます。次に、路線の再編についてを議題とする。"


def test_the_number_of_the_only_page_is_taken_off_and_an_answer_that_is_a_number_stays() -> None:
    assert [row.text for row in without_page_furniture(rows_of("委員：はい。\n1"), "a.txt")[1]] == ["1"]
    assert without_page_furniture(rows_of("問\n委員の数は\n答\n12"), "a.txt")[1] == []


def test_a_line_that_tells_of_the_closing_is_nobodys_speech() -> None:
    found = read("会長：以上です。\n委員：はい。\n\n午後４時、会長が閉会を宣した。\n議事録署名人　　青木　太郎\n")
    assert [one.text for one in found.minutes.utterances] == ["以上です。", "はい。"]


_LINES = st.sampled_from((
    "発言者：青木委員", "発言内容：資料が見にくい。", "発言内容：", "発言者：", "附属機関等の", "名　　称　　甲審議会", "出席職員の", "職・氏名　　課長　森",
    "１番　長田　勇　　２番　小野　弘", "出席委員", "（事務局）森課長", "　　ホセ・マルティネス委員※Web出席", "名張　翼　※欠席", "議題", "(1) 路線の再編について",
    "ア　路線の再編について", "路線の再編について", "青木委員：賛成です。", "〇会長　始めます。", "（会長）", "午後４時、会長が閉会を宣した。", "署名委員　　森", "1 / 1", "3", "",
    "事務局が資料１により説明した。", "日時：令和6年4月5日", "市　：伊波課長",
))  # fmt: skip


@given(st.lists(_LINES, min_size=1, max_size=24))
def test_no_letter_of_any_mixture_of_these_lines_is_lost(lines: list[str]) -> None:
    text = "青木委員：始めます。\n" + "\n".join(lines) + "\n森会長：終わります。\n"
    for found in (read(text), read("\n".join(lines) + "\n\n" + text)):
        assert [problem for problem in found.problems if problem.code == "I030"] == []
