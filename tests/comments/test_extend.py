"""New comments go behind what stands in the ledger; what stands there stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.comments import Comment, Reply, read_comments
from drafting.comments.extend import Extended, extend_ledger
from drafting.problems import InputError, WriteError
from drafting.yamlfile import parse, scan_typing

FILE = "inputs/comments.yaml"
ONE = Comment("", "甲委員", "2026-01-20 10:00", "R1.body", "窓口の案内", "言葉が硬い。", file="甲.docx", build="f841")
OTHER = replace(ONE, at="R2.body", quote="職員")


def extend(text: str, *files: Sequence[Comment]) -> Extended:
    return extend_ledger(text, files, FILE)


def rows(text: str) -> tuple[Comment, ...]:
    found, problems = read_comments(parse(text, FILE), FILE)
    assert problems == [] and scan_typing(text, FILE) == []
    return found


def filled(text: str, response: str, reason: str, number: int = 1) -> str:
    """The ledger with what the clerk typed into a row."""
    head, mark, tail = text.partition(f"- id: C{number}\n")
    return head + mark + tail.replace("response:", f"response: {response}", 1).replace("reason:", f"reason: {reason}", 1)


def test_a_missing_ledger_gets_the_head_that_explains_its_keys() -> None:
    text = extend("", [ONE]).text
    assert text.startswith("# yaml-language-server: $schema=./schema/comments.json\n# 照会意見の一覧")
    assert text.endswith(
        """
comments:

  # ―― 甲.docx（C1）――
  - id: C1
    author: 甲委員
    date: 2026-01-20 10:00
    at: R1.body
    quote: 窓口の案内
    text: 言葉が硬い。
    source: {file: 甲.docx, build: f841, key: df2d3169be2a}
    response:
    reason:
"""
    )


def test_no_comments_leave_a_missing_ledger_missing() -> None:
    assert extend("", [], []) == ("", (), 0)


def test_a_file_with_comments_of_the_clerk_only_keeps_them() -> None:
    text = extend("# 控え", [ONE]).text
    assert text.startswith("# 控え\n\ncomments:\n") and len(rows(text)) == 1


def test_what_was_filled_in_stays_and_a_second_file_comes_behind_it() -> None:
    first = filled(extend("", [ONE]).text, "反映   # 係長に確認", "言葉を改めた。")
    second = extend(first, [ONE], [replace(OTHER, author="乙委員", file="乙.docx")])
    assert second.text.startswith(first)
    assert [(one.id, one.author, one.response, one.reason) for one in rows(second.text)] == [
        ("C1", "甲委員", "反映", "言葉を改めた。"), ("C2", "乙委員", "", ""),
    ]  # fmt: skip
    assert [one.id for one in second.added] == ["C2"] and second.known == 1


def test_a_reason_that_ends_with_the_file_stays_as_it_was() -> None:
    first = filled(extend("", [ONE]).text, "反映", "|\n      改めた。").removesuffix("\n")
    assert extend(first, [OTHER]).text.startswith(first + "\n")


@pytest.mark.parametrize(
    "old",
    [
        "comments:",
        "comments:   # まだない\n# 下の覚え書き\n",
        "comments: []\n",
        "comments: [{id: C1, text: 電話}, ]  # 横書き\n",
        "comments:\n- id: C7\n  text: 電話   # 山田さん\n\n# 以上\n",
        "comments:\r\n    - {id: C2, text: 電話, response: 参考}\r\n",
        "---\ncomments:\n  - id: C1\n    text: >-\n      折り返した\n      意見\n...\n",
        '\n\n# 一\n"comments":\n  # 一\n  - id: C1\n    text: "二\\n行"\n    reason: |+\n      一\n\n\n',
    ],
)
def test_whatever_a_clerk_wrote_stays_in_its_order(old: str) -> None:
    before = read_comments(parse(old, FILE), FILE)[0]
    new = extend(old, [ONE, OTHER]).text
    assert rows(new)[: len(before)] == before and len(rows(new)) == len(before) + 2
    letters = iter(new)
    assert all(letter in letters for letter in old)
    assert extend(new, [ONE, OTHER]).text == new


def test_a_number_is_never_given_twice_even_when_its_row_is_gone() -> None:
    text = extend("", [ONE, OTHER]).text
    without = text[: text.index("  - id: C2")]
    assert [one.id for one in extend(without, [OTHER]).added] == ["C3"]


def test_two_equal_comments_at_two_places_are_two_and_two_on_one_passage_too() -> None:
    second = replace(ONE, quote="別の言葉である")
    text = extend("", [ONE, OTHER, second, ONE]).text
    assert len(rows(text)) == 4
    assert extend(text, [ONE], [OTHER], [second], [ONE, ONE]).text == text


def test_equal_comments_of_two_files_at_two_passages_are_two() -> None:
    assert len(extend("", [ONE], [replace(ONE, quote="まったく別のところ")]).added) == 2


def test_a_comment_of_a_file_saved_anew_or_handed_on_is_not_doubled() -> None:
    text = extend("", [ONE]).text
    assert extend(text, [replace(ONE, file="乙.docx", build="0000")]).text == text


def test_the_next_draft_in_which_the_passage_was_edited_has_the_same_comment() -> None:
    text = extend("", [ONE]).text
    assert extend(text, [replace(ONE, quote="総合窓口の案内"), replace(ONE, quote="")]).known == 1
    assert extend(text, [replace(ONE, quote="総合窓口の案内")]).text == text


def test_the_same_passage_goes_before_a_similar_one() -> None:
    text = extend("", [replace(ONE, quote="あいう"), replace(ONE, quote="あいうえお")]).text
    assert extend(text, [replace(ONE, quote="あいうえお"), replace(ONE, quote="あい")]).text == text


def test_a_name_or_a_word_that_the_clerk_put_right_is_still_known() -> None:
    text = extend("", [ONE]).text.replace("author: 甲委員", "author: 甲野委員").replace("言葉が硬い。", "（要旨）言葉が硬い。")
    assert extend(text, [ONE]).text == text


def test_comments_whose_names_or_times_were_removed_are_known_by_their_file() -> None:
    nameless = replace(ONE, author="作成者", date="")
    text = extend("", [nameless], [replace(nameless, file="乙.docx")]).text
    assert len(rows(text)) == 2 and extend(text, [nameless]).text == text


def test_answers_stand_in_a_new_row_and_later_ones_in_a_row_that_names_it() -> None:
    first = replace(ONE, replies=(Reply("乙委員", "2026-01-21 09:00", "同感です。"),))
    text = filled(extend("", [first]).text, "反映", "改めた。")
    assert [reply.text for reply in rows(text)[0].replies] == ["同感です。"]
    later = replace(first, replies=(*first.replies, Reply("丙委員", "2026-01-22 09:00", "反対です。")))
    second = extend(text, [later])
    assert second.text.startswith(text) and second.known == 2
    (answer,) = second.added
    assert (answer.id, answer.author, answer.text, answer.reply_to, answer.response) == ("C2", "丙委員", "反対です。", "C1", "")
    assert extend(second.text, [later]).text == second.text


def test_an_answer_whose_thread_was_lost_on_saving_is_known() -> None:
    reply = Reply("乙委員", "2026-01-21 09:00", "同感です。")
    text = extend("", [replace(ONE, replies=(reply,))]).text
    assert extend(text, [ONE, replace(ONE, author=reply.author, date=reply.date, text=reply.text)]).text == text


def test_files_read_together_share_a_thread() -> None:
    answered = replace(ONE, replies=(Reply("乙委員", "2026-01-21 09:00", "同感です。"),), file="乙.docx")
    (row,) = extend("", [ONE], [answered]).added
    assert [reply.author for reply in row.replies] == ["乙委員"]


def test_letters_that_no_file_can_hold_and_comments_without_words_leave_a_mark() -> None:
    (row,) = rows(extend("", [replace(ONE, text=" \n", quote="あ\x7fい\n", author="甲\u2028乙")]).text)
    assert (row.text, row.quote, row.author) == ("（文字のないコメント）", "あ〓い", "甲\u2028乙")


def test_a_long_passage_is_shortened() -> None:
    (row,) = extend("", [replace(ONE, quote="あ" * 5000 + "終わり")]).added
    assert row.quote.startswith("あああ") and row.quote.endswith("終わり") and "…（中略）…" in row.quote and len(row.quote) < 400


def test_a_ledger_with_a_fault_or_one_that_cannot_be_added_to_is_refused() -> None:
    with pytest.raises(InputError):
        extend("comments:\n  - id: C1\n", [ONE])
    with pytest.raises(WriteError):
        extend("comments: ~\n", [ONE])


WORDS = st.text(st.sampled_from("委員 \n\t#:'\"-|>[]{},*&!%@`?~。あいう１\u2028\x7f\x85C9"), max_size=12)
TIMES = st.sampled_from(["", "2026-01-20 10:00", "2026-01-20"])
REPLIES = st.lists(st.builds(Reply, st.sampled_from(["", "甲", "乙"]), TIMES, st.sampled_from(["同感", "はい"])), max_size=2).map(tuple)
COMMENTS = st.builds(
    Comment, st.just(""), st.sampled_from(["", "甲", "乙"]), TIMES, st.sampled_from(["R1.body", "R2.body", "表紙のあたり"]),
    st.one_of(st.sampled_from(["", "窓口", "窓口の案内"]), WORDS), st.one_of(st.sampled_from(["同感", "はい"]), WORDS), REPLIES, st.booleans(),
    file=st.sampled_from(["甲.docx", "戻り/乙 #1.docx"]), build=st.just("f841"),
)  # fmt: skip
FILES = st.lists(st.lists(COMMENTS, max_size=4), max_size=3)
CLERKS = st.sampled_from(["", "# 控え\n", "comments:\n- id: C3\n  text: 電話\n  reason: 'ここまで'", "comments: [{id: C1, text: 電話}]\n"])


def said(files: Sequence[Sequence[Comment]]) -> list[Counter[tuple[str, str, str]]]:
    return [Counter((each.author, each.date, squeezed(each.text)) for one in file for each in (one, *one.replies)) for file in files]


def squeezed(text: str) -> str:
    return "".join(text.replace("\x7f", "〓").split()) or "（文字のないコメント）"


@given(CLERKS, FILES, st.sampled_from(["\n", "\r\n"]))
def test_nothing_is_lost_doubled_or_changed(clerk: str, files: list[list[Comment]], newline: str) -> None:
    old = clerk.replace("\n", newline)
    before = read_comments(parse(old, FILE), FILE)[0] if "comments" in old else ()
    new = extend_ledger(old, files, FILE)
    letters = iter(new.text)
    assert all(letter in letters for letter in old)
    if new.added:
        now = rows(new.text)
        assert now[: len(before)] == before
        assert now[len(before) :] == new.added
        held = Counter((each.author, each.date, squeezed(each.text)) for one in now for each in (one, *one.replies))
        assert all(not one - held for one in said(files))
        assert not held - sum(said(files), Counter(("", "", squeezed(one.text)) for one in before))
        assert len({one.id for one in now}) == len(now)
    assert extend_ledger(new.text, files, FILE).text == new.text
    assert extend_ledger(new.text, files[::-1], FILE).text == new.text


@given(FILES, FILES, st.sampled_from(["反映", "反映しない # 会長と協議"]), WORDS)
def test_what_the_clerk_filled_in_survives_every_later_review(first: list[list[Comment]], later: list[list[Comment]], response: str, reason: str) -> None:
    text = extend_ledger("", first, FILE).text
    if not text:
        return
    words = "'" + "".join(reason.replace("'", "''").replace("\x7f", "").replace("\x85", "").replace("\u2028", "").split()) + "'"
    text = filled(text, response, words)
    new = extend_ledger(text, later, FILE).text
    assert new.startswith(text)
    assert rows(new)[: len(rows(text))] == rows(text)
