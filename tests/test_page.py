"""The web page: whatever the texts say, they stay texts; every link leads somewhere."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from drafting.draft import Anchor, Draft, Heading, Paragraph, Span, Table
from drafting.model import Citation, Meeting, Minutes, Narrative, Recommendation, Recommendations, Theme, Utterance
from drafting.page import write_page


class Page(HTMLParser):
    """What a browser would see: texts, tags, links and ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.links, self.ids = "", set[str](), list[str](), list[str]()
        self.classes: list[tuple[str, str]] = []
        self._silent, self._class = False, ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        values = dict(attributes)
        self._silent = tag == "style"
        self.links += [str(values["href"])] if "href" in values else []
        self.ids += [str(values["id"])] if "id" in values else []
        self._class = str(values.get("class", ""))
        assert not any(name.startswith("on") for name in values)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text += data
            self.classes.append((self._class, data))


def page(text: str, *cites: Citation, body: str = "直されたい。", kind: str = "提言") -> Page:
    item = Recommendation("R1", "窓口", "案内", body, kind, cites, reason="理由")
    record = (Narrative(text), Utterance("U001", "1", "青木委員", "委員", text, line=3), Utterance("U002", "1", "事務局", "事務局", text))
    blocks = (
        Heading((Span(text or "題"),), 1, "第1", id="h1"),
        Heading((Span("案内", Anchor("R1.title", 1)),), 3, "提言1", id="R1"),
        Paragraph((Span(body, Anchor("R1.body", 1)), Span("提言1", target="R1"), Span("", note=1))),
        Table(((Span(text),),), (((Span(text, strong=True),),),), ("left",)),
    )
    printed = blocks if kind == "提言" else blocks[:1]
    recommendations = Recommendations((Theme("窓口"),), (item,))
    return Page(write_page(recommendations, [Minutes(Meeting("1", title=text), record)], Draft(printed, ((Span(text),),), text)))


def test_a_quotation_and_its_recommendation_link_to_each_other() -> None:
    found = page("案内を見直すべきである。", Citation("1-U001", "案内を見直す"), Citation("1-U001"))
    assert {"#d-R1", "#q-R1-1", "#q-R1-2"} <= set(found.links)
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)
    assert ("cited quoted", "案内を見直す") in found.classes


def test_an_opinion_without_a_fate_is_marked_and_listed() -> None:
    found = page("案内を見直すべきである。\n料金を下げるべきである。", Citation("1-U001", "案内を"))
    assert ("open", "料金を下げるべきである。") in found.classes
    assert "行き先のない意見が 1 件あります" in found.text
    assert "行き先のない意見はありません" in page("急ぐべきである。", Citation("1-U001")).text


def test_a_quotation_that_nobody_said_is_told() -> None:
    assert "1-U001 「ない言葉」（会議録に見当たりません）" in page("案内。", Citation("1-U001", "ない言葉")).text
    assert "1-U009 （会議録に見当たりません）" in page("案内。", Citation("1-U009")).text


def test_what_no_draft_prints_stands_behind_it_with_its_reason() -> None:
    text = page("案内。", Citation("1-U001"), kind="不採用").text
    assert "答申案の本文に載らないもの" in text
    assert "理由: 理由" in text


def test_nobody_is_named_and_nothing_is_fetched() -> None:
    found = page("案内。", Citation("1-U001"))
    assert "青木" not in found.text
    assert not found.tags & {"script", "link", "img", "iframe", "form"}


HOSTILE = st.text("<>&\"'/= `scriptonload\u3000案内。べき\n", max_size=50)


@given(HOSTILE, HOSTILE, st.data())
def test_no_text_is_ever_markup_and_none_is_lost(text: str, body: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    found = page(text, Citation("1-U001", quote), body=body)
    allowed = "html head meta title style body header h1 div span details summary ul li a main section h2 h4 p article br b table thead tbody tr th td sup"
    assert found.tags <= set(allowed.split())
    squeezed = found.text.replace("\n", "")
    for words in (text, body):
        assert words.replace("\n", "") in squeezed or not words.strip()
