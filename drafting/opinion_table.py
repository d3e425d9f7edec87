"""意見対応表: every opinion, where it went, what the secretariat answered. Pure; nobody is named.

The rows follow the report: its themes, then its recommendations; what has no fate yet comes last. One row
is what one recommendation cites of one utterance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from drafting.coverage import BY_HAND, OTHERS, State, Traced, open_passages, other_passages, quoted_spans
from drafting.japanese import sentence_spans
from drafting.model import Citation, Committee, Minutes, Recommendation, Recommendations, Utterance
from drafting.views import Column, Sheet

TITLE = "意見対応表"
OPEN = "未対応"
PROPOSED = "（候補）"
MARKS = {
    "提言": "◎反映", "附帯意見": "○附帯意見", "主な意見": "△主な意見", "少数意見": "△少数意見",
    "既記載": "▲既記載", "参考": "□参考", "不採用": "×不採用",
}  # fmt: skip
_LEAD = "対応区分は、◎答申に反映、○附帯意見、△主な意見・少数意見、▲計画などに既に記載、□今後の参考、×不採用である。"
_STRENGTH = "強さ"
_COLUMNS = (
    Column("No.", 5, "number"),
    Column("分野", 10),
    Column("意見", 24),
    Column("発言箇所", 10),
    Column("会議での事務局の回答", 34),
    Column("対応区分", 11),
    Column("反映箇所", 10),
    Column(_STRENGTH, 11),
    Column("備考", 10),
)
_THEME, _ANSWER = 1, 4
# On paper a column gets about half its width: so a theme takes four lines, or more if it is very long
_THEME_LINES, _MOST_FOR_THEME = 4, 20
_OTHER_COLUMNS = (Column("No.", 5, "number"), Column("発言箇所", 10), Column("発言", 50), Column("見分け", 10), Column("もとにした言葉", 20))


def opinion_sheet(
    committee: Committee,
    recommendations: Recommendations,
    minutes: Sequence[Minutes],
    traced: Sequence[Traced],
    where: Callable[[str], str],
) -> Sheet:
    """The table. `where` gives the place in the draft of a recommendation by its id."""
    meetings = _Meetings(minutes)
    rows = list(_cited_rows(committee, recommendations, meetings, where, _asks))
    for passage in open_passages(traced):
        answer = meetings.answer_after(passage.said)
        rows.append(("", passage.words, meetings.place(passage.said), answer, OPEN, "", "", ""))
    return Sheet(TITLE, _LEAD, _columns(recommendations), _numbered(rows))


def annex_sheet(
    committee: Committee,
    recommendations: Recommendations,
    minutes: Sequence[Minutes],
    traced: Sequence[Traced],
    where: Callable[[str], str],
) -> Sheet:
    """The same rows for the report itself, without the strength; what has no fate yet is one row that says how much."""
    rows = list(_cited_rows(committee, recommendations, _Meetings(minutes), where, lambda item: ""))
    if count := sum(1 for _ in open_passages(traced)):
        rows.append(("", f"ほかに、行き先の決まっていない意見が{count}件ある。", "", "", OPEN, "", "", ""))
    kept = [i for i, column in enumerate(_COLUMNS) if column.name != _STRENGTH]
    columns = _columns(recommendations)
    return Sheet(TITLE, _LEAD, tuple(columns[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in _numbered(rows)))


def _columns(recommendations: Recommendations) -> tuple[Column, ...]:
    """The columns; long names of themes get room from the answers, or each row were as high as its theme."""
    columns = list(_COLUMNS)
    longest = max((len(item.theme) for item in recommendations.items), default=0)
    more = min(2 * longest // _THEME_LINES, _MOST_FOR_THEME) - columns[_THEME].width
    if more > 0:
        columns[_THEME] = columns[_THEME]._replace(width=columns[_THEME].width + more)
        columns[_ANSWER] = columns[_ANSWER]._replace(width=columns[_ANSWER].width - more)
    return tuple(columns)


def without_proposals(sheet: Sheet) -> Sheet:
    """The table without answers that nobody has confirmed: in what is handed over no （候補） is left."""
    return sheet._replace(rows=tuple(tuple("" if cell.startswith(PROPOSED) else cell for cell in row) for row in sheet.rows))


def _cited_rows(
    committee: Committee,
    recommendations: Recommendations,
    meetings: _Meetings,
    where: Callable[[str], str],
    asks: Callable[[Recommendation], str],
) -> Iterator[tuple[str, ...]]:
    order = {theme.title: i for i, theme in enumerate(recommendations.themes)}
    for item in sorted(recommendations.items, key=lambda item: order.get(item.theme, len(order))):
        mark = MARKS[item.kind].replace("附帯意見", committee.format.supplementary)
        yield from _rows(item, mark, meetings, where(item.id), asks(item))


def _numbered(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple((str(i), *row) for i, row in enumerate(rows, 1))


def other_sheet(minutes: Sequence[Minutes], traced: Sequence[Traced]) -> Sheet:
    """What the members said that is no opinion, and who says so: nothing is left out in silence."""
    meetings = _Meetings(minutes)
    rows = tuple(
        (str(i), meetings.place(passage.said), passage.words, passage.act.kind, BY_HAND if passage.act.reason == BY_HAND else f"自動：{passage.act.reason}".rstrip("："))
        for i, passage in enumerate(other_passages(traced), 1)
    )
    lead = "委員・委員長の発言のうち、文末などから意見ではないと見たもの。違うものがあれば、会議録の発言に opinion を書く。"
    return Sheet("意見ではないとした発言", lead, _OTHER_COLUMNS, rows)


class _Meetings:
    """What is looked up in the minutes: utterances by reference, and who spoke after whom."""

    def __init__(self, minutes: Sequence[Minutes]) -> None:
        self._labels = {
            one.meeting.id: f"第{one.meeting.session}回" if one.meeting.session is not None else one.meeting.title or one.meeting.id
            for one in minutes
        }
        self.order = {said.reference: i for i, said in enumerate(said for one in minutes for said in one.utterances)}
        self.said = {said.reference: said for one in minutes for said in one.utterances}
        self._list = list(self.said.values())

    def place(self, said: Utterance) -> str:
        line = f"\n{said.line}行" if said.line is not None else ""
        return f"{self._labels[said.meeting]}\n{said.reference}\n{said.role}{line}"

    def answer_after(self, said: Utterance) -> str:
        """What the secretariat said right after, marked as proposed; "" if somebody else spoke."""
        answers = []
        for other in self._list[self.order[said.reference] + 1 :]:
            if other.role not in OTHERS or other.meeting != said.meeting:
                break
            answers.append(other.words)
        return PROPOSED + "\n".join(answers) if answers else ""


def _asks(item: Recommendation) -> str:
    """How strongly the committee asks; an opinion that is only recorded asks for nothing."""
    if item.kind not in ("提言", "附帯意見"):
        return ""
    from drafting.strength import strength

    return "\n".join(level.value for level in strength(item.body).levels)


def _rows(item: Recommendation, mark: str, meetings: _Meetings, place: str, asks: str) -> Iterator[tuple[str, ...]]:
    cited: dict[str, list[Citation]] = defaultdict(list)
    for cite in item.cites:
        if cite.at in meetings.said:
            cited[cite.at].append(cite)
    answers = _answers(item, list(cited), meetings)
    for at, cites in cited.items():
        said = meetings.said[at]
        words = _words(said, cites)
        answer = answers[at] if item.responses else meetings.answer_after(said)
        yield (item.theme, words, meetings.place(said), answer, mark, place, asks, _remarks(item))


def _words(said: Utterance, cites: Sequence[Citation]) -> str:
    """What is quoted, each to the end of its sentence: 「…相談できれば」 alone does not say what is wanted."""
    if not all(cite.quote for cite in cites):
        return said.words
    whole: list[tuple[int, int]] = []
    missing = [cite.quote for cite in cites if not quoted_spans(said, cite.quote)]
    ends = [end for _, end in sentence_spans(said.words)]
    quoted = (quoted_spans(said, cite.quote)[:1] for cite in cites)
    for start, stop in sorted(span for spans in quoted for span in spans):
        end = next((end for end in ends if end >= stop), stop)
        if whole and start < whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return "\n".join(dict.fromkeys([*(said.words[start:end] for start, end in whole), *missing]))


def _answers(item: Recommendation, cited: Sequence[str], meetings: _Meetings) -> Mapping[str, str]:
    """Each answer with the utterance before it that the recommendation cites, else with the first."""
    found: dict[str, list[str]] = {at: [] for at in cited}
    for response in item.responses:
        if response.at in meetings.said and cited:
            before = [at for at in cited if meetings.order[at] < meetings.order[response.at]]
            home = max(before, key=meetings.order.__getitem__) if before else min(cited, key=meetings.order.__getitem__)
            found[home].append(response.quote or meetings.said[response.at].words)
    return {at: "\n".join(words) for at, words in found.items()}


def _remarks(item: Recommendation) -> str:
    remarks = [item.reason]
    if item.stance == "両論":
        remarks.append("両論")
    if item.opposes:
        remarks.append(f"{item.opposes}と対立")
    if item.status == "候補":
        remarks.append("候補（未決定）")
    return "\n".join(filter(None, remarks))


def count_open(traced: Iterable[Traced]) -> int:
    """How many sentences have no fate yet."""
    return sum(sentence.state is State.OPEN for each in traced for sentence in each.sentences)
