"""Issued text, the YAML of today, the accepted texts of all reviewers → edits and conflicts, address by address.

Each reviewer's hunks are carried from the text that he was given to the text of today; so
files of different issues merge too. Hunks that touch and differ are nobody's to decide but the clerk's.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from drafting.differences import Course, Hunk, apply_hunks, changes, course_of, touching
from drafting.review.forms import Printed, into_source, printed, printed_with_ruby
from drafting.review.outcome import Conflict, Found, Outcome, Proposal, Side, Trouble

ISSUED, OURS = "照会のとき", "いまの YAML"
_AROUND = 12
# Addresses whose text the program makes where the YAML says nothing
_MADE = ("letter.", "consultation.", "committee.")


class Carried(NamedTuple):
    """What the hunks of one text come to in the text of today; `disputed` are the letters (start, end) of its conflicts."""

    proposals: tuple[Proposal, ...]
    already: int
    conflicts: tuple[Conflict, ...]
    disputed: tuple[tuple[int, int], ...]


def merge_texts(found: Iterable[Found], ours: Mapping[str, str], wanted: frozenset[str] = frozenset()) -> list[Outcome]:
    """The outcome of each address that anybody touched, in the order of the drafts.

    `ours` holds the texts of the YAML by address. Where `wanted` names authors or files, only their edits count.
    """
    groups: dict[str, list[Found]] = {}
    for one in found:
        if one.trouble or one.hunks:
            groups.setdefault(one.address, []).append(one)
    outcomes = (merge_text(address, group, ours.get(address), wanted) for address, group in groups.items())
    return [each for each in outcomes if each.edits or each.conflicts or each.already]


def merge_text(address: str, group: Sequence[Found], ours: str | None, wanted: frozenset[str]) -> Outcome:
    """The outcome of one address; `ours` is None where no YAML value stands behind it."""
    troubles = [_trouble(one) for one in group if one.trouble]
    edited = [one for one in group if one.hunks]
    if ours is None:
        why = Trouble.MADE if address.startswith(_MADE) else Trouble.GONE
        return Outcome(address, "", "", "", (), 0, (*troubles, *(_no_value(one, why) for one in edited)))
    ruby = any(one.ruby for one in group)
    form = _form(ours, ruby=ruby)
    asked = [_wanted(one, wanted) for one in edited]
    troubles += [conflict for one in edited for conflict in _shared(one, wanted)]
    if before := _merged_before(asked, form.text):
        done, clashes = before
        return Outcome(address, ours, form.text, ours, (), done, (*troubles, *clashes), ruby)
    proposals: list[Proposal] = []
    conflicts = list(troubles)
    disputed: list[tuple[int, int]] = []
    already = 0
    for one in asked:
        carried = carry(one, form.text)
        proposals += carried.proposals
        conflicts += carried.conflicts
        disputed += carried.disputed
        already += carried.already
    clean, clashes = combine(proposals, form.text, disputed)
    told = tuple(dict.fromkeys([*conflicts, *clashes]))
    return with_edits(Outcome(address, ours, form.text, ours, (), already, told, ruby), clean)


def _merged_before(edited: Sequence[Found], today: str) -> tuple[int, list[Conflict]] | None:
    """How many edits are in, and the conflicts, if today's text is just what these files make of the issued one.

    Of letters that are all alike nobody can say afterwards which were put in, so this is asked first.
    """
    issued = {one.issued for one in edited}
    if len(issued) != 1 or today in issued:
        return None
    base = issued.pop()
    clean, clashes = combine([each for one in edited for each in carry(one, base).proposals], base)
    return (len(clean), clashes) if apply_hunks(base, [each.hunk for each in clean]) == today else None


def with_edits(outcome: Outcome, edits: Sequence[Proposal]) -> Outcome:
    """The outcome with these of its edits only."""
    form = _form(outcome.ours, ruby=outcome.ruby)
    merged = into_source(outcome.ours, form, [each.hunk for each in edits])
    return replace(outcome, edits=tuple(edits), merged=merged)


def _form(text: str, *, ruby: bool) -> Printed:
    return printed_with_ruby(text) if ruby else printed(text)


def _wanted(one: Found, wanted: frozenset[str]) -> Found:
    """The text with the hunks of those who are wanted only; a hunk of several people needs them all."""
    if not wanted or one.file in wanted:
        return one
    kept = tuple((hunk, who) for hunk, who in one.hunks if set(who) <= wanted)
    return one._replace(hunks=kept, accepted=apply_hunks(one.issued, [hunk for hunk, _ in kept]))


def _shared(one: Found, wanted: frozenset[str]) -> Iterator[Conflict]:
    """The hunks that those who are wanted made together with others."""
    if not wanted or one.file in wanted:
        return
    for hunk, who in one.hunks:
        if set(who) & wanted and not set(who) <= wanted:
            sides = Side(ISSUED, _passage(one.issued, hunk.start, hunk.end)), Side("、".join(who), apply_hunks(one.issued, [hunk]))
            yield Conflict(Trouble.SHARED, sides)


def _trouble(one: Found) -> Conflict:
    assert one.trouble
    sides = [Side(ISSUED, one.issued)]
    who = "、".join(one.authors) or one.file
    if one.instead or one.trouble is Trouble.DELETED:
        sides.append(Side(who, one.instead))
    return Conflict(one.trouble, tuple(sides))


def _no_value(one: Found, trouble: Trouble) -> Conflict:
    who = "、".join(dict.fromkeys(name for _, names in one.hunks for name in names))
    return Conflict(trouble, (Side(ISSUED, one.issued), Side(who, one.accepted)))


def carry(one: Found, today: str) -> Carried:
    """The hunks of one text in the text of today: still to be done, done already, or in conflict.

    A hunk can be done where today's text is as issued on both its sides; it is done already
    where it is as the reviewer left it. Where both or neither can be said, nothing is.
    """
    ours, back = course_of(changes(one.issued, today)), course_of(changes(one.accepted, today))
    proposals: list[Proposal] = []
    conflicts: list[Conflict] = []
    disputed: list[tuple[int, int]] = []
    already = shift = 0
    for hunk, who in one.hunks:
        after = Hunk(hunk.start + shift, hunk.start + shift + len(hunk.text), "")
        shift += len(hunk.text) - (hunk.end - hunk.start)
        low, high = touching(ours, hunk.start, hunk.end)
        open_, done = low >= high, operator.ge(*touching(back, after.start, after.end))
        if one.issued == today or (open_ and not done):
            move = ours.moved[low]
            proposals.append(Proposal(Hunk(hunk.start + move, hunk.end + move, hunk.text), who))
        elif one.accepted == today or (done and not open_):
            already += 1
        else:
            conflict, place = _both_changed(one, hunk, after, who, ours, today)
            conflicts.append(conflict)
            disputed.append(place)
    return Carried(tuple(proposals), already, tuple(conflicts), tuple(disputed))


def _both_changed(
    one: Found, hunk: Hunk, after: Hunk, who: Sequence[str], ours: Course, today: str
) -> tuple[Conflict, tuple[int, int]]:
    """The passage in all three texts, and its letters in the text of today."""
    low, high = touching(ours, hunk.start, hunk.end)
    there = ours.hunks[low:high]
    start, end = min([hunk.start, *(each.start for each in there)]), max([hunk.end, *(each.end for each in there)])
    before, behind = hunk.start - start, end - hunk.end
    first, last = start + ours.moved[low], end + ours.moved[max(low, high)]
    sides = (
        Side(ISSUED, _passage(one.issued, start, end)),
        Side(OURS, _passage(today, first, last)),
        Side("、".join(who), _passage(one.accepted, after.start - before, after.end + behind)),
    )
    return Conflict(Trouble.YAML_CHANGED, sides), (first, last)


def _passage(text: str, start: int, end: int) -> str:
    """The words of a place with some around it."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")


def combine(
    proposals: Iterable[Proposal], today: str, disputed: Sequence[tuple[int, int]] = ()
) -> tuple[list[Proposal], list[Conflict]]:
    """The same edit of several people is one; edits that touch and differ are a conflict.

    So is one that touches a `disputed` place: what somebody else wants there is not decided, and running
    the command once more must not decide it.
    """
    joined: dict[Hunk, tuple[str, ...]] = {}
    for hunk, who in proposals:
        joined[hunk] = tuple(dict.fromkeys((*joined.get(hunk, ()), *who)))
    clean: list[Proposal] = []
    conflicts: list[Conflict] = []
    nobodys = _apart(disputed)
    ordered = sorted((Proposal(*each) for each in joined.items()), key=lambda one: one.hunk[:2])
    for cluster in _clusters(ordered):
        low, high = touching(nobodys, *cluster[0].hunk[:2])
        if len(cluster) == 1 and low >= high:
            clean += cluster
        else:
            conflicts.append(_clash(cluster, today))
    return clean, conflicts


def _apart(places: Iterable[tuple[int, int]]) -> Course:
    """Places that touch are one; as hunks, so that they can be looked up."""
    found: list[Hunk] = []
    for start, end in sorted(places):
        if found and start <= found[-1].end:
            start, end = found[-1].start, max(end, found.pop().end)
        found.append(Hunk(start, end, ""))
    return course_of(found)


def _clusters(ordered: Iterable[Proposal]) -> Iterator[list[Proposal]]:
    cluster: list[Proposal] = []
    end = -1
    for each in ordered:
        if cluster and each.hunk.start > end:
            yield cluster
            cluster = []
        end = max(end, each.hunk.end) if cluster else each.hunk.end
        cluster.append(each)
    if cluster:
        yield cluster


def _clash(cluster: Sequence[Proposal], today: str) -> Conflict:
    start, end = min(each.hunk.start for each in cluster), max(each.hunk.end for each in cluster)
    sides = [Side(OURS, _passage(today, start, end))]
    for hunk, who in cluster:
        changed = apply_hunks(today, [hunk])
        sides.append(Side("、".join(who), _passage(changed, start, end + len(hunk.text) - (hunk.end - hunk.start))))
    return Conflict(Trouble.OVERLAP, tuple(sides))
