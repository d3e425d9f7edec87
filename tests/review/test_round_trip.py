"""What a review has written is what the next draft prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from handed_out import RECOMMENDATIONS, YAML, draft, hand_out
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewers import runs, splice
from workspaces import drafting

from drafting.draft import Anchor
from drafting.word.document import anchor_name, parse_xml, w
from drafting.word.package import read_package
from drafting.word.reading import extent_text, read_document

ADDRESSES = ("R1.title", "R1.body", "R2.body", "themes.窓口.lead")
EDIT = st.tuples(
    st.sampled_from(ADDRESSES), st.integers(0, 3), st.integers(0, 30), st.integers(0, 4),
    st.text(alphabet="市民の声。", max_size=4), st.sampled_from(("甲委員", "乙委員", "丙会長")),
)  # fmt: skip


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One workspace for the random tests: it is put back before each."""
    root = hand_out(tmp_path_factory.mktemp("照会"))
    (root / "first.docx").write_bytes(draft(root))
    return root


@pytest.mark.slow
@given(st.lists(EDIT, min_size=1, max_size=6))
@settings(max_examples=12, deadline=None)
def test_what_was_accepted_is_what_the_next_draft_prints(shared: Path, edits: list[tuple[str, int, int, int, str, str]]) -> None:
    (shared / YAML).write_text(RECOMMENDATIONS, encoding="utf-8", newline="")
    data = (shared / "first.docx").read_bytes()
    for address, number, start, length, new, author in edits:
        data = _edited(data, address, number, start, length, new, author)
    wanted = _texts(data)
    (shared / "戻り.docx").write_bytes(data)
    assert drafting(shared, "review", "戻り.docx", "--apply").returncode == 0
    assert drafting(shared, "build", "--edition", "照会").returncode == 0
    printed = _texts(draft(shared))
    assert {name: printed[name] for name in wanted} == wanted


def _edited(data: bytes, address: str, number: int, start: int, length: int, new: str, author: str) -> bytes:
    """One edit inside of a run that is not tracked yet, which leaves something of the run."""
    there = runs(parse_xml(read_package(data, "x")["word/document.xml"]), address)
    number %= len(there)
    text = there[number].find(w("t")).text
    start = 1 + start % len(text)
    return splice(data, address, number, start, min(length, max(0, len(text) - start)), new, author)


def _texts(data: bytes) -> dict[str, str]:
    document = read_document(data, "x")
    known = {anchor_name(Anchor(address, 1)) for address in ADDRESSES}
    return {each.name: re.sub("\n+", "\n", extent_text(document.accepted, each.accepted)) for each in document.bookmarks if each.name in known}
