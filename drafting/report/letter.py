"""The committee, its letter and the consultation as templates see them. What nobody has said yet is a visible
placeholder (○○), never invented."""

from __future__ import annotations

from dataclasses import fields

from drafting.model import Committee
from drafting.report.days import printed_day, printed_month
from drafting.views import CommitteeView, ConsultationView, LetterView, Text, TextsView

ABSENT = "なし"


def committee_view(committee: Committee, name: str) -> CommitteeView:
    """The committee under the name that is printed; its city may be known by the mayor's title alone."""
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


def letter_view(committee: Committee, asked: str) -> LetterView:
    """The letter; `asked` is the title of what was asked, "" where nobody says it."""
    letter, form = committee.letter, committee.format
    subject = _subject(asked) or _subject(letter.title) or "○○○○"
    title = letter.title or f"{subject}について（答申）"
    addressee_title = letter.addressee_title or (f"{committee.city}長" if committee.city else "○○市長")
    name = _or_placeholder(letter.addressee_name, "○○　○○", "letter.addressee_name")
    return LetterView(
        title=Text(title, "letter.title"),
        subject=subject,
        number=_or_placeholder(letter.number, "○○第○号", "letter.number"),
        date=Text(printed_day(letter.date, form), "letter.date"),
        month=printed_month(letter.date, form),
        addressee="　".join(part for part in (addressee_title, name, letter.honorific) if part),
        chair_name=_or_placeholder(letter.chair_name, "○○　○○", "letter.chair_name"),
        seal={"印": "印", "公印省略": "（公印省略）"}.get(letter.seal, ""),
    )


def consultation_view(committee: Committee, title: str) -> ConsultationView:
    """The consultation under its title."""
    given = committee.consultation
    return ConsultationView(
        title=Text(title, "consultation.title"),
        number=_or_placeholder(given.number, "○○第○号", "consultation.number"),
        date=Text(printed_day(given.date, committee.format), "consultation.date"),
        basis=Text(given.basis, "consultation.basis"),
        items=Text(given.items, "consultation.items"),
        reason=Text(given.reason, "consultation.reason"),
    )


def texts_view(committee: Committee) -> TextsView:
    """The texts of committee.yaml, each with its address."""
    texts = committee.texts
    return TextsView(**{f.name: Text(getattr(texts, f.name), f"texts.{f.name}") for f in fields(texts) if f.name != "places"})
