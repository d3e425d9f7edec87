"""文: length, 読点, 「が、」, 常体・敬体, 句点. Everything is looked for in the whole corpus at once."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.checks.house_style.find import Finding
from drafting.checks.house_style.rule import Rule
from drafting.checks.house_style.texts import SENTENCES, Corpus
from drafting.house_style import HouseStyle
from drafting.japanese import word_start
from drafting.patterns import lazy_pattern

_BUT = lazy_pattern("(?:(?<=[あいえきけげしじすせてねべみめりれ])る|た|だ|(?<=[なたよきさしくろ多高低良強弱広早長短深浅重軽])い|です|ます)が、")
_CLAUSE = lazy_pattern("[ぁ-ん]、")
_BRACKETS = lazy_pattern("[（(「『][^（(「『）)」』]*[）)」』]")
_POLITE_ENDS = ("です。", "ます。", "でした。", "ました。", "ません。", "ましょう。", "ください。", "でしょう。")
_PLAIN_END = lazy_pattern("(?<!まし)(?<!でし)(?<!ましょ)(?<!でしょ)(?:である|だ|る|た|ない|たい|しい|よい|う|く|つ|ぶ|む|ぐ)。(?!」)")
_UNENDED = ("る\n", "た\n", "だ\n", "です\n", "ます\n", "ない\n", "たい\n", "しい\n", "よい\n", "ません\n", "こと\n")
# What stands there, what shall.
_PLAIN, _POLITE = ("敬体", "常体（である）"), ("常体", "敬体（です・ます）")
_LISTED = lazy_pattern("[・○●◎◆■□※*-]|[（(]?[0-9０-９一二三四五六七八九十ア-ンa-z]{1,2}[)）.．、 　]|[①-⑳⑴-⒇]")


def check_lengths(corpus: Corpus, rules: dict[str, Rule], style: HouseStyle) -> Iterator[Finding]:
    """K401 a long sentence, K402 many 読点, K403 「が、」 twice."""
    at = 0
    for sentence in corpus.text.replace("\n", "。").split("。"):
        long = len(sentence) > style.longest
        many = sentence.count("、") >= style.commas
        doubled = "が、" in sentence and len(_BUT.findall(sentence)) > 1
        if (long or many or doubled) and corpus.at(at)[0].kind in SENTENCES:
            start, end = at, at + len(sentence)
            if long and "K401" in rules:
                yield Finding(rules["K401"], start, end, None, f"1文が{len(sentence)}字あります（目安は{style.longest}字まで）")
            if many and "K402" in rules and (count := _clauses(sentence)) >= style.commas:
                yield Finding(rules["K402"], start, end, None, f"1文に読点が{count}か所あります")
            if doubled and "K403" in rules:
                yield Finding(rules["K403"], start, end, None, "逆接の「が、」が続いています")
        at += len(sentence) + 1


def _clauses(sentence: str) -> int:
    """How many 読点 end a clause: those between the items of a list, and those in brackets, do not count."""
    return len(_CLAUSE.findall(_BRACKETS.sub("", sentence)))


def check_registers(corpus: Corpus, rules: dict[str, Rule], style: HouseStyle) -> Iterator[Finding]:
    """K404 です・ます where 常体 is meant, or the other way round, or the rarer one where both are free."""
    if not (rule := rules.get("K404")):
        return
    polite = _polite_ends(corpus)
    for number, passage in enumerate(corpus.passages):
        if passage.kind not in SENTENCES:
            continue
        register = style.register(passage.section)
        mine = polite.get(number, [])
        if register == "常体":
            yield from (_ending(rule, corpus.text, start, end, _PLAIN) for start, end in mine)
        elif register == "敬体" or mine:
            first = corpus.starts[number]
            plain = [(first + match.start(), first + match.end()) for match in _PLAIN_END.finditer(passage.node.text)]
            if register == "敬体" or len(mine) >= len(plain):
                yield from (_ending(rule, corpus.text, start, end, _POLITE) for start, end in plain)
            else:
                yield from (_ending(rule, corpus.text, start, end, _PLAIN) for start, end in mine)


def _ending(rule: Rule, text: str, start: int, end: int, registers: tuple[str, str]) -> Finding:
    sentence = max(text.rfind("。", 0, start), text.rfind("\n", 0, start)) + 1
    words = text[word_start(text, max(sentence, start - 3)) : end].rstrip("。")
    is_here, wanted = registers
    return Finding(rule, start, end, None, f"「{words}」は{is_here}ですが、ここは{wanted}です")


def _polite_ends(corpus: Corpus) -> dict[int, list[tuple[int, int]]]:
    """The polite ends of sentences by the number of their passage; those that a quotation ends with do not count."""
    numbers = {start: number for number, start in enumerate(corpus.starts)}
    found: dict[int, list[tuple[int, int]]] = {}
    for ending in _POLITE_ENDS:
        at = corpus.text.find(ending)
        while at >= 0:
            end = at + len(ending)
            if not corpus.text.startswith("」", end):
                number = numbers[at - corpus.at(at)[1]]
                found.setdefault(number, []).append((at, end))
            at = corpus.text.find(ending, end)
    return found


def check_ends(corpus: Corpus, rules: dict[str, Rule]) -> Iterator[Finding]:
    """K406 a line of prose that ends as a sentence does, without 。"""
    if not (rule := rules.get("K406")):
        return
    text = corpus.text + "\n"
    seen: set[int] = set()
    for ending in _UNENDED:
        at = text.find(ending)
        while at >= 0:
            last = at + len(ending) - 2
            start = text.rfind("\n", 0, last) + 1
            if last not in seen and corpus.at(last)[0].kind in SENTENCES and not _LISTED.match(text, start):
                seen.add(last)
                yield Finding(rule, last, last + 1, f"{text[last]}。")
            at = text.find(ending, at + 1)
