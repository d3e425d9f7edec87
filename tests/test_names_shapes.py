"""Names in every shape in which they may reach a report, and the words that are none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.checks.name_patterns import Sure, find_names
from drafting.checks.names import check_names
from drafting.checks.people import read_names
from drafting.model import AgendaItem, Committee, Consultation, Letter, Meeting, Member, Minutes, Recommendations
from drafting.problems import Severity

ROLL = ("井上 花子", "渡邉 一郎", "森 さくら", "五十嵐 三郎", "さかい ひろし", "千葉 未来（ちば みらい）", "長谷川　潔", "久保 ジョン")
UNPARTED = ("井上花子", "渡邉一郎", "森さくら", "五十嵐三郎", "酒井(ひ)", "千葉未来", "長谷川潔", "林明")
SHAPES = (
    "{}さんの意見", "{}委員は", "{}氏と", "{}先生", "{}教授の説明", "{}副会長", "{}会長", "{}様", "{}さまから", "{}くん", "{}議員から", "{}名誉教授", "{}准教授",
    "{}弁護士", "{}公募委員", "{}元会長", "{}職務代理", "{}委員長", "（{}委員）", "学識経験者{}委員", "{}　委員", "{} 委員", "{}（あ）委員",
)  # fmt: skip
ALONE = ("{}は、反対した。", "{}の意見", "（{}）", "「{}」", "【{}】", "{}：反対", "{}に確かめる。", "{}、ほか", "{}ほか3名", "{}の案による。", "{}による提案", "委員{}は", "委員の{}から", "{}代表", "{}部長", "{}たち")
ORDINARY = (Path(__file__).parent / "names_ordinary.txt").read_text(encoding="utf-8").splitlines()[1:]
WORDS = (
    "森 林 原 南 東 西 北 谷 堀 中 金 平 本 宮 辻 上田 山口 石川 千葉 大阪 松本 前 元 市 町 村 橋 "
    "岡 岸 星 光 港 池 泉 水 土 木 火 石 川 山 海 島 田 畑 長 高 大 小 今 秋 春 夏 冬 青 白 黒 "
    "赤 緑 柳 桜 梅 菊 松 竹 杉 伊 向 角 門 戸 境 堺 間 奥 表 内 外 左 右 多 新 古 国 郡 県 郷 "
    "里 神 仏 寺 堂 社 館 宿 城 塔 蔵 倉 柱 瀬 滝 浜 浦 沖 岬 崎 津 江 沢 沼 湖 波 渡 船 清水 "
    "大分 福島 長野 宮城 広島 岡山 香川 福井 宮崎 三重 品川 渋谷 目黒 中野 川崎 柏 市川 松山 高松 小松 "
    "川口 大野 小川 中央 市場 西村 北村 東野 中島 大島 土屋 平野 平田 安田 安全 国分 日向 大和 和田 金子 "
    "入江 関口 出口 戸田 水野 山中 川上 坂 岩 畠 原口 中西 南部 北川 増田 久保 菅 栗 豊 能 要 具 種 印 "
    "音 名 面 目 口 手 足 心 力 丸 三 五 六 八 九 十 千 万 百 阿部 馬場 大家 代 台 丹 服部 仲 相 "
    "会 作 品 役 所 形 数 全 正 定 善 是 都 通 道 辺 方 歩 学 文 和 実 明 進 保 望 "
).split()
GIVEN = "未来 大地 公平 平和 実 明 学 進 光 望 歩 恵 愛 勉 豊 正 保 健 拓 新 さくら みどり のぞみ ひかり あゆみ まこと あかり みのり ゆたか すすむ みなみ はるか".split()


def told(text: str, *names: str) -> list[str]:
    """The words that name somebody for sure."""
    return [text[one.start : one.end] for one in find_names(text, read_names(names)) if one.sure is not Sure.MAYBE]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("roll", [ROLL, UNPARTED], ids=["parted", "unparted"])
def test_a_title_makes_a_name_of_any_surname_or_given_name(roll: tuple[str, ...], shape: str) -> None:
    for name in ("井上", "渡辺", "渡邊", "森", "五十嵐", "千葉", "長谷川", "花子", "一郎", "さくら", "サクラ", "ｻｸﾗ", "未来", "潔"):
        assert told("その後、" + shape.format(name), *roll), shape.format(name)


@pytest.mark.parametrize("shape", ALONE)
@pytest.mark.parametrize("roll", [ROLL, UNPARTED], ids=["parted", "unparted"])
def test_a_name_that_is_no_word_is_told_alone(roll: tuple[str, ...], shape: str) -> None:
    for name in ("井上", "渡部", "渡邊", "五十嵐", "長谷川", "花子", "一郎"):
        if (name, shape[:2]) != ("渡部", "{}"):
            assert told("賛成した。" + shape.format(name.replace("渡部", "渡辺")), *roll), shape.format(name)


@pytest.mark.parametrize(
    "text",
    ["井 上 委員", "井　上は", "井　上　花　子", "井　上　委　員", "井\U000e0100上委員", "井\u200b上委員", "森、林両委員", "森・五十嵐の各委員", "井上・渡邉両委員",
     "さかい委員", "サカイ委員", "ｻｶｲ委員", "さかいひろし", "ちば委員", "チバ委員", "ﾁﾊﾞ委員", "ちは\u3099委員", "みらいさん", "ジョンさん", "久保・ジョン", "委員（森）", "委員：森", "副会長森は反対", "井上PTA会長", "発言者　森", "井上試案"],
)  # fmt: skip
def test_blanks_kana_and_lists_hide_no_name(text: str) -> None:
    assert told(text, *ROLL)


@pytest.mark.parametrize("text", ["さかいは反対した。", "千葉が指摘した。", "森は、述べた。", "本委員の意見"])
def test_what_may_be_a_word_is_a_warning_that_says_so(text: str) -> None:
    roll = Committee(members=tuple(map(Member, (*ROLL, "本 一"))), consultation=Consultation(items=text))
    (found,) = check_names(roll, Recommendations((), ()), [], Severity.ERROR)
    assert (found.code, found.severity) == ("N002", Severity.WARNING)
    assert "かもしれません。普通の言葉や地名なら、そのままで構いません。" in found.message


def rolls() -> Iterator[tuple[str, ...]]:
    parted = [f"{name} {GIVEN[i % len(GIVEN)]}" for i, name in enumerate(WORDS)]
    return iter((tuple(parted), tuple(WORDS), tuple(name.replace(" ", "") for name in parted)))


def test_words_and_places_are_no_names_whoever_is_on_the_roll() -> None:
    for roll in rolls():
        known = read_names(roll)
        found = [(text, text[one.start : one.end]) for text in ORDINARY for one in find_names(text, known)]
        assert found == []


@pytest.mark.parametrize(
    "text", ["多様な意見", "同様に", "本委員会は", "お子さん", "皆さん", "お客様", "各委員", "前会長", "市議会議員", "井上委員会", "井上氏名簿", "上田市長", "千葉市議会", "君主制"]
)
def test_titles_in_words_make_no_name(text: str) -> None:
    assert told(text, *ROLL, "多 一", "同 二", "本 三", "子 四", "前 五", "市 六", "上田 七", "君 八", "各 九") == []


@given(st.text(), st.lists(st.text(min_size=1, max_size=6), max_size=3))
def test_no_text_and_no_roll_is_too_strange(text: str, names: list[str]) -> None:
    for one in find_names(text, read_names(names)):
        assert 0 <= one.start <= one.name_start < one.name_end <= one.end <= len(text)


@given(st.sampled_from(ROLL[:1] + ROLL[3:4]), st.text("。、は　的を市民A1\n", max_size=20), st.text("。、は　的を市民A1\n", max_size=20))
def test_a_whole_name_is_told_whatever_stands_around_it(name: str, before: str, after: str) -> None:
    assert any(name in words or words in name for words in told(before + name + after, name))


def test_titles_of_agenda_and_the_consultation_are_looked_at() -> None:
    minutes = Minutes(Meeting("1", agenda=(AgendaItem(1, "井上委員の提案"),)), ())
    committee = Committee(members=(Member("井上 一"),), consultation=Consultation(reason="井上氏の求め"), letter=Letter(title="井上教授について"))
    assert [one.code for one in check_names(committee, Recommendations((), ()), [minutes])] == ["N001"] * 3
