"""Is a member named in what is about to be handed out, wherever the words come from? The net under `names`: what a
template says itself, titles of agenda, answers that are only proposed, footnotes, the title in the file's properties."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from drafting.checks.name_patterns import Sure, find_names
from drafting.checks.names import TO_EXCUSE, TO_MEMBER, TO_REREAD, is_allowed
from drafting.checks.people import People, member_names, read_names
from drafting.draft import Draft, Spans, all_spans
from drafting.problems import Place, Problem, Severity
from drafting.views import Sheet
from drafting.workspace import Workspace

# Where the report names people on purpose: the roll, and the chair who signs.
_ROLL, _CHAIR = "committee.members.", "letter.chair_name"
_AROUND = 12


def check_draft_names(draft: Draft, workspace: Workspace, template: str) -> Iterator[Problem]:
    """N001, an error, for each member who is named outside the roll and the signature. The place is the template."""
    roll = member_names(workspace.committee, workspace.minutes)
    names, known = frozenset(roll), read_names(roll)
    texts = (text for spans in all_spans(draft) if (text := _text(spans, names)))
    place = Place(template)
    for text in (draft.title, *texts):
        for words, around, advice in _named(text, known, workspace.style.allow):
            message = f"委員の名前「{words}」が答申案に載ります（「{around}」のところ）。{advice}"
            yield Problem("N001", message, place)


def check_furniture_names(texts: Iterable[str], workspace: Workspace, reference: str) -> Iterator[Problem]:
    """N001, an error, for each member who is named in a running head or foot that a city has put into its reference."""
    known = read_names(member_names(workspace.committee, workspace.minutes))
    for text in texts:
        for words, around, _ in _named(text, known, workspace.style.allow):
            message = f"委員の名前「{words}」が、ヘッダーかフッターに載ります（「{around}」のところ）。Word でこのファイルを開いて直してください。"
            yield Problem("N001", message, Place(reference))


def check_sheet_names(sheets: Iterable[Sheet], workspace: Workspace, output: str) -> Iterator[Problem]:
    """N001, a warning, for each row of a table in which a member is named: what was said is printed as it was said."""
    known = read_names(member_names(workspace.committee, workspace.minutes))
    for sheet in sheets:
        for row in sheet.rows:
            found = [words for cell in row for words, _, _ in _named(cell, known, workspace.style.allow)]
            if found:
                names = "」「".join(dict.fromkeys(found))
                message = f"「{sheet.title}」の No.{row[0]} に、委員の名前「{names}」が載っています。委員に配る前に、{TO_REREAD}"
                yield Problem("N001", message, Place(output), Severity.WARNING)


def _text(spans: Spans, names: Collection[str]) -> str:
    """The words of a paragraph or cell without those that name people on purpose."""
    whole = "".join(span.text for span in spans)
    if whole in names:
        return ""
    return "".join("\n" if span.anchor and span.anchor.address.startswith((_ROLL, _CHAIR)) else span.text for span in spans)


def _named(text: str, known: People, allow: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """The words that name somebody, those around them, and what to do."""
    for one in find_names(text, known):
        if one.sure is Sure.MAYBE or (one.sure is Sure.ALONE and is_allowed(one, text, allow)):
            continue
        around = text[max(0, one.start - _AROUND) : one.end + _AROUND].replace("\n", " ")
        yield text[one.start : one.end], around, TO_MEMBER if one.sure is Sure.TITLED else TO_EXCUSE
