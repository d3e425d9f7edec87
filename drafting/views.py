"""What a template sees: plain values with names, nothing that acts.

The views are named tuples: a seventh of a dataclass's cost at start-up, which small builds feel.
"""

from __future__ import annotations

from typing import NamedTuple


class Text(str):
    """A text and the address of the YAML value it came from."""

    address: str

    def __new__(cls, value: str, address: str) -> Text:
        text = super().__new__(cls, value)
        text.address = address
        return text


class Where(str):
    """The id of a recommendation; what is printed is where it stands in this draft (第5の1　提言3)."""


class Column(NamedTuple):
    """A column of a sheet: `width` in full-width letters; "number" aligns right, "center" and "left" as they say."""

    name: str
    width: int
    align: str = "left"


class Sheet(NamedTuple):
    """A table for a word processor, a spreadsheet or a web page alike; a cell for each column, "\n" breaks a line."""

    title: str
    lead: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


class CommitteeView(NamedTuple):
    """The committee: its name, city, the title of its chair, the order of its roll."""

    name: str
    city: str
    chair: str
    order: str


class LetterView(NamedTuple):
    """The letter: "" is a part that is left out, ○○ one that is not known yet."""

    title: str
    subject: str
    number: str
    date: str
    month: str
    addressee: str
    chair_name: str
    seal: str


class ConsultationView(NamedTuple):
    """The consultation (諮問)."""

    title: str
    number: str
    date: str
    basis: str
    items: str
    reason: str


class TextsView(NamedTuple):
    """The prose that the secretariat writes."""

    introduction: str
    principles: str
    closing: str


class MeetingView(NamedTuple):
    """A row of 審議の経過."""

    label: str
    date: str
    place: str
    agenda: str
    observers: str


class MemberView(NamedTuple):
    """A row of the roll."""

    name: str
    affiliation: str
    category: str
    note: str


class EvidenceView(NamedTuple):
    """A cited utterance: where it stands, whose role, the quoted words ("" for all of it), its text."""

    reference: str
    meeting: str
    role: str
    quote: str
    text: str


class RecommendationView(NamedTuple):
    """A recommendation or recorded opinion as printed."""

    id: str
    kind: str
    theme: str
    title: str
    body: str
    stance: str
    status: str
    reason: str
    opposes: str
    evidence: tuple[EvidenceView, ...]
    responses: tuple[EvidenceView, ...]


class ThemeView(NamedTuple):
    """A chapter: recommendations in the order of the file, then the opinions heard."""

    title: str
    lead: str
    recommendations: tuple[RecommendationView, ...]
    opinions: tuple[RecommendationView, ...]


class PartsView(NamedTuple):
    """Which parts are printed: switched on in committee.yaml *and* with something to say."""

    cover: bool
    letter: bool
    contents: bool
    introduction: bool
    consultation: bool
    proceedings: bool
    principles: bool
    themes: bool
    leads: bool
    opinions: bool
    supplementary: bool
    minority: bool
    closing: bool
    members: bool
    schedule: bool
    correspondence: bool


class Report(NamedTuple):
    """All that a template may print. `supplementary_title` is 附帯意見 or 付帯意見, `edition` 作業, 庁内, 照会 or 確定."""

    committee: CommitteeView
    letter: LetterView
    consultation: ConsultationView
    texts: TextsView
    meetings: tuple[MeetingView, ...]
    themes: tuple[ThemeView, ...]
    recommendations: tuple[RecommendationView, ...]
    supplementary: tuple[RecommendationView, ...]
    minority: tuple[RecommendationView, ...]
    members: tuple[MemberView, ...]
    title: str
    sheets: tuple[Sheet, ...]
    parts: PartsView
    supplementary_title: str
    edition: str
