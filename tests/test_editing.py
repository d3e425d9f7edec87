"""Edits of files: encodings, line ends and backups, on the hard cases beside the repository."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from drafting.editing import edit_file, rename_theme
from drafting.problems import WriteError
from drafting.yamlfile import parse
from drafting.yamlfile.edit import Edit, set_values
from drafting.yamlfile.items import delete_item, move_item

SHARED = Path(__file__).parents[2] / "shared" / "bad-input"
TEXT = "themes:\n  - title: '窓口'\n    lead: 窓口\nrecommendations:\n  - {id: R1, theme: \"窓口\"}\n  - {id: R2, theme: 窓口, title: 窓口}\n"


def set_title(text: str) -> str:
    return set_values(text, [Edit(("recommendations", 1, "title"), "新")], "r.yaml")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_file_keeps_its_encoding_and_line_ends(codec: str, newline: str, tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    old = TEXT.replace("\n", newline).encode(codec)
    path.write_bytes(old)
    assert edit_file(path, "r.yaml", set_title)
    assert path.read_bytes() == TEXT.replace("title: 窓口}", "title: 新}").replace("\n", newline).encode(codec)
    assert (tmp_path / "r.yaml.bak").read_bytes() == old


def test_an_edit_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(TEXT, encoding="utf-8")
    assert not edit_file(path, "r.yaml", lambda text: text)
    assert [file.name for file in tmp_path.iterdir()] == ["r.yaml"]


def test_a_letter_that_the_encoding_lacks_is_said_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_bytes(TEXT.encode("cp932"))
    with pytest.raises(WriteError, match=r"r\.yaml:6:32: エラー\[F037\]: 「𠮷」（U\+20BB7）"):
        edit_file(path, "r.yaml", lambda text: text.replace("title: 窓口}", "title: 𠮷}"))
    assert path.read_bytes() == TEXT.encode("cp932")


def test_a_theme_is_renamed_everywhere_in_the_quotes_it_had() -> None:
    expected = TEXT.replace("title: '窓口'", "title: '相談'").replace('"窓口"', '"相談"').replace("theme: 窓口,", "theme: 相談,")
    assert rename_theme(TEXT, "窓口", "相談", "r.yaml") == expected


def cases() -> list[Any]:
    if not SHARED.is_dir():
        return []
    manifest = YAML(typ="safe", pure=True).load((SHARED / "manifest.yaml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["id"]) for case in manifest["cases"] if case["cmd"] == "edit"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the hard cases lie beside the repository")
@pytest.mark.parametrize("case", cases())
def test_the_hard_cases_change_nothing_else(case: Any, tmp_path: Path) -> None:
    path = tmp_path / case["file"]
    before = (SHARED / "cases" / case["file"]).read_bytes()
    path.write_bytes(before)
    edit = case["edit"]
    operation = edit.get("op", "set")

    def change(text: str) -> str:
        if operation == "delete":
            return delete_item(text, ("recommendations", 1), case["file"])
        if operation == "move-up":
            return move_item(text, ("recommendations", 1), 0, case["file"])
        if operation == "rename-theme":
            return rename_theme(text, "情報発信", "伝え方", case["file"])
        if operation == "set-multiline":
            return set_values(text, [Edit(("recommendations", 1, "body"), "一\n二")], case["file"])
        # "item" counts from 1; where it is said to be the second of one or two, so it is.
        where = ("recommendations", edit["item"] - 1, edit["key"])
        return set_values(text, [Edit(where, edit["new"])], case["file"])

    assert edit_file(path, case["file"], change)
    after = path.read_bytes()
    if operation in ("set", "set-multiline"):
        new = edit.get("new", "|-").encode()
        start = next(i for i, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1])
        tail = next(i for i, pair in enumerate(zip(before[::-1], after[::-1], strict=False)) if pair[0] != pair[1])
        assert new[-3:] in after[start - 3 : len(after) - tail + 3] or operation == "set-multiline"
        assert before[:start] + before[len(before) - tail :] == after[:start] + after[len(after) - tail :]
        assert len(before) - tail - start < 40
    comments = [line.strip() for line in before.decode("utf-8-sig").splitlines() if line.strip().startswith("#")]
    kept = [line.strip() for line in after.decode("utf-8-sig").splitlines() if line.strip().startswith("#")]
    lost = set(comments) - set(kept)
    assert all("R2" in comment for comment in lost) if operation == "delete" else not lost
    parse(after.decode("utf-8-sig"), case["file"])
