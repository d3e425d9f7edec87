"""Any tracked edits to a draft that was handed out: what was accepted is taken or told, never lost, never wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from handed_out import DRAFT, YAML, hand_out
from hypothesis import given, settings
from hypothesis import strategies as st
from random_edits import KINDS, Edit, edit
from reviewers import changed

from drafting.draft import Anchor
from drafting.issued import Issued, read_issued
from drafting.review.forms import printed
from drafting.review.homes import homes, set_texts
from drafting.review.mapping import map_review
from drafting.review.merge import merge_texts
from drafting.review.outcome import Reviewed
from drafting.word.document import anchor_name
from drafting.word.reading import StoryKind, extent_text, read_document

COMMITTEE = "inputs/committee.yaml"
EDITS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 400), st.integers(0, 40), st.integers(0, 5), st.sampled_from(("甲委員", "乙委員", "丙会長"))),
    min_size=1, max_size=8,
)  # fmt: skip


class Handed:
    """A draft that was handed out: the file, its record, the YAML by name."""

    def __init__(self, root: Path) -> None:
        self.data = (root / DRAFT).read_bytes()
        path = next((root / "outputs/issued").glob("*.json"))
        self.issued: Issued = read_issued(path.read_bytes(), path.name)
        self.texts = {name: (root / name).read_text(encoding="utf-8") for name in (YAML, COMMITTEE)}


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> Handed:
    return Handed(hand_out(tmp_path_factory.mktemp("照会")))


@given(EDITS)
@settings(max_examples=25, deadline=None)
def test_every_edit_is_taken_to_the_letter_or_told(handed: Handed, edits: list[Edit]) -> None:
    assert not faults(handed, edits)


def faults(handed: Handed, edits: list[Edit]) -> list[str]:
    """What is lost or wrong after a review of these edits.

    An address without a conflict has, in the YAML, a passage of the accepted text that holds all between its bookmarks.
    All that was typed and accepted is in the YAML, in a conflict, or among what has no place.
    """

    def work(root: Any) -> None:
        for number, one in enumerate(edits):
            edit(root, number, one)

    document = read_document(changed(handed.data, work), "戻り.docx")
    mapped = map_review(Reviewed(document, handed.issued))
    found = homes(handed.texts, YAML, COMMITTEE)
    outcomes = {each.address: each for each in merge_texts(mapped.found, {address: home.text for address, home in found.items()})}
    new = {each.address: each.merged for each in outcomes.values() if each.merged != each.ours}
    after = homes(set_texts(handed.texts, found, new), YAML, COMMITTEE)
    accepted = "\n".join(each.text for each in document.accepted if each.text)
    inside = {each.name: printed(extent_text(document.accepted, each.accepted)).text for each in document.bookmarks}
    wrong = []
    for one in mapped.found:
        outcome = outcomes.get(one.address)
        if outcome and outcome.conflicts:
            continue
        address = one.address
        if new.get("themes.窓口.title") and address.startswith("themes.窓口."):
            address = f"themes.{after_title(new)}.{address.rpartition('.')[2]}"
        if address in after and one.occurrence == 1:
            now = printed(after[address].text).text
            if not one.ruby and inside[anchor_name(Anchor(one.address, 1))] not in now:
                wrong.append(f"cut: {one.address}: {now}")
            if one.accepted.replace("\n", "") not in accepted.replace("\n", "") or (not one.ruby and now != one.accepted):
                wrong.append(f"wrong: {one.address}: {now} / {one.accepted}")
    told = [home.text for home in after.values()] + [each.words for each in mapped.unplaced]
    told += [side.text for each in outcomes.values() for conflict in each.conflicts for side in conflict.sides]
    said = "\n".join(told)
    typed = {token for paragraph in document.accepted if paragraph.story.kind is StoryKind.BODY for token in re.findall("〔[0-9]+〕", paragraph.text)}
    wrong += [f"lost: {token}" for token in sorted(typed) if token not in said]
    gone = [each for each in document.changes if each.kind.value in ("削除", "移動元") and len(each.words.strip("\n")) > 3]
    bodies = "\n".join(home.text for home in after.values())
    for change in gone:
        words = change.words.strip("\n")
        homeless = not any(name.startswith("d_") for name in change.bookmarks)
        if homeless and words not in said and words not in "".join(each.words for each in mapped.unplaced) and words in bodies:
            wrong.append(f"deletion not told: {words}")
    return wrong


def after_title(new: dict[str, str]) -> str:
    return new["themes.窓口.title"].strip()
