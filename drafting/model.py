"""The values of the domain, as frozen dataclasses. They hold data and no behaviour.

`place` is where the value stands in its YAML file; it takes no part in comparisons, so
that two readings of the same content are equal whatever the layout of the file.
Dates are `datetime.date`; texts are exactly what was typed, paragraphs separated by "\\n".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from drafting.dataclass import dataclass
from drafting.problems import Place

NOWHERE = Place("", 1, 1)


# --- minutes (会議録) -------------------------------------------------------------------

ROLES = ("委員長", "副委員長", "委員", "事務局", "説明員", "市長", "不明")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the head of the minutes: a member or an officer of the secretariat."""

    name: str
    role: str = ""
    title: str = ""
    department: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda (議題・案件); `kind` is 諮問, 報告 … as written, or ""."""

    number: int
    title: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the head of the minutes says. `id` is the prefix of the utterances' references."""

    id: str
    title: str = ""
    committee: str = ""
    session: int | None = None
    date: date | None = None
    start: str = ""
    end: str = ""
    place_held: str = ""
    public: str = ""
    private_reason: str = ""
    observers: int | None = None
    office: str = ""
    members: tuple[Person, ...] = ()
    absent: tuple[Person, ...] = ()
    secretariat: tuple[Person, ...] = ()
    others: tuple[Person, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    documents: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """The file the minutes were imported from: path in the workspace, sha256 in hex, layout.

    `last_id` is the highest utterance id that was ever given where that cannot be seen any more
    (a later import has removed utterances), else "".
    """

    file: str
    sha256: str
    layout: str
    last_id: str = ""


@dataclass(frozen=True, slots=True)
class Narrative:
    """A part of the record that nobody said: ＜開会＞, a heading, a note, or unplaced text."""

    text: str
    line: int | None = None
    place: Place = field(default=NOWHERE, compare=False)


# Whether a speech, or words of it, are an opinion that must find its place: はい, or why not
VERDICTS = ("はい", "いいえ", "質問", "議事進行", "了解・謝意", "感想")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the secretariat says of a speech (`quote` "") or of words in it: one of VERDICTS."""

    kind: str
    quote: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One speech (発言). `id` is unique in its meeting; `text` is exactly as published, `note` the
    secretariat's own and never printed.

    `text_place` is where its words begin, of the reading if there is one.
    """

    id: str
    meeting: str
    speaker: str
    role: str
    text: str
    reading: str = ""
    agenda: int | None = None
    line: int | None = None
    note: str = ""
    opinion: tuple[Verdict, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)
    text_place: Place = field(default=NOWHERE, compare=False)

    @property
    def words(self) -> str:
        """The words as they are to be read: the corrected reading, else the text."""
        return self.reading or self.text

    @property
    def reference(self) -> str:
        """How other files cite it: "1-U016"."""
        return f"{self.meeting}-{self.id}"


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one meeting; `record` keeps the order of the source."""

    meeting: Meeting
    record: tuple[Narrative | Utterance, ...]
    source: Source | None = None

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """The utterances alone, in order."""
        return tuple(entry for entry in self.record if isinstance(entry, Utterance))


# --- recommendations (提言) -------------------------------------------------------------

KINDS = ("提言", "附帯意見", "主な意見", "少数意見", "既記載", "参考", "不採用")
# Not printed in the report itself, only in the table of opinions, with their reason
UNPRINTED_KINDS = ("既記載", "参考", "不採用")
STANCES = ("一致", "おおむね一致", "両論")
# As it was written before it followed the house style of the report
OLD_STANCES = {"概ね一致": "おおむね一致"}
STATUSES = ("候補", "検討中", "確定")


@dataclass(frozen=True, slots=True)
class Citation:
    """Evidence: an utterance ("1-U016"), or an utterance and the words quoted from it."""

    at: str
    quote: str = ""
    place: Place = field(default=NOWHERE, compare=False)
    quote_place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Theme:
    """A chapter of the report; `lead` is its 現状と課題."""

    title: str
    lead: str = ""
    place: Place = field(default=NOWHERE, compare=False)
    lead_place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation or recorded opinion. `kind` is one of KINDS."""

    id: str
    theme: str
    title: str
    body: str
    kind: str = "提言"
    cites: tuple[Citation, ...] = ()
    responses: tuple[Citation, ...] = ()
    stance: str = ""
    status: str = "検討中"
    reason: str = ""
    note: str = ""
    opposes: str = ""
    place: Place = field(default=NOWHERE, compare=False)
    theme_place: Place = field(default=NOWHERE, compare=False)
    title_place: Place = field(default=NOWHERE, compare=False)
    body_place: Place = field(default=NOWHERE, compare=False)
    stance_place: Place = field(default=NOWHERE, compare=False)
    opposes_place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Recommendations:
    """The content of `recommendations.yaml`; `themes` in the order of the chapters."""

    themes: tuple[Theme, ...]
    items: tuple[Recommendation, ...]


# --- committee, consultation and form of the report -----------------------------------


@dataclass(frozen=True, slots=True)
class Member:
    """A line of the roll (委員名簿)."""

    name: str
    role: str = ""
    affiliation: str = ""
    category: str = ""
    note: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Consultation:
    """The question that the mayor put to the committee (諮問)."""

    title: str = ""
    number: str = ""
    date: date | None = None
    basis: str = ""
    items: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """What the covering letter (鑑文) and the title page say; "" where it is not known yet."""

    title: str = ""
    number: str = ""
    date: date | None = None
    addressee_title: str = ""
    addressee_name: str = ""
    honorific: str = "様"
    chair_name: str = ""
    seal: str = "none"


@dataclass(frozen=True, slots=True)
class Texts:
    """The prose that the secretariat writes itself."""

    introduction: str = ""
    principles: str = ""
    closing: str = ""
    places: tuple[Place, ...] = field(default=(NOWHERE, NOWHERE, NOWHERE), compare=False)


@dataclass(frozen=True, slots=True)
class Proceeding:
    """A meeting without minutes in the workspace, or what a row of 審議の経過 should say."""

    session: int | None = None
    date: date | None = None
    place_held: str = ""
    agenda: tuple[str, ...] = ()
    observers: int | None = None
    note: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Margins:
    """Page margins in millimetres."""

    top: float = 25
    bottom: float = 25
    left: float = 30
    right: float = 25


@dataclass(frozen=True, slots=True)
class Format:
    """The form of the draft. Sizes in points, multiples of 0.5 (w:sz counts half-points).

    `characters` a line and `lines` a page make a document grid; 0 leaves that to the reference.
    `emblem` is the path of a picture in the workspace.
    """

    font: str = "ＭＳ 明朝"
    heading_font: str = "ＭＳ ゴシック"
    latin_font: str = ""
    size: float = 11
    margins: Margins = Margins()
    digits: str = "半角"
    paren: str = "半角"
    date_style: str = "和暦(西暦)"
    supplementary: str = "附帯意見"
    page_number: str = "- 1 -"
    characters: int = 0
    lines: int = 0
    weekday: str = "金"
    first_year: str = "元年"
    front_page_number: str = "なし"
    ruby: bool = False
    emblem: str = ""
    emblem_place: Place = field(default=NOWHERE, compare=False)


# Ready forms by name; every key of `format` overrides one of theirs. 42x40 follows 白川町
# 議案、法規文書等の作成に関する要領: 42 characters, 40 lines, single digits full-width.
PROFILES = {
    "豊中": Format(),
    "42x40": Format(
        margins=Margins(25, 25, 30, 17), digits="1桁全角", paren="全角", date_style="和暦", characters=42, lines=40
    ),
}

PARTS = (
    "cover", "letter", "contents", "introduction", "consultation", "proceedings", "principles",
    "themes", "leads", "opinions", "supplementary", "minority", "closing", "members",
    "schedule", "correspondence",
)  # fmt: skip


def printed_role(role: str, chair: str) -> str:
    """What a committee calls a role, by the title of its chair: 会長 for 委員長, 副会長 for 副委員長."""
    return {"委員長": chair, "副委員長": f"副{chair}"}.get(role, role)


@dataclass(frozen=True, slots=True)
class Committee:
    """The content of `committee.yaml`. `parts` holds the names (of PARTS) switched off.

    `places` tells where a record of the file begins ("letter") and where its values stand ("letter.date").
    """

    name: str = ""
    city: str = ""
    chair: str = "委員長"
    members: tuple[Member, ...] = ()
    order: str = "五十音順、敬称略"
    consultation: Consultation = Consultation()
    letter: Letter = Letter()
    texts: Texts = Texts()
    meetings: tuple[Proceeding, ...] = ()
    parts_off: frozenset[str] = frozenset()
    format: Format = Format()
    place: Place = field(default=NOWHERE, compare=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)
