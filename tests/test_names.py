"""Members' names that stand without a title: which are told, and which words and places are none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from drafting.checks import variants
from drafting.checks.names import check_names
from drafting.model import (
    Committee,
    Meeting,
    Member,
    Minutes,
    Proceeding,
    Recommendation,
    Recommendations,
    Theme,
    Utterance,
)

BARE = Committee(
    members=tuple(map(Member, ["井上(あ)", "下條 一郎", "森 花子", "清水 太郎", "大分 次郎", "五十嵐 三郎", "多 四郎"]))
)


def printed(body: str) -> Recommendations:
    return Recommendations((Theme("窓口"),), (Recommendation("R1", "窓口", "案内", body, ()),))


def bare(text: str, *minutes: Minutes, allow: Sequence[str] = ()) -> list[str]:
    found = check_names(BARE, printed(text), minutes, allow=allow)
    return [problem.message.split("「")[1].split("」")[0] for problem in found]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("井上は、反対の立場であった。", ["井上"]),
        ("この点は井上が詳しい。", ["井上"]),
        ("井上、下條から補足があった。", ["井上、下條"]),
        ("賛成は井上・下條である。", ["井上・下條"]),
        ("賛成は、森、清水、下條であった。", ["森、清水、下條"]),
        ("詳細は井上に確かめる。", ["井上"]),
        ("（井上）", ["井上"]),
        ("井上", ["井上"]),
        ("井上（あ）の案による。", ["井上（あ）"]),
        ("井上（大学教員）の案による。", ["井上"]),
        ("下條の懸念を踏まえる。", ["下條の懸念"]),
        ("清水委員と森さん、大分氏が述べた。", ["清水委員", "森さん", "大分氏"]),
        ("井上座長と下條教授が述べた。", ["井上座長", "下條教授"]),
    ],
)
def test_a_surname_that_stands_alone_is_told(text: str, named: list[str]) -> None:
    assert bare(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "井上町の道路と井上小学校を見た。",
        "井上ヶ丘と井上が丘の間に、井上病院がある。",
        "井上（株）に委託した。",
        "川井上は、水源である。",
        "森は、市の財産である。森、林及び川を守る。",
        "清水は、冷たい。清水の保全を進める。",
        "問合せが大分減る。大分は、九州にある。",
        "五十から六十までの人が多い。",
        "多様な意見があった。多くの森に宮殿はない。",
        "下條例第3条による。",
    ],
)
def test_places_words_and_companies_are_no_names(text: str) -> None:
    assert bare(text) == []


def test_a_surname_that_is_a_place_of_the_city_counts_with_a_title_only() -> None:
    said = Utterance("U001", "1", "委員", "委員", "井上地区の道路が狭い。")
    minutes = Minutes(Meeting("1"), (said,))
    assert bare("井上は、道路が狭い。") == ["井上"]
    assert bare("井上は、道路が狭い。", minutes) == []
    assert bare("井上氏は、道路が狭いと述べた。", minutes) == ["井上氏"]
    assert bare("下條、井上も同じであった。", minutes) == ["下條、井上"]
    assert bare("井上、清水は、道路が狭い。", minutes) == []


def test_a_word_that_the_city_allows_is_no_name() -> None:
    assert bare("下條は、歴史のある地名である。下條委員", allow=["下條は、歴史"]) == ["下條委員"]
    assert bare("下條は、地名である。下條、清水も、地名である。", allow=["下條"]) == []


def test_a_bare_name_says_how_a_place_is_excused() -> None:
    (found,) = check_names(BARE, printed("下條は"), [])
    assert found.message == (
        "委員の名前「下條」が答申案に載ります。人の名前なら「委員」などに、地名などなら house_style.yaml の allow に加えてください。"
    )


def test_the_course_of_the_deliberation_names_nobody() -> None:
    committee = Committee(
        members=(Member("井上 一"),), meetings=(Proceeding(1, agenda=("井上委員の提案",), note="井上が欠席"),)
    )
    assert [problem.code for problem in check_names(committee, printed(""), [])] == ["N001", "N001"]


@pytest.mark.parametrize(
    ("member", "text", "named"),
    [
        ("髙橋 美咲", "高橋委員の意見", "高橋委員"),
        ("高橋 美咲", "髙橋委員の意見", "髙橋委員"),
        ("下條", "下条は、賛成した。", "下条"),
        ("渡邉 一", "渡邊氏と渡辺さん", "渡邊氏"),
        ("齋藤 次郎", "斉藤次郎が述べた。", "斉藤次郎"),
        ("神田 隆", "\ufa19田\uf9dc", "\ufa19田\uf9dc"),
        ("下條", "下條ほか2名の賛成", "下條"),
    ],
)
def test_a_member_is_told_in_whatever_letters_the_name_is_typed(member: str, text: str, named: str) -> None:
    found = check_names(Committee(members=(Member(member),)), printed(text), [])
    assert next(found).message.startswith(f"委員の名前「{named}」")


def test_a_place_in_usual_letters_keeps_its_name() -> None:
    roll = Committee(members=(Member("濱松 一郎"), Member("下條 次郎")))
    assert list(check_names(roll, printed("浜松は遠い。下条駅と下條は、別である。"), [])) == []


def test_no_letter_stands_for_two() -> None:
    letters = "".join(variants._GROUPS.split())
    assert len(set(letters)) == len(letters)
