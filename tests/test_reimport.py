"""A corrected source meets minutes that were edited by hand: nothing of either is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.minutes import read_minutes
from drafting.minutes.writing import write_minutes
from drafting.model import AgendaItem, Meeting, Minutes, Narrative, Person, Source, Utterance
from drafting.reimport import Prefer, Reason, apply_merge, hand_edits, is_same_meeting, merge
from drafting.reimport.align import align
from drafting.yamlfile import parse
from drafting.yamlfile.edit import Edit, set_values
from drafting.yamlfile.lists import commented_items

FILE = "inputs/minutes/1.yaml"
OLD, NEW = Source("inputs/sources/1.txt", "a" * 64, "colon"), Source("inputs/sources/1.txt", "b" * 64, "colon")
HEAD = Meeting("1", committee="甲市委員会", session=1, members=(Person("青木", "委員"), Person("森", "委員")))


def said(number: int, text: str, speaker: str = "委員", **more: object) -> Utterance:
    return Utterance(f"U{number:03d}", "1", speaker, speaker, text, line=number + 10, **more)  # type: ignore[arg-type]


def minutes(*texts: str, meeting: Meeting = HEAD, source: Source = OLD) -> Minutes:
    return Minutes(meeting, tuple(said(k, text) for k, text in enumerate(texts, 1)), source)


def ids(one: Minutes) -> dict[str, str]:
    return {utterance.text: utterance.id for utterance in one.utterances}


A, B, C, D = (
    "窓口の案内が分かりにくいので、案内の方法を見直してはどうか。",
    "図書館の開館時間を延ばしてほしいという声がある。",
    "防災の訓練に若い世代が参加していない。",
    "公園の遊具の点検はどのように行っているのか。",
)
BASE = minutes(A, B, C)


def corrected(*texts: str, meeting: Meeting = HEAD) -> Minutes:
    return minutes(*texts, meeting=meeting, source=NEW)


def test_a_changed_utterance_takes_the_new_words_and_keeps_its_id() -> None:
    merged = merge(BASE, BASE, corrected(A, B.replace("開館時間", "閉館時間"), C))
    assert ids(merged.minutes)[B.replace("開館", "閉館")] == "U002"
    assert [(change.reference, change.field, change.line) for change in merged.changes] == [("1-U002", "text", 12)]
    assert merged.minutes.source == replace(NEW, last_id="U003")


def test_a_new_utterance_stands_where_the_source_has_it_under_a_number_never_used() -> None:
    merged = merge(BASE, BASE, corrected(A, D, B, C), cited=["1-U007", "2-U050"])
    assert [(u.id, u.text) for u in merged.minutes.utterances] == [("U001", A), ("U008", D), ("U002", B), ("U003", C)]


def test_the_number_of_a_removed_utterance_is_not_given_again_by_a_later_import() -> None:
    once = merge(BASE, BASE, corrected(A, B)).minutes
    assert [u.id for u in once.utterances] == ["U001", "U002"]
    again = merge(corrected(A, B), once, corrected(A, B, D)).minutes
    assert ids(again)[D] == "U004"


def test_what_is_removed_and_stood_untouched_goes_and_is_told() -> None:
    merged = merge(BASE, BASE, corrected(A, C))
    assert [u.id for u in merged.minutes.utterances] == ["U001", "U003"]
    assert [(change.reference, change.old, change.new) for change in merged.changes] == [("1-U002", B, "")]


@pytest.mark.parametrize("kept", ["cited", "reading", "note", "comment"])
def test_what_is_removed_but_cited_or_edited_is_a_conflict(kept: str) -> None:
    second = said(2, B, **{kept: "x"}) if kept in ("reading", "note") else said(2, B)
    ours = replace(BASE, record=(BASE.record[0], second, BASE.record[2]))
    cited, commented = (["1-U002"] if kept == "cited" else []), ([1] if kept == "comment" else [])
    merged = merge(BASE, ours, corrected(A, C), cited=cited, commented=commented)
    assert [(one.reason, one.reference) for one in merged.conflicts] == [(Reason.REMOVED, "1-U002")]
    assert second in merged.minutes.utterances
    gone = merge(BASE, ours, corrected(A, C), cited=cited, commented=commented, prefer=Prefer.THEIRS)
    assert [u.id for u in gone.minutes.utterances] == ["U001", "U003"]


def test_both_sides_changing_a_field_differently_is_a_conflict_with_both() -> None:
    mine, new = B.replace("声", "意見"), B.replace("声", "要望")
    ours = replace(BASE, record=(BASE.record[0], said(2, mine), BASE.record[2]))
    merged = merge(BASE, ours, corrected(A, new, C))
    assert [(c.reason, c.reference, c.field, c.ours, c.theirs) for c in merged.conflicts] == [(Reason.BOTH, "1-U002", "text", mine, new)]
    assert merged.minutes.record[1] == said(2, mine)
    assert merge(BASE, ours, corrected(A, new, C), prefer=Prefer.THEIRS).minutes.record[1] == said(2, new)
    assert merge(BASE, ours, corrected(A, mine, C)).conflicts == ()


def test_a_reading_made_for_other_words_stays_and_is_named() -> None:
    ours = replace(BASE, record=(BASE.record[0], said(2, B, reading="読み"), BASE.record[2]))
    merged = merge(BASE, ours, corrected(A, B.replace("声", "要望"), C))
    assert [(u.id, u.reading) for u in merged.doubtful] == [("U002", "読み")]
    assert merge(BASE, ours, corrected(A, B, C, D)).doubtful == ()


def test_what_was_deleted_by_hand_stays_deleted_unless_the_correction_changed_it() -> None:
    ours = replace(BASE, record=BASE.record[:2])
    assert [u.text for u in merge(BASE, ours, corrected(A, B, C)).minutes.utterances] == [A, B]
    merged = merge(BASE, ours, corrected(A, B, C.replace("若い", "高い")))
    assert [one.reason for one in merged.conflicts] == [Reason.DELETED]


def test_what_was_added_by_hand_stays_even_where_the_correction_brings_the_same() -> None:
    added = Utterance("U010", "1", "委員", "委員", D)
    ours = replace(BASE, record=(*BASE.record[:2], added, BASE.record[2]))
    for theirs in (corrected(A, B, C), corrected(A, B, D, C)):
        merged = merge(BASE, ours, theirs)
        assert [u.id for u in merged.minutes.utterances] == ["U001", "U002", "U010", "U003"]
        assert merged.conflicts == ()


def test_a_note_that_the_clerk_made_an_utterance_takes_the_corrected_words() -> None:
    base = replace(BASE, record=(*BASE.record, Narrative(D, 20)))
    ours = replace(BASE, record=(*BASE.record, said(9, D)))
    better = D.replace("点検", "検査")
    merged = merge(base, ours, Minutes(HEAD, (*BASE.record, Narrative(better, 20)), NEW))
    assert ids(merged.minutes)[better] == "U009"
    assert merged.conflicts == ()


def test_the_head_is_merged_field_by_field_and_its_lists_item_by_item() -> None:
    ours = replace(BASE, meeting=replace(HEAD, office="総務課", members=(Person("青木", "委員"), Person("森", "委員長"))))
    theirs = corrected(A, B, C, meeting=replace(HEAD, observers=3, members=(Person("青木", "委員"), Person("原", "委員"), Person("森", "委員"))))
    meeting = merge(BASE, ours, theirs).minutes.meeting
    assert (meeting.office, meeting.observers) == ("総務課", 3)
    assert [(one.name, one.role) for one in meeting.members] == [("青木", "委員"), ("原", "委員"), ("森", "委員長")]
    clash = corrected(A, B, C, meeting=replace(HEAD, members=(Person("青木", "委員"), Person("森", "副委員長"))))
    assert [(one.field, one.ours) for one in merge(BASE, ours, clash).conflicts] == [("members", "青木、森")]


def test_merging_what_did_not_change_changes_nothing() -> None:
    merged = merge(BASE, BASE, replace(BASE, source=OLD))
    assert (merged.changes, merged.conflicts, merged.order) == ((), (), (0, 1, 2))


def test_the_meeting_is_told_by_committee_session_year_and_words() -> None:
    dated = replace(HEAD, date=date(2025, 11, 28))
    old = minutes(A, B, C, meeting=dated)
    assert is_same_meeting(old, corrected(D, meeting=dated))
    assert is_same_meeting(old, corrected(A, B, D, meeting=replace(dated, date=date(2025, 11, 27))))
    assert not is_same_meeting(old, corrected(A, B, C, meeting=replace(dated, committee="乙市委員会")))
    assert not is_same_meeting(old, corrected(A, B, C, meeting=replace(dated, date=date(2026, 11, 28))))
    assert not is_same_meeting(BASE, corrected(D))


def test_hand_edits_are_named_and_ids_do_not_count() -> None:
    ours = replace(BASE, record=(replace(said(7, A), reading="x"), said(2, B, "委員長")))
    assert hand_edits(BASE, ours) == ["U007の読み替え", "U002の発言者・役割", "U003がない"]
    assert hand_edits(BASE, replace(BASE, record=(said(5, A), said(2, B), said(3, C)))) == []


def test_a_long_record_in_which_every_line_was_changed_is_aligned() -> None:
    texts = [f"{k}番の道路について、{k * 7919 % 10007}の件を伺う。" for k in range(1000)]
    changed = [text.replace("伺う", "尋ねる").replace("道路", "歩道") for text in texts]
    pairs = align(minutes(*texts).record, minutes("はい。", *changed).record)
    assert [pair for pair in pairs if pair[1] != pair[0] + 1] == []
    assert len(pairs) == 1000


# --- random hand edits × random corrections ---

WORDS = ("窓口", "案内", "図書館", "公園", "防災", "道路", "予算", "子育て", "保育", "交通", "広報", "職員", "手続", "証明書")


class Case(NamedTuple):
    base: Minutes
    text: str
    comments: tuple[str, ...]
    theirs: Minutes
    edited: dict[str, dict[str, str]]
    sources: tuple[int | None, ...]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    count = draw(st.integers(2, 7))
    tail = st.lists(st.sampled_from(WORDS), min_size=2, max_size=6).map("と".join)
    texts = [f"{WORDS[k]}の{k}番の件で、{draw(tail)}を伺う。\n次に、{draw(tail)}も{WORDS[k]}である。" for k in range(count)]
    record = [Utterance(f"U{k + 1:03d}", "1", draw(st.sampled_from(["委員", "事務局"])), "委員", text, agenda=1, line=k) for k, text in enumerate(texts)]
    base = Minutes(replace(HEAD, agenda=(AgendaItem(1, "次期計画"),)), tuple(record), OLD)
    edited = {
        one.id: draw(st.dictionaries(st.sampled_from(["reading", "note", "role", "agenda", "speaker"]), st.just("委員長"), max_size=3))
        for one in record
    }
    text = write_minutes(base)
    for k, one in enumerate(record):
        edited[one.id] = {key: "2" if key == "agenda" else value for key, value in edited[one.id].items()}
        for key, value in edited[one.id].items():
            text = set_values(text, [Edit(("record", k, key), value)], FILE)
    noted = draw(st.sets(st.integers(0, count - 1)))
    for k in noted:
        text = text.replace(f"  - id: U{k + 1:03d}\n", f"\n  # 確認{k}済み\n  - id: U{k + 1:03d} # 末尾{k}\n")
    theirs: list[Utterance] = []
    sources: list[int | None] = []
    for k, one in enumerate(record):
        for fate in [*draw(st.lists(st.sampled_from(["new"]), max_size=1)), draw(st.sampled_from(["same", "same", "text", "gone"]))]:
            if fate == "gone":
                continue
            sources.append(None if fate == "new" else k)
            words = f"追加{k}の発言。{WORDS[-1 - k]}をどう考えるか。" if fate == "new" else one.text
            theirs.append(replace(one, text=words.replace("を伺う", "を尋ねる") if fate == "text" else words))
    numbered = tuple(replace(one, id=f"U{k:03d}", line=k) for k, one in enumerate(theirs, 1))
    comments = tuple(f"# {word}{k}" for k in noted for word in ("確認", "末尾"))
    return Case(base, text, comments, replace(base, record=numbered, source=NEW), edited, tuple(sources))


@given(cases())
def test_every_hand_edit_and_every_correction_is_there_and_ids_and_comments_stay(case: Case) -> None:
    ours = read_minutes(parse(case.text, FILE), FILE)[0]
    assert ours
    commented = commented_items(case.text, ("record",), FILE)
    merged = merge(case.base, ours, case.theirs, commented=commented)
    after = apply_merge(case.text, ours, merged, FILE)
    held = {one.reference for one in merged.conflicts}
    assert {one.reason for one in merged.conflicts} <= {Reason.REMOVED}
    by_id = {one.id: one for one in merged.minutes.utterances}
    assert len(by_id) == len(merged.minutes.utterances)
    found = [one for one in merged.minutes.utterances if one.reference not in held]
    assert [one.text for one in found] == [one.text for one in case.theirs.utterances]
    used = {one.id for one in case.base.utterances}
    for one, source in zip(found, case.sources, strict=True):
        assert (one.id == f"U{source + 1:03d}") if source is not None else one.id not in used
    for id, edits in case.edited.items():
        if id in by_id:
            assert {key: str(getattr(by_id[id], key)) for key in edits} == edits
        else:
            assert not edits
    assert [comment for comment in case.comments if comment not in after] == []


@given(cases())
def test_lines_that_no_correction_touches_stay_as_they_were_typed(case: Case) -> None:
    ours = read_minutes(parse(case.text, FILE), FILE)[0]
    assert ours
    same = merge(case.base, ours, replace(case.base, source=OLD), commented=commented_items(case.text, ("record",), FILE))
    assert (same.changes, same.conflicts) == ((), ())
    kept = [line for line in apply_merge(case.text, ours, same, FILE).splitlines() if not line.startswith("  last_id:")]
    assert kept == case.text.splitlines()
