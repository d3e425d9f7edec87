"""Minutes and draft side by side as one HTML file: each quotation linked both ways, open opinions marked. Pure.

No network, no script, and no name of a speaker: it is opened from a folder. Every text is escaped in `_text`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from drafting.coverage import State, Traced, open_passages, quoted_spans, trace_opinions
from drafting.draft import Contents, Draft, Heading, PageBreak, Paragraph, SectionBreak, Spans, Table
from drafting.locations import locations
from drafting.model import Minutes, Narrative, Recommendation, Recommendations, Utterance

_CLASSES = {State.CITED: "cited", State.OPEN: "open", State.SUPPORT: "support", State.NO_OPINION: "none"}
_STYLE = """
*{box-sizing:border-box}body{margin:0;display:flex;flex-direction:column;height:100vh;font:16px/1.8 "BIZ UDPGothic","Yu Gothic UI",Meiryo,"Hiragino Sans","Noto Sans CJK JP",sans-serif;color:#222}
header{padding:.6em 1em;background:#f3f3f0;border-bottom:1px solid #bbb}h1{font-size:1.15em;margin:0}
.legend span{margin-right:1.2em;white-space:nowrap}details{max-height:30vh;overflow:auto}
main{display:grid;grid-template-columns:1fr 1fr;flex:1;min-height:0}main>section{overflow:auto;padding:0 1.2em 40vh;scroll-padding:3em}
main>section+section{border-left:2px solid #bbb}h2{font-size:1.1em;border-bottom:1px solid #888}h3{font-size:1.05em}h4,h5,h6{font-size:1em;margin:.8em 0 .2em}
article{margin:.8em 0}.who{color:#555;font-size:.85em}p{margin:.2em 0;text-indent:0}.note{color:#666}
.cited{background:#e3f0d8}.quoted{background:#bfe0a5}.open,.open *{background:#ffd9d0;text-decoration:underline #c22 2px}.none{color:#666}
a{color:#0a4d8c}a.to{font-size:.8em;margin:0 .25em;padding:0 .3em;border:1px solid #0a4d8c;border-radius:.3em;text-decoration:none;background:#fff;white-space:nowrap}
.evidence{font-size:.88em;margin:.1em 0 .6em;padding-left:.8em;border-left:3px solid #9cc77f}article:target,div:target,a.to:target,a:target+span{outline:3px solid #e6a100;outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.82em}td,th{border:1px solid #999;padding:.2em .4em;vertical-align:top;text-align:left}hr{border:0;border-top:1px dashed #bbb}
@media print{@page{size:A4 landscape;margin:12mm}body,main{display:block;height:auto}main>section{overflow:visible;padding:0}main>section+section{border:0;break-before:page}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}details{max-height:none}article,tr{break-inside:avoid}body{font-size:10.5pt}}
"""
_LEGEND = (
    '<span class="quoted">引用した言葉</span><span class="cited">引用のある文</span>'
    '<span class="open">行き先のない意見（未対応）</span><span>理由・説明</span><span class="none">意見ではないと見た文</span>'
)


class _Link(NamedTuple):
    """A citation as a link: of which recommendation, the how manieth of it, where in the words (() for all)."""

    item: Recommendation
    number: int
    spans: tuple[tuple[int, int], ...]

    @property
    def id(self) -> str:
        return f"q-{self.item.id}-{self.number}"


def write_page(recommendations: Recommendations, minutes: Sequence[Minutes], draft: Draft) -> str:
    """The whole file. What no draft prints (不採用 …) stands behind it with its reason."""
    traced = {each.said.reference: each for each in trace_opinions(recommendations, minutes)}
    said = {utterance.reference: utterance for one in minutes for utterance in one.utterances}
    links = _links(recommendations, said)
    places = locations(draft.blocks)
    title = draft.title or "答申案"
    pieces = [
        '<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
        f'<meta name="viewport" content="width=device-width"><title>{_text(title)} 会議録との対照</title><style>{_STYLE}</style></head><body>',
        f"<header><h1>{_text(title)}　会議録との対照</h1><div class=\"legend\">{_LEGEND}</div>{_waiting(traced.values())}</header><main>",
        '<section aria-label="会議録">',
        *_minutes(minutes, traced, links, places),
        '</section><section aria-label="答申案">',
        *_draft(draft, recommendations, links),
        "</section></main></body></html>\n",
    ]
    return "".join(pieces)


def _links(recommendations: Recommendations, said: Mapping[str, Utterance]) -> dict[str, list[_Link]]:
    """The citations by utterance; `number` counts those of a recommendation from 1, in its order."""
    found: dict[str, list[_Link]] = defaultdict(list)
    for item in recommendations.items:
        for number, cite in enumerate(item.cites, 1):
            if cite.at in said:
                spans = tuple(quoted_spans(said[cite.at], cite.quote)) if cite.quote else ()
                found[cite.at].append(_Link(item, number, spans))
    return found


def _waiting(traced: Iterable[Traced]) -> str:
    passages = list(open_passages(traced))
    if not passages:
        return "<div>行き先のない意見はありません。</div>"
    entries = "".join(
        f'<li><a href="#u-{_text(each.said.reference)}">{_text(each.said.reference)}</a> {_text(each.words)}</li>' for each in passages
    )
    return f"<details open><summary>行き先のない意見が {len(passages)} 件あります</summary><ul>{entries}</ul></details>"


def _minutes(
    minutes: Sequence[Minutes], traced: Mapping[str, Traced], links: Mapping[str, Sequence[_Link]], places: Mapping[str, str]
) -> Iterator[str]:
    for one in minutes:
        yield f"<h2>{_text(one.meeting.title or f'会議 {one.meeting.id}')}</h2>"
        for entry in one.record:
            if isinstance(entry, Narrative):
                yield f'<p class="note">{_text(entry.text)}</p>'
                continue
            mine = links.get(entry.reference, ())
            whole = "".join(_to_draft(link, places, "全体") for link in mine if not link.spans)
            line = f"　{entry.line}行" if entry.line is not None else ""
            yield f'<article id="u-{_text(entry.reference)}"><div class="who">{_text(entry.reference)}　{_text(entry.role)}{line}{whole}</div><p>'
            yield from _words(entry, traced.get(entry.reference), mine, places)
            yield "</p></article>"


def _to_draft(link: _Link, places: Mapping[str, str], prefix: str = "") -> str:
    label = places.get(link.item.id, f"{link.item.id} {link.item.kind}")
    mark = f' id="{_text(link.id)}"' if not link.spans else ""
    return f'<a class="to"{mark} href="#d-{_text(link.item.id)}" title="{_text(link.item.title)}">{_text(f"{prefix} {label}".strip())}</a>'


def _words(said: Utterance, traced: Traced | None, links: Sequence[_Link], places: Mapping[str, str]) -> Iterator[str]:
    """The words of an utterance cut wherever a sentence or a quotation begins or ends."""
    words = said.words
    sentences = traced.sentences if traced else ()
    quotes = [(start, end, link) for link in links for start, end in link.spans]
    cuts = sorted({0, len(words), *(i for s in sentences for i in (s.start, s.end)), *(i for start, end, _ in quotes for i in (start, end))})
    marked: set[str] = set()
    current = iter([*sentences, None])
    sentence = next(current)
    for begin, finish in pairwise(cuts):
        while sentence and sentence.end <= begin:
            sentence = next(current)
        inside = sentence if sentence and sentence.start <= begin else None
        kind = _CLASSES[inside.state] if inside else ""
        told = f' title="{_text(f"{inside.state.value}　{inside.act.kind}")}"' if inside else ""
        quoted = [link for start, end, link in quotes if start <= begin and finish <= end]
        for link in quoted:
            if link.id not in marked:
                marked.add(link.id)
                yield f'<a id="{_text(link.id)}"></a>'
        yield f'<span class="{kind}{" quoted" if quoted else ""}"{told}>{_text(words[begin:finish])}</span>'
        yield from (_to_draft(link, places) for start, end, link in quotes if end == finish)


def _draft(draft: Draft, recommendations: Recommendations, links: Mapping[str, Sequence[_Link]]) -> Iterator[str]:
    items = {item.id: item for item in recommendations.items}
    waiting = dict(items)
    for block in draft.blocks:
        if isinstance(block, Heading | Paragraph):
            held = next((id for span in block.spans if span.anchor and (id := span.anchor.address.rpartition(".")[0]) in waiting), "")
            if held:
                yield f'<div id="d-{_text(held)}">{_block(block)}</div>{_evidence(waiting.pop(held), links)}'
                continue
        yield _block(block)
    for number, note in enumerate(draft.notes, 1):
        yield f"<p>注{number}　{_spans(note)}</p>"
    if waiting:
        yield "<h2>答申案の本文に載らないもの</h2>"
    for id, item in waiting.items():
        yield f'<div id="d-{_text(id)}"><h4>{_text(id)}　{_text(item.title)}（{_text(item.kind)}）</h4><p>{_text(item.body)}</p>'
        yield (f"<p>理由: {_text(item.reason)}</p>" if item.reason else "") + f"</div>{_evidence(item, links)}"


def _evidence(item: Recommendation, links: Mapping[str, Sequence[_Link]]) -> str:
    entries = []
    for number, cite in enumerate(item.cites, 1):
        link = next((link for link in links.get(cite.at, ()) if link.item is item and link.number == number), None)
        quote = f"「{_text(cite.quote)}」" if cite.quote else ""
        if link is None or (cite.quote and not link.spans):
            entries.append(f"<li>{_text(cite.at)} {quote}（会議録に見当たりません）</li>")
        else:
            entries.append(f'<li><a href="#{_text(link.id)}">{_text(cite.at)}</a> {quote}</li>')
    return f'<ul class="evidence">{"".join(entries)}</ul>' if entries else ""


def _block(block: object) -> str:
    if isinstance(block, Heading):
        level = min(block.level + 1, 6)
        number = f"{_text(block.number)}　" if block.number else ""
        return f'<h{level} id="b-{_text(block.id)}">{number}{_spans(block.spans)}</h{level}>'
    if isinstance(block, Paragraph):
        mark = f' id="b-{_text(block.id)}"' if block.id else ""
        return f'<p{mark} style="padding-left:{block.indent + block.hang}em">{_text(block.bullet)}{_spans(block.spans)}</p>'
    if isinstance(block, Table):
        head = "".join(f"<th>{_spans(cell)}</th>" for cell in block.head)
        rows = "".join("<tr>" + "".join(f"<td>{_spans(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    if isinstance(block, Contents):
        entries = (
            f'<li style="margin-left:{entry.level - 1}em"><a href="#b-{_text(entry.id)}">{_text(f"{entry.number}　{entry.text}".strip())}</a></li>'
            for entry in block.entries
        )
        return f"<ul>{''.join(entries)}</ul>"
    return "<hr>" if isinstance(block, PageBreak | SectionBreak) else ""


def _spans(spans: Spans) -> str:
    pieces = []
    for span in spans:
        text = f"<sup>注{span.note}</sup>" if span.note else _text(span.text)
        text = f'<a href="#b-{_text(span.target)}">{text}</a>' if span.target else text
        text = f"<b>{text}</b>" if span.strong else text
        pieces.append(f"<em>{text}</em>" if span.emphasis else text)
    return "".join(pieces)


def _text(text: str) -> str:
    """A text as HTML, in an element or an attribute; lines break where they break."""
    return escape(text, quote=True).replace("\n", "<br>")
