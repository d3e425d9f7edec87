"""`recommendations.yaml` → themes and recommendations."""

from __future__ import annotations

import pytest

from drafting.model import Citation, Recommendation, Recommendations, Theme
from drafting.problems import Place
from drafting.recommendations import CITATION_FORM, read_recommendations
from drafting.yamlfile import parse

FILE = "inputs/recommendations.yaml"
ONE = "  - {id: R1, theme: 窓口, title: 案内, body: 直す。}\n"


def read(text: str) -> tuple[Recommendations, list[str]]:
    value, problems = read_recommendations(parse(text, FILE), FILE)
    return value, [str(problem) for problem in problems]


def test_the_smallest_file_is_valid_and_takes_its_themes_from_the_recommendations() -> None:
    text = "recommendations:\n" + ONE + ONE.replace("R1", "R2").replace("窓口", "防災") + ONE.replace("R1", "R3")
    value, messages = read(text)
    assert messages == []
    assert value.themes == (Theme("窓口"), Theme("防災"))
    assert value.items[0] == Recommendation("R1", "窓口", "案内", "直す。")
    assert (value.items[0].kind, value.items[0].status) == ("提言", "検討中")


def test_every_field_is_read_and_its_place_kept() -> None:
    text = """\
themes:
  - title: 窓口
    lead: |
      一つ目。
      二つ目。
recommendations:
  - id: R1
    theme: 窓口
    kind: 附帯意見
    title: 案内の見直し
    body: |
      直されたい。
    cites:
      - 1-U002
      - {at: 1-U003, quote: 案内を直す}
    responses: [1-U004]
    stance: 両論
    status: 確定
    reason: 理由
    note: 控え
    opposes: R9
"""
    value, messages = read(text)
    assert messages == []
    assert value == Recommendations(
        (Theme("窓口", "一つ目。\n二つ目。"),),
        (
            Recommendation(
                "R1", "窓口", "案内の見直し", "直されたい。", "附帯意見",
                (Citation("1-U002"), Citation("1-U003", "案内を直す")), (Citation("1-U004"),), "両論", "確定", "理由", "控え", "R9",
            ),
        ),
    )  # fmt: skip
    item = value.items[0]
    assert (value.themes[0].place, item.theme_place) == (Place(FILE, 2, 12), Place(FILE, 8, 12))
    assert [cite.place.line for cite in item.cites] == [14, 15]
    assert item.cites[1].quote_place == Place(FILE, 15, 29)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("recommendations:\n" + ONE * 2, "3:5: エラー[Y021]: 番号「R1」が2つあります（1つ目は2行目）。まだ使っていない番号にしてください。"),
        (
            "themes: [{title: 窓口業務}]\nrecommendations:\n" + ONE,
            "3:21: エラー[Y023]: themes にない分野「窓口」です。「窓口業務」ではありませんか。",
        ),
        (
            "themes: [{title: 窓口}, {title: 窓口}]\nrecommendations:\n" + ONE,
            "1:31: エラー[Y022]: 分野「窓口」が2つあります。1つにまとめてください。",
        ),
        (
            "recommendations:\n" + ONE.replace("}", ", kind: 不採用}"),
            "2:5: エラー[Y020]: 不採用には「reason」（理由）が要ります。意見対応表に載せる理由を書いてください。",
        ),
        (
            "recommendations:\n" + ONE.replace("}", ", cites: [U002]}"),
            "2:55: エラー[C001]: 「U002」では、どの発言か分かりません。「回-発言番号」（例: 1-U016）で、1つずつ書いてください。",
        ),
        (
            "recommendations:\n" + ONE.replace("}", ", cites: [１－Ｕ００２]}"),
            "2:55: エラー[C001]: 「１－Ｕ００２」は全角で書かれています。半角で「1-U002」と書いてください。",
        ),
        ("recommendations:\n" + ONE.replace("窓口", "'　'"), "2:21: エラー[Y012]: 「theme」が空白だけです。必ず書いてください。"),
        ("recommendations:\n" + ONE.replace("R1", "第1"), "2:10: エラー[Y015]: 「第1」の書き方が違います。半角の英数字で「R1」のように書いてください。"),
        ("recommendations:\n" + ONE.replace("}", ", kind: 提案}"), "2:53: エラー[Y014]: 「提案」は選べません。「提言」ではありませんか。"),
        ("themes: []\n", "1:1: エラー[Y011]: 「recommendations」（提言）がありません。必ず書いてください。"),
    ],
    ids=["doubled id", "unknown theme", "doubled theme", "no reason", "citation", "wide citation", "blank theme", "form of the id", "kind", "no recommendations"],
)
def test_a_fault_is_told_at_its_place_with_what_to_do(text: str, message: str) -> None:
    assert read(text)[1] == [f"{FILE}:{message}"]


def test_what_is_not_complete_is_left_out_and_the_rest_stays() -> None:
    value, messages = read("recommendations:\n  - {id: R1, theme: 窓口, title: 案内}\n" + ONE.replace("R1", "R2"))
    assert [item.id for item in value.items] == ["R2"]
    assert messages == [f"{FILE}:2:3: エラー[Y011]: 「body」（本文）がありません。必ず書いてください。"]


def test_a_text_that_is_no_list_of_citations_is_refused_and_not_taken_apart() -> None:
    value, messages = read("recommendations:\n" + ONE.replace("}", ", cites: 1-U002}"))
    assert value.items[0].cites == ()
    assert len(messages) == 1
    assert "[Y013]: 一覧を書くところです。" in messages[0]


@pytest.mark.parametrize(
    ("at", "fits"),
    [("1-U001", True), ("1-U009〜1-U005", False), ("1-U005-U009", False), ("r7-2-U12", True), ("第1回-U001", True), ("U001", False), ("1-001", False), ("1-U001 ", False), ("1-U", False), ("１-U００１", False)],
)
def test_the_form_of_a_citation(at: str, fits: bool) -> None:
    assert bool(CITATION_FORM.fullmatch(at)) == fits


@pytest.mark.parametrize("stance", ["おおむね一致", "概ね一致"])
def test_the_older_spelling_of_a_stance_is_still_read(stance: str) -> None:
    value, messages = read("recommendations:\n" + ONE.replace("直す。}", f"直す。, stance: {stance}}}"))
    assert (value.items[0].stance, messages) == ("おおむね一致", [])
