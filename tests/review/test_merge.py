"""Three ways: what was issued, the YAML of today, what reviewers made of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.differences import changes
from drafting.review.merge import merge_text
from drafting.review.outcome import Found, Outcome, Trouble

ISSUED = "市は、窓口を設ける。相談に応じる。"


def found(accepted: str, who: str = "甲委員", issued: str = ISSUED) -> Found:
    hunks = tuple((hunk, (who,)) for hunk in changes(issued, accepted))
    return Found("R1.body", 1, f"{who}.docx", issued, accepted, hunks)


def merged(*texts: Found, ours: str = ISSUED + "\n", wanted: str = "") -> Outcome:
    return merge_text("R1.body", texts, ours, frozenset(wanted.split()))


def test_edits_of_two_people_at_different_places_merge() -> None:
    one, other = found("市は、総合窓口を設ける。相談に応じる。"), found("市は、窓口を設ける。相談に丁寧に応じる。", "乙委員")
    result = merged(one, other)
    assert result.merged == "市は、総合窓口を設ける。相談に丁寧に応じる。\n"
    assert [each.who for each in result.edits] == [("甲委員",), ("乙委員",)] and not result.conflicts


def test_edits_of_the_same_place_are_a_conflict_with_both_names() -> None:
    result = merged(found("市は、総合窓口を設ける。相談に応じる。"), found("市は、専用窓口を設ける。相談に応じる。", "乙委員"))
    assert result.merged == ISSUED + "\n" and not result.edits
    assert [side.who for side in result.conflicts[0].sides] == ["いまの YAML", "甲委員", "乙委員"]
    assert "専用窓口" in result.conflicts[0].sides[2].text


def test_the_same_edit_of_two_is_one() -> None:
    text = "市は、総合窓口を設ける。相談に応じる。"
    result = merged(found(text), found(text, "乙委員"))
    assert [each.who for each in result.edits] == [("甲委員", "乙委員")]


def test_the_yaml_changed_elsewhere_since_keeps_its_change() -> None:
    result = merged(found("市は、総合窓口を設ける。相談に応じる。"), ours="市は、窓口を設ける。\n\n相談に必ず応じる。\n")
    assert result.merged == "市は、総合窓口を設ける。\n\n相談に必ず応じる。\n"


def test_the_yaml_changed_at_the_same_place_is_a_conflict() -> None:
    result = merged(found("市は、総合窓口を設ける。相談に応じる。"), ours="市は、専用窓口を設ける。相談に応じる。")
    assert [each.trouble for each in result.conflicts] == [Trouble.YAML_CHANGED]
    assert result.merged == "市は、専用窓口を設ける。相談に応じる。"


def test_only_the_wanted_author_counts_and_then_there_is_no_conflict() -> None:
    texts = found("市は、総合窓口を設ける。相談に応じる。"), found("市は、専用窓口を設ける。相談に応じる。", "乙委員")
    assert "専用" in merged(*texts, wanted="乙委員").merged


def test_files_of_two_issues_merge() -> None:
    later = ISSUED + "毎年、公表する。"
    one = found("市は、総合窓口を設ける。相談に応じる。")
    other = found(later.replace("毎年", "毎年度"), "乙委員", later)
    assert merged(one, other, ours=later).merged == "市は、総合窓口を設ける。相談に応じる。毎年度、公表する。"


TEXT = st.text(alphabet="市は窓口を。\n", min_size=1, max_size=24)


@given(TEXT, TEXT)
def test_one_reviewer_is_taken_to_the_letter(issued: str, accepted: str) -> None:
    issued, accepted = ("\n".join(filter(None, text.split("\n"))) or "文" for text in (issued, accepted))
    assert merged(found(accepted, issued=issued), ours=issued).merged == accepted


@given(TEXT, TEXT, TEXT)
@settings(max_examples=300)
def test_merging_twice_changes_nothing(issued: str, one: str, other: str) -> None:
    issued, one, other = ("\n".join(filter(None, text.split("\n"))) or "文" for text in (issued, one, other))
    texts = found(one, issued=issued), found(other, "乙委員", issued)
    first = merged(*texts, ours=issued)
    again = merged(*texts, ours=first.merged)
    assert again.merged == first.merged


def test_a_conflict_is_not_decided_by_running_again() -> None:
    # 乙委員's other edit goes in; 甲委員's cannot be carried to the text of today, and still stands against 乙委員's first
    texts = found("うあ", issued="うああ"), found("ああ。い", "乙委員", "うああ")
    first = merged(*texts, ours="うああ")
    assert first.merged == "うああ。い" and first.conflicts
    again = merged(*texts, ours=first.merged)
    assert again.merged == first.merged and again.conflicts


def test_a_conflict_is_not_decided_by_a_change_of_the_yaml_elsewhere() -> None:
    texts = found("うあ", issued="うああ"), found("ああ。い", "乙委員", "うああ")
    assert merged(*texts, ours="うああ。い（注）").merged == "うああ。い（注）"


DENSE = st.text(alphabet="あい。", min_size=1, max_size=8)


@given(DENSE, DENSE, DENSE, DENSE)
def test_merging_three_twice_changes_nothing_where_all_letters_are_alike(issued: str, one: str, two: str, three: str) -> None:
    texts = found(one, issued=issued), found(two, "乙委員", issued), found(three, "丙委員", issued)
    first = merged(*texts, ours=issued)
    assert merged(*texts, ours=first.merged).merged == first.merged
