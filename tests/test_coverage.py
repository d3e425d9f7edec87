"""Where every opinion went."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.checks.coverage import check_coverage
from drafting.coverage import State, Traced, open_passages, other_passages, quoted_spans, trace_opinions
from drafting.model import Citation, Meeting, Minutes, Recommendation, Recommendations, Theme, Utterance, Verdict
from drafting.problems import Place

TWO_POINTS = "1点目は、案内板の字が小さい。大きな字にすべきである。2点目は、夜間も開けてはどうか。"


def minutes(text: str, role: str = "委員", **changes: object) -> list[Minutes]:
    said = Utterance("U001", "1", role, role, text, text_place=Place("inputs/minutes/1.yaml", 9, 7), **changes)  # type: ignore[arg-type]
    return [Minutes(Meeting("1"), (said,))]


def cited(*cites: tuple[str, str]) -> Recommendations:
    """Recommendations R1, R2 … of a kind each, with the words each quotes ("" for the whole utterance)."""
    items = [
        Recommendation(f"R{i}", "窓口", "題", "直す。", kind, (Citation("1-U001", quote),))
        for i, (kind, quote) in enumerate(cites, 1)
    ]
    return Recommendations((Theme("窓口"),), tuple(items))


def still_open(text: str, *cites: tuple[str, str], **changes: object) -> list[str]:
    return [passage.words for passage in open_passages(trace_opinions(cited(*cites), minutes(text, **changes)))]


def findings(text: str, *cites: tuple[str, str], **changes: object) -> list[str]:
    recommendations = cited(*cites)
    return [p.code for p in check_coverage(recommendations, trace_opinions(recommendations, minutes(text, **changes)))]


def test_each_opinion_of_an_utterance_needs_its_own_citation() -> None:
    assert still_open(TWO_POINTS) == ["大きな字にすべきである。", "2点目は、夜間も開けてはどうか。"]
    assert still_open(TWO_POINTS, ("提言", "大きな字に")) == ["2点目は、夜間も開けてはどうか。"]
    assert still_open(TWO_POINTS, ("提言", "大きな字に"), ("不採用", "夜間も開けて")) == []


def test_a_citation_without_words_covers_the_whole_utterance() -> None:
    assert still_open(TWO_POINTS, ("提言", "")) == []


def test_a_quotation_covers_every_sentence_that_it_touches() -> None:
    assert still_open(TWO_POINTS, ("提言", "すべきである。2点目は")) == []


def test_reasons_and_facts_go_with_the_opinion_of_their_point() -> None:
    (traced,) = trace_opinions(cited(("提言", "大きな字に")), minutes(TWO_POINTS))
    assert [sentence.state for sentence in traced.sentences] == [State.SUPPORT, State.CITED, State.OPEN]


def test_a_point_of_remarks_alone_is_one_opinion() -> None:
    text = "民間で求められることもある。利用は増える。\n手数料が高い。"
    assert still_open(text) == ["民間で求められることもある。利用は増える。", "手数料が高い。"]
    assert still_open(text, ("提言", "利用は増える")) == ["手数料が高い。"]


def test_a_fact_before_a_question_is_its_background_but_not_across_a_turn() -> None:
    assert still_open("件数は7万件である。何件が対象なのか。") == []
    assert still_open("問合せが減る。ところで、何件が対象なのか。") == ["問合せが減る。"]
    passages = list(other_passages(trace_opinions(cited(), minutes("件数は7万件である。何件が対象なのか。"))))
    assert [passage.act.kind for passage in passages] == ["質問の前提", "質問"]


@pytest.mark.parametrize("fact", ["資料には別の数がある。", "隣の町では無料と聞く。", "私は先月見学しました。", "前回の案から変わっている。", "12人が待った。"])
def test_only_a_fact_before_a_question_is_its_background(fact: str) -> None:
    assert still_open(fact + "何件が対象なのか。") == []
    view = "若者に任せることが成否を分ける。"
    assert still_open(view + "何件が対象なのか。") == [view]


def test_what_stands_behind_the_last_question_is_a_comment() -> None:
    assert still_open("件数は7万件である。何件が対象なのか。隣の町は全件を配っている。") == ["隣の町は全件を配っている。"]


@pytest.mark.parametrize("role", ["事務局", "説明員", "市長"])
def test_what_the_secretariat_says_is_no_opinion(role: str) -> None:
    assert trace_opinions(cited(), minutes("急ぐべきである。", role)) == []


READ_OUT = [
    ("甲委員から書面で、「ベンチを設けてほしい。屋根も検討すべきである。」との意見を頂いている。", 1),
    ("説明する。欠席の甲委員から、夜間も開けてほしいとの要望が届いている。以上である。", 1),
    ("欠席された乙委員から意見をお預かりしていますので、読み上げます。\n「窓口を増やしてほしい。」\n夜間も開けてはどうか。\n以上です。次に資料を説明します。", 2),
    ("丙委員から欠席の連絡とともに書面をいただいております。冷房を優先していただきたいという内容でございます。資料を説明します。", 1),
    ("欠席の丙委員より文書でご意見を預かっておりますので、代わりに読ませていただきます。段差を直すべきである。", 1),
    ("事前にいただいたご意見を紹介いたします。丙委員からは、袋の値段が高過ぎるというご意見です。", 1),
]


@pytest.mark.parametrize(("text", "count"), READ_OUT)
def test_what_the_secretariat_reads_out_for_an_absent_member_is_an_opinion(text: str, count: int) -> None:
    assert len(still_open(text, role="事務局")) == count
    assert still_open(text, ("提言", ""), role="事務局") == []
    assert findings(text, role="事務局") == ["C101"] * count


@pytest.mark.parametrize(
    "text",
    [
        "前回の会議で委員から御意見を頂いた点について、資料を修正した。",
        "市民から書面で、「夜間も開けてほしい」との意見が届いている。",
        "委員からの質問に、書面でお答えした。",
        "欠席の委員には、後日、資料を送る。",
        "委員の皆様には、事前に書面を送付しております。届いていないということのないよう確かめました。",
        "意見のある委員は、後日メールで提出してください。",
    ],
)
def test_what_the_secretariat_reports_is_none(text: str) -> None:
    assert still_open(text, role="事務局") == []


def test_somebody_whose_role_is_unknown_may_be_a_member() -> None:
    assert still_open("急ぐべきである。", role="不明") == ["急ぐべきである。"]


def test_the_secretariat_may_say_by_hand_what_is_no_opinion_and_what_is() -> None:
    assert still_open("急ぐべきである。", opinion=(Verdict("いいえ"),)) == []
    assert still_open("何件あるのか。", opinion=(Verdict("はい"),)) == ["何件あるのか。"]
    assert still_open(TWO_POINTS, opinion=(Verdict("質問", "夜間も"),)) == ["大きな字にすべきである。"]
    (passage,) = other_passages(trace_opinions(cited(), minutes(TWO_POINTS, opinion=(Verdict("質問", "夜間も"),))))
    assert passage.act == ("質問", "手で指定")


def test_a_quotation_of_the_old_words_covers_the_corrected_reading() -> None:
    said = Utterance("U001", "1", "委員", "委員", "再会の時期を早めるべきである。費用は後でよい。", reading="再開の時期を早めるべきである。費用は後でよい。")
    ((start, end),) = quoted_spans(said, "再会の時期")
    assert said.words[start:end] == "再開の時期"
    recommendations = cited(("提言", "再会の時期"))
    assert list(open_passages(trace_opinions(recommendations, [Minutes(Meeting("1"), (said,))]))) == []


def test_one_opinion_in_two_kinds_is_a_finding_and_in_two_recommendations_is_fine() -> None:
    assert findings("急ぐべきである。", ("提言", "急ぐべき"), ("提言", "べきである")) == []
    assert findings("急ぐべきである。", ("提言", "急ぐべき"), ("不採用", "")) == ["C102"]
    assert findings("民間もある。", ("提言", "民間"), ("附帯意見", "民間もある")) == ["C102"]
    assert findings("民間もある。急ぐべきである。", ("提言", ""), ("附帯意見", "民間")) == []
    assert findings("職員が足りない。", ("提言", ""), ("附帯意見", "職員")) == ["C102"]
    assert findings("職員が足りない。急ぐべきである。", ("提言", ""), ("附帯意見", "職員")) == []


def test_words_that_stand_in_two_sentences_are_a_finding() -> None:
    text = "窓口は見直すべきである。料金は見直すべきである。"
    assert findings(text, ("提言", "見直すべきである")) == ["C103"]
    assert findings(text, ("提言", "窓口は見直すべきである"), ("提言", "料金は見直す")) == []


def test_an_open_opinion_is_told_at_its_letter_with_its_words() -> None:
    recommendations = cited()
    (found,) = check_coverage(recommendations, trace_opinions(recommendations, minutes("伺いたい。\nまず、急ぐべきである。")))
    assert str(found.place) == "inputs/minutes/1.yaml:10:7"
    assert found.message.startswith("意見「まず、急ぐべきである。」（1-U001 委員）の行き先がありません。")


def test_of_many_open_opinions_the_first_tells_what_to_do() -> None:
    traced = trace_opinions(cited(), minutes("1点目は、夜間も開けるべきである。2点目は、案内を増やしてほしい。"))
    first, second = (problem.message for problem in check_coverage(cited(), traced))
    assert first.endswith("この発言に opinion を書いてください。")
    assert second == "意見「2点目は、案内を増やしてほしい。」（1-U001 委員）の行き先がありません。直し方は、最初の C101 と同じです。"


def test_a_mark_on_words_that_nobody_said_is_an_error_that_shows_the_difference() -> None:
    recommendations = cited(("提言", ""))
    traced = trace_opinions(recommendations, minutes("急ぐべきである。", opinion=(Verdict("質問", "急ぐべきだ"),)))
    (found,) = check_coverage(recommendations, traced)
    assert (found.code, "違い: 急ぐべき［だ→で］" in found.message) == ("C104", True)


TEXTS = st.text("市は案内をすべきである。ところで、か\n「」何件ほしい2点目", max_size=60)


@given(TEXTS, st.sampled_from(["委員", "委員長"]), st.data())
def test_every_word_has_one_state_whatever_is_cited(text: str, role: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    for each in trace_opinions(cited(("提言", quote)), minutes(text, role)):
        covered = "".join(text[sentence.start : sentence.end] for sentence in each.sentences)
        assert "".join(covered.split()).replace("「", "").replace("」", "") == "".join(text.split()).replace("「", "").replace("」", "")
        assert _states_once(each)


def _states_once(traced: Traced) -> bool:
    """Every sentence is cited, open, or told to be carried or no opinion; none is lost."""
    told = {p.start for p in other_passages([traced])}
    waiting = [(p.start, p.end) for p in open_passages([traced])]
    for s in traced.sentences:
        homes = [bool(s.fates), s.start in told, any(a <= s.start and s.end <= b for a, b in waiting), s.state is State.SUPPORT]
        if s.state is State.OPEN and homes != [False, False, True, False]:
            return False
        if s.state is not State.OPEN and sum(homes[:2]) + homes[3] != 1:
            return False
    return True
