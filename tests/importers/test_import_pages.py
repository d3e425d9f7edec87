"""What a page adds to a text: page numbers and running heads."""

from __future__ import annotations

from drafting.importers import import_minutes
from drafting.importers.pages import without_page_furniture
from drafting.importers.rows import PAGE_BREAK, Row


def rows_of(text: str) -> list[Row]:
    return [Row((line,), number) for number, line in enumerate(text.split("\n"), 1)]


def left(rows: list[Row]) -> list[str]:
    return [row.text for row in rows if row.cells != (PAGE_BREAK,)]


def test_page_numbers_become_page_breaks_and_are_told_once() -> None:
    rows, removed, problems = without_page_furniture(rows_of("甲\n- 2 -\n－３－"), "a.txt")
    assert [row.cells[0] for row in rows] == ["甲", PAGE_BREAK, PAGE_BREAK]
    assert [row.text for row in removed] == ["- 2 -", "－３－"]
    assert [(p.code, p.place.line) for p in problems] == [("I015", 2)]


def test_a_list_with_a_dash_is_no_page_number() -> None:
    rows = [Row(("- 2",), 1), Row(("委員", "- 2 -"), 2)]
    assert without_page_furniture(rows, "a.txt") == (rows, [], [])


def test_bare_numbers_are_page_numbers_only_if_they_go_up_by_one() -> None:
    pages = "\n".join(f"甲\n乙\n丙\n丁\n{number}" for number in (1, 2, 3))
    assert "2" not in left(without_page_furniture(rows_of(pages), "a.txt")[0])
    counts = "\n".join(f"甲\n乙\n丙\n丁\n{number}" for number in (10, 2, 33))
    assert "33" in left(without_page_furniture(rows_of(counts), "a.txt")[0])


def test_the_same_words_beside_most_page_breaks_are_a_running_head() -> None:
    pages = "\n".join(f"第3回甲市審議会\n{words}\n- {number} -" for number, words in enumerate(["一。", "二。", "三。", "四。"], 1))
    rows, removed, problems = without_page_furniture(rows_of(pages), "a.txt")
    assert left(rows) == ["一。", "二。", "三。", "四。"]
    assert len(removed) == 8
    assert [p.code for p in problems] == ["I015", "I016"] and "第3回甲市審議会" in problems[1].message


def test_words_that_come_back_elsewhere_too_are_no_running_head() -> None:
    pages = "\n".join(f"異議なし\n{words}\n異議なし\n甲\n乙\n- {number} -" for number, words in enumerate("一二三四", 1))
    assert left(without_page_furniture(rows_of(pages), "a.txt")[0]).count("異議なし") == 8


def test_a_number_with_its_word_in_the_middle_of_the_paper_is_of_the_page() -> None:
    text = "委員長：始めます。\n委員：国の手引では、おお\n\n　　　　　　　　　　　　　　　　1 ページ\nむね一時間です。\n事務局：承知しました。\n"
    minutes, problems = import_minutes(text, "a.txt")
    assert [one.text.strip() for one in minutes.utterances][1] == "国の手引では、おおむね一時間です。"
    assert "I015" in [problem.code for problem in problems]


def test_page_numbers_of_two_pages_are_told_by_their_total_or_by_the_last_line() -> None:
    for first, last in (("1/2", "2/2"), ("1 / 2", "2 / 2"), ("1", "2"), ("１ページ", "２ページ")):
        text = f"第2回甲市環境審議会会議録（要旨）\n\n委員長：始めます。\n委員：市の職員は六割が取っていると新聞\n{first}\n第2回甲市環境審議会\nで読みました。\n委員長：以上です。\n{last}\n"
        minutes, problems = import_minutes(text, "a.txt")
        assert [one.text.strip() for one in minutes.utterances][1] == "市の職員は六割が取っていると新聞で読みました。", first
        assert [problem.code for problem in problems if problem.code in ("I015", "I016")] == ["I015", "I016"]


def test_two_numbers_that_do_not_end_the_file_stay() -> None:
    assert left(without_page_furniture(rows_of("甲\n乙\n丙\n丁\n1\n甲\n乙\n丙\n丁\n2\n甲。"), "a.txt")[0]).count("1") == 1
    assert left(without_page_furniture(rows_of("割合は次のとおりです。\n1/2\n甲\n乙\n丙\n2/3\n甲。"), "a.txt")[0]).count("1/2") == 1
