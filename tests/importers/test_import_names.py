"""Roles that only the head can tell."""

from __future__ import annotations

import pytest

from drafting.importers.names import Names
from drafting.model import Meeting, Person

BOARD = Meeting("1", committee="鳴子沢町教育委員会")
OLD_BOARD = Meeting("1", committee="鳴子沢町教育委員会", members=(Person("鬼首　洋", "委員長"), Person("都甲　恵", "委員")))
COUNCIL = Meeting(
    "1", committee="東雲台市地域公共交通会議",
    members=(Person("旭川　修", "委員"), Person("薄明　智也", "委員")), secretariat=(Person("黍原", "", "栄養教諭"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("meeting", "label", "role"),
    [
        (BOARD, "教育長", "委員長"),
        (BOARD, "都甲教育長", "委員長"),
        (BOARD, "教育長職務代理者", "副委員長"),
        (BOARD, "町長", "市長"),
        (Meeting("1", committee="教育委員会"), "教育長", "委員長"),
        (OLD_BOARD, "都甲教育長", "委員"),
        (COUNCIL, "教育長", "市長"),
        (Meeting("1", committee="甲市教育委員会いじめ問題対策委員会"), "教育長", "市長"),
        (COUNCIL, "運輸支局　旭川氏", "委員"),
        (COUNCIL, "タクシー協会　薄明氏", "委員"),
        (COUNCIL, "交通政策課　旭川", "事務局"),
        (COUNCIL, "東雲バス　黎明氏", "不明"),
        (COUNCIL, "黍原栄養教諭", "事務局"),
    ],
)
def test_the_head_tells_a_role(meeting: Meeting, label: str, role: str) -> None:
    assert Names(meeting).role(label) == role
