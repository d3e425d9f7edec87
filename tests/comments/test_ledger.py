"""Reading `inputs/comments.yaml`."""

from __future__ import annotations

from drafting.comments import Comment, Reply, read_comments
from drafting.problems import InputError
from drafting.yamlfile import parse

ROWS = """# 控え
comments:
  - id: C1
    author: 甲委員
    date: 2026-01-20 10:00
    at: R1.body
    quote: 窓口の案内
    text: |
      案内の言葉が硬い。
      直してほしい。
    replies:
      - {author: 乙委員, date: 2026-01-21, text: 同感です, key: 1f}
    resolved: true
    source: {file: 甲.docx, build: f841, key: 9de1e870b458}
    response: 一部反映
    reason: 題名は直した。
    remarks: 第3回で報告
  - {id: C2, text: 電話での意見}
"""


def faults(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of every problem."""
    try:
        problems = read_comments(parse(text, "c"), "c")[1]
    except InputError as error:
        problems = list(error.problems)
    return [(one.code, one.place.line, one.place.column) for one in problems]


def row(more: str) -> str:
    return f"comments:\n  - id: C1\n    text: 意見\n    {more}\n"


def test_a_row_has_what_the_reviewer_said_and_what_the_secretariat_decided() -> None:
    rows, problems = read_comments(parse(ROWS, "c"), "c")
    assert problems == []
    assert rows == (
        Comment(
            "C1", "甲委員", "2026-01-20 10:00", "R1.body", "窓口の案内", "案内の言葉が硬い。\n直してほしい。",
            (Reply("乙委員", "2026-01-21", "同感です", "1f"),), True, "", "一部反映", "題名は直した。", "第3回で報告",
            "甲.docx", "f841", "9de1e870b458",
        ),
        Comment("C2", "", "", "", "", "電話での意見"),
    )  # fmt: skip
    assert [one.is_open for one in rows] == [False, True]


def test_what_is_being_looked_into_is_open() -> None:
    assert read_comments(parse(row("response: 確認中"), "c"), "c")[0][0].is_open


def test_a_file_whose_rows_are_all_gone_is_empty() -> None:
    assert read_comments(parse("comments:\n", "c"), "c") == ((), [])
    assert read_comments(parse("comments: []\n", "c"), "c") == ((), [])


def test_every_fault_of_form_is_told_at_its_place() -> None:
    text = """comments:
  - id: C1
    text: 意見
    respons: 反映
  - id: c2
    text: 意見
    response: 採用
  - id: C3
    date: 1月20日
  - id: C3
    date: 2026-02-30
    text: 意見
    resolved: たぶん
    reply_to: C9
"""
    assert faults(text) == [
        ("Y010", 4, 5), ("Y015", 5, 9), ("Y014", 7, 15), ("Y015", 9, 11), ("Y011", 8, 3), ("Y014", 13, 15),
        ("Y017", 11, 11), ("Y021", 10, 5), ("R012", 14, 15),
    ]  # fmt: skip


def test_bad_yaml_and_a_file_that_is_something_else_are_told() -> None:
    assert faults("comments:\n  - id: 'C1\n")[0][0].startswith("Y0")
    assert faults("- id: C1\n") == [("Y013", 1, 1)]
    assert faults("comments: なし\n") == [("Y013", 1, 11)]


def test_the_message_names_the_responses_there_are() -> None:
    (problem,) = read_comments(parse(row("response: 採用"), "c"), "c")[1]
    assert str(problem) == "c:4:15: エラー[Y014]: 「採用」は選べません。使えるのは 反映・一部反映・反映しない・既記載・参考・確認中 です。"


def test_a_row_cannot_answer_itself() -> None:
    (problem,) = read_comments(parse(row("reply_to: C1"), "c"), "c")[1]
    assert str(problem) == "c:4:15: エラー[R012]: reply_to が自分の番号です。元の意見の番号を書くか、この行を消してください。"
