"""The kinds of tables: the list that asks speakers what they said."""

from __future__ import annotations

from drafting.model import Committee, Meeting, Minutes, Recommendations, Utterance
from drafting.tables import TABLES
from drafting.workspace import Workspace

SAID = (
    Utterance("U001", "1", "委員長", "委員長", "意見を伺う。窓口の数を考ええるべきである。"),
    Utterance("U002", "1", "森委員", "委員", "案内を見直すべきである。"),
)


def never() -> dict[str, str]:
    raise AssertionError("the list for confirmation needs no draft")


def test_the_list_for_confirmation_has_a_row_for_each_doubtful_place_with_its_sentence() -> None:
    workspace = Workspace(Committee(), Recommendations((), ()), (Minutes(Meeting("1"), SAID),), ())
    (sheet,) = TABLES["確認依頼"].sheets(workspace, never)
    assert [column.name for column in sheet.columns] == ["No.", "発言番号", "発言者", "原文", "疑い", "修正案", "確認先", "結果"]
    (row,) = sheet.rows
    assert row[:4] == ("1", "1-U001", "委員長", "窓口の数を考ええるべきである。")
    assert row[5] == "窓口の数を考えるべきである。" and row[7] == ""


def test_minutes_without_a_doubt_give_an_empty_list() -> None:
    workspace = Workspace(Committee(), Recommendations((), ()), (Minutes(Meeting("1"), SAID[1:]),), ())
    assert TABLES["確認依頼"].sheets(workspace, never)[0].rows == ()
