"""Items behind the last one of a list."""

from __future__ import annotations

import pytest

from drafting.problems import WriteError
from drafting.yamlfile.append import NewItem, append_items

ITEM = NewItem("# 上の説明\n- a: 1\n  b: |\n    二\n    行", '{a: 1, b: "二\\n行"}')


def append(text: str) -> str:
    return append_items(text, "rows", [ITEM], "f")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rows:\n  - a: 0\n", "rows:\n  - a: 0\n  # 上の説明\n  - a: 1\n    b: |\n      二\n      行\n"),
        ("rows:\n- 0\nother: x\n", "rows:\n- 0\n# 上の説明\n- a: 1\n  b: |\n    二\n    行\nother: x\n"),
        ("rows: # 空\nother: x\n", "rows: # 空\n  # 上の説明\n  - a: 1\n    b: |\n      二\n      行\nother: x\n"),
        ("other: x", "other: x\nrows:\n  # 上の説明\n  - a: 1\n    b: |\n      二\n      行\n"),
        ("  other: x\r\n", "  other: x\r\n  rows:\r\n    # 上の説明\r\n    - a: 1\r\n      b: |\r\n        二\r\n        行\r\n"),
        ("rows: [ ]\n", 'rows: [{a: 1, b: "二\\n行"} ]\n'),
        ("{rows: [x, ]}\n", '{rows: [x, {a: 1, b: "二\\n行"}, ]}\n'),
    ],
)
def test_items_come_last_and_nothing_else_changes(old: str, new: str) -> None:
    assert append(old) == new


@pytest.mark.parametrize("text", ["rows: ~\n", "rows: 文\n", "- rows\n", "rows: &a [x]\nb: *a\n", "{}\n", "{rows: }\n"])
def test_what_cannot_be_added_to_safely_is_refused(text: str) -> None:
    with pytest.raises(WriteError):
        append(text)
