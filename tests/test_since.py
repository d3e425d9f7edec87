"""What changed since an issue, as tracked changes: accepted it is today's text, rejected the issued one."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word.word_build import REFERENCE, h, span, table

from drafting.draft import Anchor, Block, Draft, Finish, Heading, PageBreak, Paragraph, SectionBreak, Table, Tracked
from drafting.editions.record import issued_texts
from drafting.editions.since import Since, mark_since
from drafting.issued import Issued
from drafting.model import Format
from drafting.render.lists import typed_paragraphs
from drafting.word.audit import audit_word
from drafting.word.document import anchor_name
from drafting.word.reading import Document, extent_text, read_document
from drafting.word.writer import write_word


def draft(*blocks: Block, **more: Any) -> Draft:
    return Draft(blocks, more.get("notes", ()), "答申（案）")


def issued(old: Draft) -> Issued:
    return Issued("b", "照会", "report.md.j2", "答申（案）", "a.docx", "", tuple(issued_texts(old)))


def written(marked: Draft, day: str = "") -> bytes:
    return write_word(marked, REFERENCE, Format(), Finish(tracked=True, day=day))[0]


def both(document: Document) -> tuple[dict[str, str], dict[str, str]]:
    """The text of each bookmark of ours, accepted and rejected."""
    ours = [mark for mark in document.bookmarks if mark.name.startswith("d_")]
    return (
        {mark.name: extent_text(document.accepted, mark.accepted) for mark in ours},
        {mark.name: extent_text(document.rejected, mark.rejected) for mark in ours},
    )


def named(one: Draft) -> dict[str, str]:
    return {anchor_name(Anchor(text.address, text.occurrence)): text.text for text in issued_texts(one)}


def body(address: str, text: str) -> list[Block]:
    return list(typed_paragraphs(text, Anchor(address, 1), ""))


def section(id: str, title: str, text: str) -> list[Block]:
    return [Heading((span(title, f"{id}.title"),), 2, "1", "heading"), *body(f"{id}.body", text)]


def shown(since: Since) -> list[str]:
    marks = {"": "{}", Tracked.DELETED: "－{}－", Tracked.INSERTED: "＋{}＋"}
    blocks = [block for block in since.draft.blocks if isinstance(block, Heading | Paragraph)]
    return ["".join(marks[one.tracked].format(one.text) for one in block.spans) + (f"（{block.mark}）" if block.mark else "") for block in blocks]


OLD = draft(h(1, "第1", "窓口"), *section("R1", "案内", "案内を見直されたい。"), *section("R2", "時間", "夜間も開けること。"))


def test_changed_words_are_marked_and_new_recommendations_are_inserted_paragraphs() -> None:
    new = draft(h(1, "第1", "窓口"), *section("R1", "案内板", "案内を早急に見直されたい。"), *section("R3", "料金", "据え置くこと。"), *body("x", "終わり。"))
    since = mark_since(new, issued(OLD))
    assert shown(since) == ["窓口", "－案内－＋案内板＋", "案内を＋早急に＋見直されたい。", "＋料金＋（ins）", "＋据え置くこと。＋（ins）", "＋終わり。＋"]
    assert [text.address for text in since.gone] == ["R2.title", "R2.body"]
    assert since.unmarked == ()


def test_a_draft_as_it_was_issued_has_no_mark() -> None:
    since = mark_since(OLD, issued(OLD))
    assert since == Since(OLD, (), ())


def test_a_paragraph_that_went_stands_until_it_is_accepted() -> None:
    old, new = draft(*body("R1.body", "一つ目。\n二つ目。\n三つ目。"), h(1, "第1", "次")), draft(*body("R1.body", "一つ目。\n三つ目。"), h(1, "第1", "次"))
    since = mark_since(new, issued(old))
    assert shown(since) == ["一つ目。", "－二つ目。－（del）", "三つ目。", "次"]
    document = read_document(written(since.draft), "x.docx")
    assert [p.text for p in document.accepted][:3] == ["一つ目。", "三つ目。", "次"]
    assert [p.text for p in document.rejected][:4] == ["一つ目。", "二つ目。", "三つ目。", "次"]


def test_marks_have_the_office_as_author_the_day_of_the_copy_or_none_and_numbers_of_their_own() -> None:
    since = mark_since(draft(*section("R1", "別", "ほかの文。")), issued(OLD))
    document = read_document(written(since.draft, "2026-01-16"), "x.docx")
    assert {(change.author, change.date) for change in document.changes} == {("事務局", "2026-01-16T00:00:00Z")}
    assert {change.date for change in read_document(written(since.draft), "x.docx").changes} == {""}
    assert written(since.draft) == written(mark_since(draft(*section("R1", "別", "ほかの文。")), issued(OLD)).draft)


def test_a_text_that_goes_on_in_another_cell_is_told_and_left_unmarked() -> None:
    cells = Table(((), ()), (((span("一", "a"),), (span("二", "a"),)),), ("left", "left"))
    other = Table(((), ()), (((span("一", "a"),), (span("三", "a"),)),), ("left", "left"))
    since = mark_since(draft(other), issued(draft(cells)))
    assert since.draft.blocks == (other,)
    assert since.unmarked == ("a",)


LINES = st.text("案内板を見直すこと。カナ1（かんじ） ・", min_size=1, max_size=12).filter(lambda line: bool(line.strip()))
TEXTS = st.lists(LINES, min_size=1, max_size=4).map("\n".join)
BETWEEN = st.sampled_from([[], [PageBreak()], [SectionBreak()], [table(["甲"], ["乙"])]])


def laid_out(texts: list[tuple[str, str]], title: str, between: list[Block], cell: str) -> Draft:
    blocks: list[Block] = [h(1, "第1", "章")]
    for id, text in texts:
        blocks += [*section(id, title, text), *between]
    blocks.append(Table(((span("見出し"),),), (((span(cell, "cell"), span("と"), span("", note=1), span(cell, "cell2")),),), ("left",)))
    return draft(*blocks, notes=((span(cell, "note"),),))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("ABCD"), TEXTS, TEXTS), unique_by=lambda one: one[0], max_size=4), BETWEEN, TEXTS, TEXTS, st.data())
def test_accepting_all_gives_the_draft_and_rejecting_all_what_was_issued(
    texts: list[tuple[str, str, str]], between: list[Block], one: str, two: str, data: st.DataObject
) -> None:
    kept = data.draw(st.sets(st.sampled_from([id for id, _, _ in texts] or ["A"])))
    old = laid_out([(id, text) for id, text, _ in texts if id in kept], one, between, one)
    new = laid_out([(id, text) for id, _, text in texts], two, between, two)
    since = mark_since(new, issued(old))
    data_of = written(since.draft)
    accepted, rejected = both(read_document(data_of, "x.docx"))
    now, before = named(new), named(old)
    assert accepted == now
    assert {name: text for name, text in rejected.items() if name in before} == {name: text for name, text in before.items() if name in now}
    assert not [text for name, text in rejected.items() if name not in before and text.strip("\n")]
    assert list(audit_word(data_of, "x.docx")) == []


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_reads_the_changes_as_changes(tmp_path: Path) -> None:
    new = draft(h(1, "第1", "窓口"), *section("R1", "案内板", "案内を早急に見直されたい。\n二つ目。"), *section("R3", "料金", "据え置くこと。"), *body("x", "終わり。"))
    data = written(mark_since(new, issued(OLD)).draft)
    (tmp_path / "draft.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx", "--outdir"]
    subprocess.run([*command, tmp_path / "saved", tmp_path / "draft.docx"], check=True, capture_output=True, timeout=120)
    ours, saved = read_document(data, "x"), read_document((tmp_path / "saved/draft.docx").read_bytes(), "x")
    assert [p.text for p in saved.accepted if p.text] == [p.text for p in ours.accepted if p.text]
    assert [p.text for p in saved.rejected if p.text] == [p.text for p in ours.rejected if p.text]
    assert {change.author for change in saved.changes} == {"事務局"}
