"""The last touch to a draft: candidates marked, placeholders made to stand out, addresses taken off."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date

from drafting.checks.people import people
from drafting.draft import Block, Contents, Draft, Finish, Heading, Paragraph, Span, Spans, Table
from drafting.editions.edition import CANDIDATE, Edition
from drafting.editions.remarks import make_remarks
from drafting.japanese import PLACEHOLDER, format_date
from drafting.model import Recommendations
from drafting.numbering import printed_digits
from drafting.views import Report
from drafting.workspace import Workspace

CANDIDATE_MARK = "【候補】"
DRAFT_TITLE = "答申（案）"


def finish(edition: Edition, draft: Draft, report: Report, workspace: Workspace, day: date | None) -> Finish:
    """What the edition adds to the draft. `day` is the date of a review copy, as printed on it."""
    if edition is Edition.INTERNAL:
        members = people(workspace.committee, workspace.minutes)
        return Finish(remarks=make_remarks(draft, report, workspace.recommendations, members))
    if edition is Edition.REVIEW:
        form = workspace.committee.format
        on = printed_digits(format_date(day, form.date_style, form.first_year), form.digits) if day else ""
        return Finish(sign=DRAFT_TITLE, header=f"{on}時点" if day else "", line_numbers=True, tracked=True)
    return Finish(clean=edition is Edition.FINAL)


def finish_draft(draft: Draft, edition: Edition, recommendations: Recommendations) -> Draft:
    """The draft as the edition shows it.

    In working and internal copies a candidate is marked before its title; in an internal copy
    what is not known yet stands out; a final text has no addresses.
    """
    candidates = [item.id for item in recommendations.items if item.status == CANDIDATE]
    if candidates and edition in (Edition.WORKING, Edition.INTERNAL):
        draft = _mark_candidates(draft, candidates)
    if edition is Edition.INTERNAL:
        return _each(draft, lambda spans: tuple(_stand_out(spans)))
    if edition is Edition.FINAL:
        return _each(draft, lambda spans: tuple(span._replace(anchor=None) for span in spans))
    return draft


def _each(draft: Draft, change: Callable[[Spans], Spans]) -> Draft:
    """The draft with `change` done to the spans of each paragraph, heading, cell and note."""

    def changed(block: Block) -> Block:
        if isinstance(block, Heading | Paragraph):
            return replace(block, spans=change(block.spans))
        if isinstance(block, Table):
            return replace(
                block,
                head=tuple(map(change, block.head)),
                rows=tuple(tuple(map(change, row)) for row in block.rows),
            )
        return block

    return replace(draft, blocks=tuple(map(changed, draft.blocks)), notes=tuple(map(change, draft.notes)))


def _stand_out(spans: Spans) -> Iterator[Span]:
    """The spans, with placeholders in spans of their own, marked."""
    for span in spans:
        end = 0
        for match in PLACEHOLDER.finditer(span.text):
            if match.start() > end:
                yield span._replace(text=span.text[end : match.start()])
            yield span._replace(text=match[0], marked=True)
            end = match.end()
        if end < len(span.text) or not end:
            yield span._replace(text=span.text[end:])


def _mark_candidates(draft: Draft, candidates: Collection[str]) -> Draft:
    """【候補】 before each candidate: before its title, or its text where no title is printed."""
    waiting = {f"{identifier}.{part}": identifier for identifier in candidates for part in ("title", "body")}
    listed: set[str] = set()
    blocks: list[Block] = []

    def marked(spans: Spans) -> Spans:
        return tuple(_marked(spans, waiting))

    for block in draft.blocks:
        if isinstance(block, Heading | Paragraph):
            spans = marked(block.spans)
            if len(spans) > len(block.spans):
                listed.add(block.id)
            block = replace(block, spans=spans)
        elif isinstance(block, Table):
            block = replace(block, rows=tuple(tuple(map(marked, row)) for row in block.rows))
        blocks.append(block)
    return replace(draft, blocks=tuple(_listed(block, listed) for block in blocks))


def _marked(spans: Spans, waiting: dict[str, str]) -> Iterator[Span]:
    """The spans with the mark before each candidate that waits for it; it waits no more then."""
    for span in spans:
        identifier = waiting.get(span.anchor.address) if span.anchor and span.anchor.occurrence == 1 else None
        if identifier:
            for part in ("title", "body"):
                waiting.pop(f"{identifier}.{part}", None)
            yield Span(CANDIDATE_MARK, marked=True)
        yield span


def _listed(block: Block, marked: Collection[str]) -> Block:
    """A table of contents whose entries of marked headings say so too."""
    if not isinstance(block, Contents):
        return block
    entries = (
        entry._replace(text=CANDIDATE_MARK + entry.text) if entry.id and entry.id in marked else entry
        for entry in block.entries
    )
    return Contents(tuple(entries))
