"""The rows of the table: what each recommendation cites of each utterance, and what was answered to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from drafting.coverage import OTHERS, quoted_spans
from drafting.japanese import sentence_spans
from drafting.model import Citation, Committee, Minutes, Recommendation, Recommendations, Utterance, printed_role

PROPOSED = "（候補）"
MARKS = {
    "提言": "◎反映", "附帯意見": "○附帯意見", "主な意見": "△主な意見", "少数意見": "△少数意見",
    "既記載": "▲既記載", "参考": "□参考", "不採用": "×不採用",
}  # fmt: skip


def cited_rows(
    committee: Committee,
    recommendations: Recommendations,
    meetings: Meetings,
    where: Callable[[str], str],
    asks: Callable[[Recommendation], str],
) -> Iterator[tuple[str, ...]]:
    """The cells behind the number, in the order of the themes; `where` gives the place of a recommendation by its id, `asks` how strongly it asks."""
    order = {theme.title: i for i, theme in enumerate(recommendations.themes)}
    opponents = _opponents(recommendations)
    for item in sorted(recommendations.items, key=lambda item: order.get(item.theme, len(order))):
        mark = MARKS[item.kind].replace("附帯意見", committee.format.supplementary)
        yield from _rows(item, mark, meetings, where(item.id), asks(item), _remarks(item, opponents[item.id]))


class Meetings:
    """What is looked up in the minutes: utterances by reference, and who spoke after whom."""

    def __init__(self, committee: Committee, minutes: Sequence[Minutes]) -> None:
        self._chair = committee.chair
        self._labels = {
            one.meeting.id: f"第{one.meeting.session}回" if one.meeting.session is not None else one.meeting.title or one.meeting.id
            for one in minutes
        }
        self.order = {said.reference: i for i, said in enumerate(said for one in minutes for said in one.utterances)}
        self.said = {said.reference: said for one in minutes for said in one.utterances}
        self._list = list(self.said.values())

    def place(self, said: Utterance) -> str:
        """発言箇所: session, reference, role, line of the source, a line each."""
        line = f"\n{said.line}行" if said.line is not None else ""
        return f"{self._labels[said.meeting]}\n{said.reference}\n{printed_role(said.role, self._chair)}{line}"

    def answer_after(self, said: Utterance) -> str:
        """What the secretariat said right after, marked as proposed; "" if somebody else spoke."""
        answers = []
        for other in self._list[self.order[said.reference] + 1 :]:
            if other.role not in OTHERS or other.meeting != said.meeting:
                break
            answers.append(other.words)
        return PROPOSED + "\n".join(answers) if answers else ""


def asks(item: Recommendation) -> str:
    """How strongly the committee asks; an opinion that is only recorded asks for nothing."""
    if item.kind not in ("提言", "附帯意見"):
        return ""
    from drafting.strength import strength

    return "\n".join(level.value for level in strength(item.body).levels)


def _rows(item: Recommendation, mark: str, meetings: Meetings, place: str, asks: str, remarks: str) -> Iterator[tuple[str, ...]]:
    cited: dict[str, list[Citation]] = defaultdict(list)
    for cite in item.cites:
        if cite.at in meetings.said:
            cited[cite.at].append(cite)
    answers = _answers(item, list(cited), meetings)
    for at, cites in cited.items():
        said = meetings.said[at]
        words = _words(said, cites)
        answer = answers[at] if item.responses else meetings.answer_after(said)
        yield (item.theme, words, meetings.place(said), answer, mark, place, asks, remarks)


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


def _answers(item: Recommendation, cited: Sequence[str], meetings: Meetings) -> Mapping[str, str]:
    """Each answer with the utterance before it that the recommendation cites, else with the first."""
    found: dict[str, dict[str, list[Citation]]] = {at: defaultdict(list) for at in cited}
    for response in item.responses:
        if response.at in meetings.said and cited:
            before = [at for at in cited if meetings.order[at] < meetings.order[response.at]]
            home = max(before, key=meetings.order.__getitem__) if before else min(cited, key=meetings.order.__getitem__)
            found[home][response.at].append(response)
    return {at: "\n".join(_words(meetings.said[by], cites) for by, cites in answers.items()) for at, answers in found.items()}


def _opponents(recommendations: Recommendations) -> Mapping[str, Sequence[Recommendation]]:
    """By id what a recommendation opposes and what opposes it: one of the two may say so for both."""
    known = {item.id: item for item in recommendations.items}
    found: dict[str, list[Recommendation]] = defaultdict(list)
    for item in recommendations.items:
        other = known.get(item.opposes)
        for one, opponent in ((item, other), (other, item)) if other and other is not item else ():
            if one and opponent and opponent not in found[one.id]:
                found[one.id].append(opponent)
    return found


def _remarks(item: Recommendation, opponents: Sequence[Recommendation]) -> str:
    """Opponents by their titles: ids are the secretariat's own, and stand nowhere in the report."""
    remarks = [item.reason]
    if item.stance == "両論":
        remarks.append("両論")
    remarks += [f"「{one.title}」{'' if one.kind == '提言' else f'（{one.kind}）'}と対立" for one in opponents]
    if item.status == "候補":
        remarks.append("候補（未決定）")
    return "\n".join(filter(None, remarks))
