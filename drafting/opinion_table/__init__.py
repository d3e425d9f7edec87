"""意見対応表: every opinion, where it went, what the secretariat answered. Pure; nobody is named.

The rows follow the report: its themes, then its recommendations; what has no fate yet comes last. One row
is what one recommendation cites of one utterance.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drafting.coverage import BY_HAND, Passage, Sentence, State, Traced, open_passages, other_passages
from drafting.model import Committee, Minutes, Recommendations
from drafting.opinion_table.rows import PROPOSED, Meetings, asks, cited_rows
from drafting.views import Column, Sheet

TITLE = "意見対応表"
OPEN = "未対応"
_LEAD = "対応区分は、◎答申に反映、○附帯意見、△主な意見・少数意見、▲計画などに既に記載、□今後の参考、×不採用である。"
_PLACE_LEAD = "発言箇所には、会議の回、発言番号、発言者の役、会議録の行を示す。"
_PROPOSED_LEAD = "回答に「（候補）」とあるものは、発言のすぐ後の事務局の発言である。"
_STRENGTH = "強さ"
_COLUMNS = (
    Column("No.", 5, "number"),
    Column("分野", 10),
    Column("意見", 26),
    Column("発言箇所", 10),
    Column("会議での事務局の回答", 28),
    Column("対応区分", 11),
    Column("反映箇所", 10),
    Column(_STRENGTH, 11),
    Column("備考", 14),
)
_THEME, _ANSWER = 1, 4
# 明記すべきだ。 alone does not say what: sentences before it are shown until there are so many letters
_ENOUGH = 30
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
    meetings = Meetings(committee, minutes)
    rows = list(cited_rows(committee, recommendations, meetings, where, asks))
    sentences = {each.said.reference: each.sentences for each in traced}
    for passage in open_passages(traced):
        answer = meetings.answer_after(passage.said)
        words = _with_what_it_is_about(passage, sentences[passage.said.reference])
        rows.append(("", words, meetings.place(passage.said), answer, OPEN, "", "", ""))
    return Sheet(TITLE, _lead(committee, rows, _PLACE_LEAD), _columns(recommendations), _numbered(rows))


def _lead(committee: Committee, rows: Sequence[tuple[str, ...]], more: str = "") -> str:
    """What the signs in the rows mean."""
    proposed = any(row[3].startswith(PROPOSED) for row in rows)
    return _LEAD.replace("附帯意見", committee.format.supplementary) + more + (_PROPOSED_LEAD if proposed else "")


def _with_what_it_is_about(passage: Passage, sentences: Sequence[Sentence]) -> str:
    """The words of an opinion that nobody cites; where they are few, with what was said before in the same point."""
    start = passage.start
    point = next(one.point for one in sentences if one.start == start)
    for one in reversed([one for one in sentences if one.end <= start]):
        if one.point != point or one.state is not State.SUPPORT or passage.end - start >= _ENOUGH:
            break
        start = one.start
    return passage.said.words[start : passage.end]


def annex_sheet(
    committee: Committee,
    recommendations: Recommendations,
    minutes: Sequence[Minutes],
    traced: Sequence[Traced],
    where: Callable[[str], str],
) -> Sheet:
    """The same rows for the report itself, without the strength; what has no fate yet is one row that says how much."""
    rows = list(cited_rows(committee, recommendations, Meetings(committee, minutes), where, lambda item: ""))
    if count := sum(1 for _ in open_passages(traced)):
        rows.append(("", f"ほかに、行き先の決まっていない意見が{count}件ある。", "", "", OPEN, "", "", ""))
    kept = [i for i, column in enumerate(_COLUMNS) if column.name != _STRENGTH]
    columns = _columns(recommendations)
    return Sheet(TITLE, _lead(committee, rows), tuple(columns[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in _numbered(rows)))


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
    rows = tuple(tuple("" if cell.startswith(PROPOSED) else cell for cell in row) for row in sheet.rows)
    return sheet._replace(lead=sheet.lead.replace(_PROPOSED_LEAD, ""), rows=rows)


def _numbered(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple((str(i), *row) for i, row in enumerate(rows, 1))


def other_sheet(committee: Committee, minutes: Sequence[Minutes], traced: Sequence[Traced]) -> Sheet:
    """What the members said that is no opinion, and who says so: nothing is left out in silence."""
    meetings = Meetings(committee, minutes)
    rows = tuple(
        (str(i), meetings.place(passage.said), passage.words, passage.act.kind, _why(passage.act.reason))
        for i, passage in enumerate(other_passages(traced), 1)
    )
    lead = "委員・委員長の発言のうち、文末などから意見ではないと見たもの。違うものがあれば、会議録の発言に opinion を書く。"
    return Sheet("意見ではないとした発言", lead, _OTHER_COLUMNS, rows)


def _why(reason: str) -> str:
    """How it was seen: by hand, or by the words 「か」."""
    return reason if reason == BY_HAND else f"自動：「{reason}」" if reason else "自動"
