"""What a city decides, what is exempt, and what `check --fix` makes of the YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.checks.house_style import RULES, check_style, corpus_of, exempt_words, find_style
from drafting.checks.house_style.corrections import correct, make
from drafting.checks.house_style.exempt import Exempt
from drafting.cli.app import main
from drafting.house_style import HouseStyle, read_house_style
from drafting.model import Committee
from drafting.workspace import Source
from drafting.yamlfile import parse
from drafting.yamlfile.text import block_text

FILE = "inputs/recommendations.yaml"
PLAIN, NOTHING = HouseStyle(), Exempt()


def source_of(*bodies: str) -> dict[str, Source]:
    text = "recommendations:\n" + "".join(f"  - id: R{i}\n    body:{block_text(body, 4)}\n" for i, body in enumerate(bodies, 1))
    return {FILE: Source(text, parse(text, FILE))}


def style_of(text: str) -> HouseStyle:
    style, problems = read_house_style(parse(text, "h"), "h")
    assert problems == []
    return style


def codes(body: str, style: HouseStyle = PLAIN, exempt: Exempt = NOTHING) -> list[str]:
    return [finding.rule.code for finding in find_style(corpus_of(source_of(body)), style, exempt)]


@pytest.mark.parametrize(
    "body",
    [
        "『わかりやすい手続き』を参考とした。",
        "委員は「取り組み」（原文ママ）と述べた。",
        "「すぐに見れる」との発言があった。",
        "取り組み推進条例に基づく。",
        "花咲市手続きセンターに置く。",
    ],
)
def test_quotations_titles_laws_and_names_are_exempt(body: str) -> None:
    assert codes(body, exempt=Exempt(("手続きセンター",), ("ここですぐに見れるとよい。",))) == []
    assert codes("取り組みを、手続きセンターで進める。", exempt=Exempt(("手続きセンター",))) == ["K101"]


def test_a_city_switches_rules_and_sets_their_gravity() -> None:
    style = style_of("rules: [{code: K101, use: しない}, {code: k207, severity: エラー}, {code: K999}]")
    told = list(check_style(source_of("新しい取り組みを、すべて進める。"), style, Exempt()))
    assert [(problem.code, problem.severity.value) for problem in told] == [("K001", "注意"), ("K207", "エラー")]


def test_the_words_of_a_city_are_used_but_names_are_kept() -> None:
    style = style_of("words: [{use: 障がい, not: [障害, 障碍], except: [障害者基本法]}]")
    assert codes("障害のある人と障碍を、障害者基本法により支える。", style) == ["K603", "K603"]
    assert codes("障がいのある人を支える。", style) == []


def test_words_of_a_city_are_unified_and_its_kanji_allowed() -> None:
    assert codes("甲市と本町は、歪を正す。", style_of("unify: [[甲市, 本町]]\nkanji: 歪")) == ["K601"]
    style = style_of("allow: [取り組み]")
    assert codes("取り組みを進める。", style, exempt_words(Committee(), (), style)) == []


def test_registers_and_digits_follow_the_city() -> None:
    assert codes("市は検討すべきです。", style_of("registers: {bodies: 敬体}")) == []
    assert codes("市は検討する。", style_of("registers: {bodies: 敬体}")) == ["K404"]
    assert codes("3人と10人とが、1,000円を払う。", style_of("digits: 1桁全角")) == ["K509"]
    assert codes("3人が払う。", style_of("digits: 全角")) == ["K509"]


def test_single_digits_that_are_all_wide_are_a_custom_of_their_own() -> None:
    assert codes("３人と10人とが、1,000円と2.5円とを払う。") == []
    assert codes("３人と5人と10人とが払う。") == ["K509"]
    assert codes("１０人と10人とが払う。") == ["K509"]


def test_the_introduction_takes_the_register_it_mostly_has() -> None:
    text = "texts:\n  introduction: |\n    審議を行いました。結果を示します。意見を述べた。\n"
    found = list(check_style({"c": Source(text, parse(text, "c"))}, HouseStyle(), Exempt()))
    assert [(problem.code, problem.place.column) for problem in found] == [("K404", 27)]


def test_notes_and_quotes_of_the_yaml_are_not_looked_at() -> None:
    text = "recommendations:\n  - id: R1\n    note: 取り組みを\n    cites: [{at: 1-U001, quote: 取り組みを}]\n    body: 良い\n"
    assert list(check_style({FILE: Source(text, parse(text, FILE))}, HouseStyle(), Exempt())) == []


def test_what_members_said_may_be_put_as_they_put_it() -> None:
    text = "recommendations:\n  - id: R1\n    kind: {}\n    body: 効果があるのではないか。周知が重要。取り組みを進めたい。\n"
    told = {
        kind: [problem.code for problem in check_style({FILE: Source(text.format(kind), parse(text.format(kind), FILE))}, PLAIN, NOTHING)]
        for kind in ("提言", "主な意見", "少数意見")
    }
    assert told == {"提言": ["K304", "K405", "K101"], "主な意見": ["K101"], "少数意見": ["K101"]}


def fixed(sources: dict[str, Source], style: HouseStyle = PLAIN, exempt: Exempt = NOTHING) -> dict[str, Source]:
    text = sources[FILE].text
    for _, found in correct(sources, style, exempt):
        text = make(text, found, FILE)
    return {FILE: Source(text, parse(text, FILE))}


def body_of(sources: dict[str, Source]) -> str:
    return corpus_of(sources).text


WORDS = st.sampled_from(
    "取り組みを 手続きの 取組む および すべて 出来る 次の通りに 3ヶ所 1000人 １０００人 ｻｰﾋﾞｽ ｼｭﾐﾚｰｼｮﾝ ＡＢ AI 、 。 市は 概ね 2つ 数10人 するべき わかりやすい 見れる ， ． 4月1日付の 令和1年 "
    "一々 「 」 ( ） 行なう とゆう 充分 終った る た 。\u3000 \n".split(" ")
)
BODIES = st.lists(st.lists(WORDS, min_size=1, max_size=14).map("".join).filter(str.strip), min_size=1, max_size=3)


@given(BODIES)
def test_fixing_twice_changes_nothing_more(bodies: list[str]) -> None:
    once = fixed(source_of(*(body.strip() for body in bodies)))
    assert fixed(once)[FILE].text == once[FILE].text


@given(BODIES)
def test_after_a_fix_no_safe_rule_fires_outside_quotations(bodies: list[str]) -> None:
    once = fixed(source_of(*(body.strip().translate({ord("「"): None, ord("」"): None}) or "甲" for body in bodies)))
    left = [finding for finding in find_style(corpus_of(once), PLAIN, NOTHING) if finding.rule.safe and finding.right]
    assert left == []


@given(st.lists(WORDS, max_size=5).map("".join), st.lists(WORDS, min_size=1, max_size=6).map("".join), st.lists(WORDS, max_size=5).map("".join))
def test_a_fix_never_changes_a_quotation(before: str, words: str, after: str) -> None:
    quote = words.translate({ord(sign): None for sign in "「」\n"}).strip() or "取り組み"
    body = f"市は{before.translate({ord(sign): None for sign in '「」'})}「{quote}」と{after}言う"
    assert f"「{quote}」" in body_of(fixed(source_of(body)))


WRONG = [line.split(" ", 1) for line in (Path(__file__).parent / "corpus_wrong.txt").read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize("code", sorted(code for code, rule in RULES.items() if rule.safe and code != "K603"))
def test_after_a_fix_its_rule_no_longer_fires(code: str) -> None:
    style = HouseStyle(digits="半角")
    told = [body for rule, body in WRONG if rule == code and code in codes(body, style)]
    changed = [after for body in told if (after := body_of(fixed(source_of(body), style))) != body]
    assert changed
    assert [after for after in changed if code in codes(after, style)] == []


def test_what_a_fix_brings_to_light_is_fixed_too() -> None:
    text = fixed(source_of("１０００人が、2,000人のｼｭﾐﾚｰｼｮﾝを見た。"), style_of("digits: 半角"))[FILE].text
    assert "1,000人が、2,000人のシミュレーションを見た。" in text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("理由の如何にかかわらず行う。", "理由のいかんにかかわらず行う。"),
        ("尚更必要である。", "なおさら必要である。"),
        ("申請を躊躇う市民がいる。", "申請をためらう市民がいる。"),
        ("議論を尽して、役割を果す。", "議論を尽くして、役割を果たす。"),
        ("定めれない例がある。", "定められない例がある。"),
        ("事務を受持つ。", "事務を受け持つ。"),
        ("矢張り必要である。", "やはり必要である。"),
        ("資料を取揃え、意見を取纏める。", "資料を取りそろえ、意見を取りまとめる。"),
        ("何れ程の費用か、然したる効果か、未だ未だ分からない。", "何れ程の費用か、然したる効果か、未だ未だ分からない。"),
    ],
)
def test_a_fix_gives_the_very_form(wrong: str, right: str) -> None:
    assert body_of(fixed(source_of(wrong))) == right


def test_quotations_are_left_alone_whether_they_were_said_or_not() -> None:
    sources = source_of("「取り組みを進めたい」との意見があり、取り組みを進める。『手続き』を見る。「取り組みを")
    text = fixed(sources, exempt=Exempt((), ("取り組みを進めたい",)))[FILE].text
    assert "「取り組みを進めたい」との意見があり、取組を進める。『手続き』を見る。「取り組みを" in text
    assert fixed(sources)[FILE].text == text


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    with pytest.raises(SystemExit):
        main(["init", str(tmp_path / "w")])
    path = tmp_path / "w" / FILE
    text = "recommendations:\n  - id: R1\n    theme: あ\n    title: 取り組みの推進  # 注\n    body: >-\n      手続きを\n      見直す。\n"
    path.write_bytes(text.replace("\n", "\r\n").encode("cp932"))
    return tmp_path / "w"


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


def test_fix_shows_and_apply_makes_the_safe_corrections(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (workspace / FILE).read_bytes()
    assert run("-C", str(workspace), "check", "--fix") == 0
    assert f"{FILE}:4:12: 取り組み → 取組　[K101]" in capsys.readouterr().out
    assert (workspace / FILE).read_bytes() == before
    assert run("-C", str(workspace), "check", "--fix", "--apply") == 0
    wanted = before.decode("cp932").replace("取り組み", "取組").replace("手続き", "手続").encode("cp932")
    assert (workspace / FILE).read_bytes() == wanted
    assert any(path.read_bytes() == before for path in (workspace / "inputs").rglob("*") if path.is_file() and path.name != Path(FILE).name)
    capsys.readouterr()
    assert run("-C", str(workspace), "check") == 0
    assert "K101" not in capsys.readouterr().err


def test_apply_alone_and_files_with_fix_are_refused(workspace: Path) -> None:
    assert run("-C", str(workspace), "check", "--apply") == 2
    assert run("-C", str(workspace), "check", "--fix", FILE) == 2


def test_the_sample_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("-C", str(Path(__file__).parents[2]), "check") == 0
    assert "[K" not in capsys.readouterr().err
