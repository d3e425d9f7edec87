"""The rules of house style: each finds what is wrong and leaves alone what is right."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from drafting.checks.house_style import RULES, check_style, corpus_of, find_style
from drafting.checks.house_style.exempt import Exempt
from drafting.checks.house_style.joyo import JOYO_KANJI
from drafting.house_style import Choice, HouseStyle, Wording
from drafting.problems import Place
from drafting.workspace import Source
from drafting.yamlfile import parse
from drafting.yamlfile.text import block_text

HERE = Path(__file__).parent
FILE = "inputs/recommendations.yaml"
# Customs that no city has by itself are switched on, so that they are tested like the others.
ON = tuple(Choice(code, True, None, Place("")) for code, rule in RULES.items() if not rule.standard)
PLAIN, NOTHING = HouseStyle(rules=ON), Exempt()
# The rule of the city's words needs a city.
CITY = HouseStyle(rules=ON, words=(Wording("障がい", ("障害", "障碍"), ("障害者基本法",)), Wording("皆様", ("皆さま", "みなさま"), ())))


def source_of(*bodies: str) -> dict[str, Source]:
    text = "recommendations:\n" + "".join(f"  - id: R{i}\n    body:{block_text(body, 4)}\n" for i, body in enumerate(bodies, 1))
    return {FILE: Source(text, parse(text, FILE))}


def codes(body: str, style: HouseStyle = PLAIN, exempt: Exempt = NOTHING) -> list[str]:
    corpus = corpus_of(source_of(body))
    return [finding.rule.code for finding in find_style(corpus, style, exempt)]


def examples() -> list[tuple[str, str, str]]:
    found, code = [], ""
    for line in (HERE / "examples.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("K"):
            code = line
        elif line[:1] in ("×", "○"):
            found.append((code, line[0], line[2:]))
    return found


@pytest.mark.parametrize(("code", "sign", "sentence"), examples())
def test_an_example_is_told_or_left_alone(code: str, sign: str, sentence: str) -> None:
    assert (code in codes(sentence, CITY if code == "K603" else PLAIN)) == (sign == "×")


def test_every_rule_has_two_wrong_and_two_right_examples() -> None:
    counted = Counter((code, sign) for code, sign, _ in examples())
    assert {code for code in RULES if min(counted[code, "×"], counted[code, "○"]) < 2} == set()


def lines_of(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")]


RIGHT = lines_of("right.txt")


def test_no_rule_fires_on_impeccable_sentences() -> None:
    assert len(set(RIGHT)) >= 200
    corpus = corpus_of(source_of(*RIGHT))
    told = [(finding.rule.code, corpus.at(finding.start)[0].node.text) for finding in find_style(corpus, HouseStyle(), Exempt())]
    assert told == []


def test_no_rule_fires_on_a_right_sentence_that_holds_letters_of_a_wrong_one() -> None:
    right = lines_of("corpus_right.txt")
    assert len(set(right)) >= 550
    assert [(found, line) for line in right if (found := codes(line))] == []


def test_each_wrong_sentence_of_the_corpus_is_told_by_its_rule() -> None:
    wrong = [line.split(" ", 1) for line in lines_of("corpus_wrong.txt")]
    assert len(wrong) >= 200
    assert {code for code, _ in wrong} == set(RULES) - {"K603"}
    assert [(code, line) for code, line in wrong if codes(line) != [code] * len(codes(line)) or not codes(line)] == []


def test_the_table_of_usual_kanji_is_complete() -> None:
    letters = "".join(JOYO_KANJI)
    assert len(letters) == len(set(letters)) == 2136
    assert set("挨曖憂鬱箋塡剝頰𠮟") <= set(letters)
    assert not set("歪嘘噂") & set(letters)


def test_the_nouns_of_the_notice_are_written_as_it_writes_them() -> None:
    nouns = " ".join(lines_of("notice_nouns.txt")).split()
    assert len(set(nouns)) == 186
    rights = {entry.right: entry.wrong for entry in RULES["K101"].entries}
    assert [noun for noun in nouns if noun not in rights and noun.removesuffix("会") not in rights] == []
    assert [noun for noun in nouns if codes(f"市は、{noun}を行う。")] == []
    told = [noun for noun in nouns if noun in rights and codes(f"市は、{rights[noun]}を行う。") == ["K101"]]
    assert len(told) == 185


def test_every_entry_finds_its_own_wrong_form_and_its_right_form_is_no_wrong_one() -> None:
    for rule in RULES.values():
        for entry in rule.entries:
            assert entry.right != entry.wrong, (rule.code, entry)
            if entry.literal == entry.wrong and not entry.before and not entry.after and "K50" not in rule.code:
                assert rule.code in codes(f"甲{entry.wrong}") or rule.code == "K405", (rule.code, entry)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("市は検討する。手順の検討が必要です。", "「検討が必要です」は敬体ですが、ここは常体（である）です。文体をそろえます。"),
        ("市は、窓口を開き、意見を聴き、案を作り、説明を行い、見直すこと。", "1文に読点が5か所あります。文を分けるか、箇条書にすると読みやすくなります。"),
        ("対象は、市民(在勤者を含む。）とする。", "「(」が「）」で閉じてあり、幅が違います。開くかっこと閉じるかっこが対応していません。"),
        ("4人と５人と10人が参加した。", "「５」は全角です。半角の数字（2か所）と全角の数字（1か所）があります。数字の幅をそろえます。"),
        ("実施が望ましいのではないかと思われる。", "「のではないかと思われる」。言い切るか、「…と考える」「…べきである」「…されたい」などにします。"),
        ("文書の改竄を防ぐ。", "「改竄」は「改ざん」とします。仮名で書くか、言い換えるか、読みを添えます。"),
        ("毎年度ごとに公表する。", "「毎年度ごと」は「年度ごと」とします。同じ意味の言葉が重なっています。一方を省きます。"),
    ],
)
def test_a_message_says_what_is_wrong_and_what_to_do(body: str, message: str) -> None:
    assert [str(problem).split("]: ", 1)[1] for problem in check_style(source_of(body), HouseStyle(), Exempt())] == [message]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("第三回の会議で示した。", "第3"), ("第十二条による。", "第12"), ("一千二百万円を要する。", "1,200万"), ("三十五人が参加した。", "35"), ("千二百件あった。", "1,200")],
)
def test_a_number_in_kanji_is_proposed_in_digits(wrong: str, right: str) -> None:
    assert [(found.rule.code, found.right) for found in find_style(corpus_of(source_of(wrong)), PLAIN, NOTHING)] == [("K523", right)]


def test_a_message_stands_at_the_words_and_says_the_right_form() -> None:
    sources = source_of("市は検討する。\n新しい取り組みを進める。")
    assert [str(problem) for problem in check_style(sources, HouseStyle(), Exempt())] == [
        f"{FILE}:5:10: 注意[K101]: 「取り組み」は「取組」とします。複合の名詞は送り仮名を省きます。"
    ]
