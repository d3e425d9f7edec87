"""Every reviewed file of the collection of bad input: read as it must be, or refused with its reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from drafting.problems import InputError
from drafting.word.reading import read_document, texts_of, unread_problems

SHARED = Path(__file__).parents[3] / "shared/bad-input"


def _cases() -> list[dict[str, Any]]:
    if not SHARED.is_dir():
        return []
    manifest = YAML(typ="safe", pure=True).load((SHARED / "manifest.yaml").read_text(encoding="utf-8"))
    cases = [case for case in manifest["cases"] if case["group"] == "docx-review"]
    assert {case["file"] for case in cases} == {path.name for path in (SHARED / "cases").glob("R[0-9B]*.docx")} != set()
    return cases


needs_cases = pytest.mark.skipif(not SHARED.is_dir(), reason="the collection is not beside the repository")


@needs_cases
@pytest.mark.parametrize("case", _cases(), ids=lambda case: f"{case['id']} {case['title']}")
def test_a_reviewed_file_of_the_collection_is_read_exactly_or_refused(case: dict[str, Any]) -> None:
    data = (SHARED / "cases" / case["file"]).read_bytes()
    foreign = case["id"] == "RB23"  # a file without our bookmarks is refused by the mapping, not by the reader
    if case["outcome"] == "reject" and not foreign:
        with pytest.raises(InputError) as caught:
            read_document(data, case["file"])
        assert caught.value.exit_code == case["exit"]
        assert all(case["file"] in str(problem) for problem in caught.value.problems)
        return
    document = read_document(data, case["file"])
    if case.get("literal"):
        assert texts_of(document).accepted == case["accept"]
        if case["reject"]:
            assert texts_of(document).rejected == case["reject"]
    elif foreign or case["outcome"] == "faithful":
        assert texts_of(document) == ("本文", "本文")


def _read(name: str) -> Any:
    return read_document((SHARED / "cases" / name).read_bytes(), name)


@needs_cases
def test_what_the_collection_says_in_words_only() -> None:
    assert texts_of(_read("R13.docx")) == ("本文\n注新", "本文\n注旧")
    assert texts_of(_read("R16.docx")) == ("\n箱", "\n")
    assert [problem.code for problem in unread_problems(_read("R19.docx"))] == ["D020"]
    assert texts_of(_read("R17.docx")).rejected == texts_of(_read("R29.docx")).rejected == ""
    assert [len(_read(name).changes) for name in ("R10.docx", "R11.docx", "R28.docx", "R29.docx")] == [1, 1, 100, 1]
    assert [comment.resolved for comment in _read("R20.docx").comments] == [True, True]
    assert [bookmark.name for bookmark in _read("R26.docx").bookmarks] == ["R1", "R1"]


@needs_cases
def test_each_refusal_has_its_own_reason() -> None:
    reasons = {}
    for path in sorted((SHARED / "cases").glob("RB*.docx")):
        try:
            read_document(path.read_bytes(), path.name)
        except InputError as error:
            reasons[path.stem] = error.problems[0].code
    assert reasons == {
        "RB01": "D001", "RB02": "D012", "RB04": "D013", "RB05": "D002", "RB07": "D009", "RB08": "D003",
        "RB10": "D008", "RB11": "D008", "RB16": "D006", "RB19": "D010", "RB20": "D009",
    }  # fmt: skip
