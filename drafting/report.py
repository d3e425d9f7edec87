"""Committee + recommendations + minutes → `Report`: what templates see. Pure.

Every text that stands in a YAML file is a `Text` and knows its address ("R1.body",
"texts.closing"); what nobody has said yet is a visible placeholder (○○), never invented.
Members stay unnamed: evidence names the role only (domain: opinions are never attributed).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from drafting.japanese import format_date, weekday
from drafting.model import (
    PARTS,
    Citation,
    Committee,
    Format,
    Minutes,
    Proceeding,
    Recommendation,
    Recommendations,
    Utterance,
)
from drafting.numbering import printed_digits
from drafting.views import (
    CommitteeView,
    ConsultationView,
    EvidenceView,
    LetterView,
    MeetingView,
    MemberView,
    PartsView,
    RecommendationView,
    Report,
    Sheet,
    Text,
    TextsView,
    ThemeView,
    Where,
)

ABSENT = "なし"
FINAL = "確定"


def build_report(
    committee: Committee, recommendations: Recommendations, minutes: Sequence[Minutes], edition: str = "作業"
) -> Report:
    """The report of a workspace. `minutes` may come in any order; citations that cannot be
    found are left out here (`checks.references` reports them). `edition` is its name, for templates."""
    known = {utterance.reference: utterance for one in minutes for utterance in one.utterances}
    labels = {one.meeting.id: _session_label(one.meeting.session, one.meeting.title or one.meeting.id) for one in minutes}
    items = tuple(_item(item, known, labels) for item in recommendations.items)
    themes = tuple(_theme(theme.title, theme.lead, items) for theme in recommendations.themes)
    committee_name = committee.name or next((m.meeting.committee for m in minutes if m.meeting.committee), "○○委員会")
    asked = committee.consultation.title or _asked(minutes)
    meetings = _meetings(committee, minutes)
    report: dict[str, Any] = {
        "committee": _committee(committee, committee_name),
        "letter": _letter(committee, asked),
        "consultation": _consultation(committee, asked),
        "texts": _texts(committee),
        "meetings": meetings,
        "themes": tuple(theme for theme in themes if theme.recommendations or theme.opinions or theme.lead),
        "recommendations": tuple(item for theme in themes for item in theme.recommendations),
        "supplementary": tuple(item for item in items if item.kind == "附帯意見"),
        "minority": tuple(item for item in items if item.kind == "少数意見"),
        "members": _members(committee, minutes),
        "title": "",
        "sheets": _sheets(committee, recommendations, minutes, edition),
    }
    return Report(
        **report,
        parts=_parts(committee, report),
        supplementary_title=committee.format.supplementary,
        edition=edition,
    )


def _sheets(
    committee: Committee, recommendations: Recommendations, minutes: Sequence[Minutes], edition: str
) -> tuple[Sheet, ...]:
    """The table of opinions, where it is to be printed; places are filled in when the draft is numbered."""
    if "correspondence" in committee.parts_off:
        return ()
    from drafting.coverage import trace_opinions
    from drafting.opinion_table import annex_sheet, without_proposals

    traced = trace_opinions(recommendations, minutes)
    sheet = annex_sheet(committee, recommendations, minutes, traced, Where)
    return (without_proposals(sheet) if edition == FINAL else sheet,)


def _asked(minutes: Sequence[Minutes]) -> str:
    """The subject of the consultation as the minutes give it: the first item of the agenda marked 諮問."""
    items = (item for one in minutes for item in one.meeting.agenda if item.kind == "諮問")
    return next((item.title for item in items), "")


def _session_label(session: int | None, fallback: str) -> str:
    return f"第{session}回" if session is not None else fallback


def _item(item: Recommendation, known: Mapping[str, Utterance], labels: Mapping[str, str]) -> RecommendationView:
    def text(name: str) -> Text:
        return Text(getattr(item, name), f"{item.id}.{name}")

    return RecommendationView(
        id=item.id,
        kind=item.kind,
        theme=item.theme,
        title=text("title"),
        body=text("body"),
        stance=item.stance,
        status=item.status,
        reason=text("reason"),
        opposes=item.opposes,
        evidence=_evidence(item.cites, known, labels),
        responses=_evidence(item.responses, known, labels),
    )


def _evidence(
    citations: Iterable[Citation], known: Mapping[str, Utterance], labels: Mapping[str, str]
) -> tuple[EvidenceView, ...]:
    return tuple(
        EvidenceView(cite.at, labels[said.meeting], said.role, cite.quote, said.words)
        for cite in citations
        if (said := known.get(cite.at))
    )


def _theme(title: str, lead: str, items: Sequence[RecommendationView]) -> ThemeView:
    mine = [item for item in items if item.theme == title]
    return ThemeView(
        title=Text(title, f"themes.{title}.title"),
        lead=Text(lead, f"themes.{title}.lead"),
        recommendations=tuple(item for item in mine if item.kind == "提言"),
        opinions=tuple(item for item in mine if item.kind == "主な意見"),
    )


def _committee(committee: Committee, name: str) -> CommitteeView:
    city = committee.city or _city_of(committee.letter.addressee_title) or "○○市"
    return CommitteeView(Text(name, "committee.name"), city, committee.chair, committee.order)


def _city_of(addressee: str) -> str:
    """The city that a mayor's title names: 甲市長 → 甲市; "" for other titles."""
    is_mayor = len(addressee) > 2 and addressee.endswith(("市長", "区長", "町長", "村長"))
    return addressee[:-1] if is_mayor and not addressee[:-2].endswith("副") else ""


def _or_placeholder(value: str, placeholder: str, address: str) -> Text:
    """The value; the placeholder if it is not known; nothing where it was said to be なし."""
    return Text("" if value == ABSENT else value or placeholder, address)


def _subject(title: str) -> str:
    """What the matter is about: "計画について（諮問）" → "計画"."""
    return title.removesuffix("（諮問）").removesuffix("(諮問)").removesuffix("（答申）").removesuffix("について")


def _letter(committee: Committee, asked: str) -> LetterView:
    letter, form = committee.letter, committee.format
    subject = _subject(asked) or _subject(letter.title) or "○○○○"
    title = letter.title or f"{subject}について（答申）"
    addressee_title = letter.addressee_title or (f"{committee.city}長" if committee.city else "○○市長")
    name = _or_placeholder(letter.addressee_name, "○○　○○", "letter.addressee_name")
    return LetterView(
        title=Text(title, "letter.title"),
        subject=subject,
        number=_or_placeholder(letter.number, "○○第○号", "letter.number"),
        date=Text(_date(letter.date, form), "letter.date"),
        month=_month(letter.date, form),
        addressee="　".join(part for part in (addressee_title, name, letter.honorific) if part),
        chair_name=_or_placeholder(letter.chair_name, "○○　○○", "letter.chair_name"),
        seal={"印": "印", "公印省略": "（公印省略）"}.get(letter.seal, ""),
    )


def _date(day: date | None, form: Format) -> str:
    style = form.date_style
    if day:
        return printed_digits(format_date(day, style, form.first_year), form.digits)
    unknown = {"西暦": "○○○○年○月○日", "和暦": "令和○年○月○日", "和暦（西暦）": "令和○年（○○○○年）○月○日"}
    return unknown.get(style, "令和○年(○○○○年)○月○日")


def _month(day: date | None, form: Format) -> str:
    style = "西暦" if form.date_style == "西暦" else "和暦"
    return _date(day, replace(form, date_style=style)).rpartition("月")[0] + "月"


def _held(day: date | None, form: Format) -> str:
    """The date of a meeting, with its weekday in brackets of the kind that the dates have."""
    if day is None or form.weekday == "なし":
        return _date(day, form)
    name = weekday(day) + ("曜日" if form.weekday == "金曜日" else "")
    return _date(day, form) + (f"({name})" if form.date_style == "和暦(西暦)" else f"（{name}）")


def _consultation(committee: Committee, title: str) -> ConsultationView:
    given = committee.consultation
    return ConsultationView(
        title=Text(title, "consultation.title"),
        number=_or_placeholder(given.number, "○○第○号", "consultation.number"),
        date=Text(_date(given.date, committee.format), "consultation.date"),
        basis=Text(given.basis, "consultation.basis"),
        items=Text(given.items, "consultation.items"),
        reason=Text(given.reason, "consultation.reason"),
    )


def _texts(committee: Committee) -> TextsView:
    texts = committee.texts
    return TextsView(**{f.name: Text(getattr(texts, f.name), f"texts.{f.name}") for f in fields(texts) if f.name != "places"})


def _members(committee: Committee, minutes: Sequence[Minutes]) -> tuple[MemberView, ...]:
    """The roll of committee.yaml, else the members whom the minutes name, each once."""
    if committee.members:
        marks = {committee.chair: f"◎{committee.chair}", f"副{committee.chair}": f"○副{committee.chair}", "委員": ""}
        return tuple(
            MemberView(
                Text(member.name, f"committee.members.{i}.name"),
                Text(member.affiliation, f"committee.members.{i}.affiliation"),
                Text(member.category, f"committee.members.{i}.category"),
                "　".join(part for part in (marks.get(member.role, member.role), member.note) if part),
            )
            for i, member in enumerate(committee.members, 1)
        )
    people = [person for one in minutes for person in (*one.meeting.members, *one.meeting.absent)]
    return tuple(MemberView(name, "", "", "") for name in dict.fromkeys(person.name for person in people))


def _meetings(committee: Committee, minutes: Sequence[Minutes]) -> tuple[MeetingView, ...]:
    """A row a meeting, in order of session and date; committee.yaml adds rows and overrides them."""
    rows = {one.meeting.id: _from_minutes(one) for one in minutes}
    by_session = {one.meeting.session: one.meeting.id for one in minutes if one.meeting.session is not None}
    for i, said in enumerate(committee.meetings):
        key = by_session.get(said.session or 0, f"#{i}")
        rows[key] = _override(rows[key], said) if key in rows else said
    ordered = sorted(rows.values(), key=lambda row: (row.session is None, row.session or 0, row.date or date.max))
    return tuple(_meeting_row(row, committee.format) for row in ordered)


def _from_minutes(one: Minutes) -> Proceeding:
    meeting = one.meeting
    agenda = tuple(item.title + (f"（{item.kind}）" if item.kind else "") for item in meeting.agenda)
    return Proceeding(meeting.session, meeting.date, meeting.place_held, agenda, meeting.observers)


def _override(row: Proceeding, said: Proceeding) -> Proceeding:
    choose: Callable[[str], Any] = lambda name: getattr(said, name) or getattr(row, name)  # noqa: E731
    observers = said.observers if said.observers is not None else row.observers
    return Proceeding(row.session, choose("date"), choose("place_held"), choose("agenda"), observers, said.note)


def _meeting_row(row: Proceeding, form: Format) -> MeetingView:
    note = row.note if not row.note or row.note.startswith(("（", "(")) else f"（{row.note}）"
    agenda = "\n".join((*row.agenda, note))
    return MeetingView(
        label=printed_digits(_session_label(row.session, "―"), form.digits),
        date=_held(row.date, form),
        place=row.place_held.split("(")[0].split("（")[0].strip() or row.place_held or "○○",
        agenda=agenda.strip("\n"),
        observers="" if row.observers is None else printed_digits(f"{row.observers}人", form.digits),
    )


def _parts(committee: Committee, report: Mapping[str, Any]) -> PartsView:
    themes: Sequence[ThemeView] = report["themes"]
    texts: TextsView = report["texts"]
    consultation: ConsultationView = report["consultation"]
    content = {
        "introduction": texts.introduction,
        "consultation": consultation.items or consultation.reason or consultation.title or consultation.basis,
        "proceedings": report["meetings"],
        "principles": texts.principles,
        "themes": themes,
        "leads": any(theme.lead for theme in themes),
        "opinions": any(theme.opinions for theme in themes),
        "supplementary": report["supplementary"],
        "minority": report["minority"],
        "closing": texts.closing,
        "members": report["members"],
        "schedule": report["meetings"],
        "correspondence": any(sheet.rows for sheet in report["sheets"]),
    }
    return PartsView(**{name: name not in committee.parts_off and bool(content.get(name, True)) for name in PARTS})
