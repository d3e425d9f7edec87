"""公用文 (house style): texts of the report in, findings out. Pure.

The rules are tables (`okurigana`, `kana`, `wording`, `signs`, `sentence_rules`); `find` looks for their words, the
other modules for what needs a sentence or the whole report. Findings become Problems with the place of the very
words in the YAML file (`check_style`), the safe ones edits of it (`corrections`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from string import ascii_letters

from drafting.checks.house_style import kana, okurigana, sentence_rules, signs, wording
from drafting.checks.house_style.conjunctions import check_conjunctions
from drafting.checks.house_style.exempt import Exempt, exempt_spans, touches
from drafting.checks.house_style.find import Finding, find_words, pieces_of
from drafting.checks.house_style.letters import check_brackets, check_digits, check_kanji, check_words
from drafting.checks.house_style.rule import Rule
from drafting.checks.house_style.sentences import check_ends, check_lengths, check_registers
from drafting.checks.house_style.texts import PROSE, Corpus, Passage, make_corpus, passages_of
from drafting.checks.house_style.unify import check_unity
from drafting.house_style import HouseStyle
from drafting.model import Committee, Minutes
from drafting.problems import Place, Problem, Severity, did_you_mean
from drafting.workspace import Source
from drafting.yamlfile.positions import place_of_letter, source_indices

_TABLES = chain(okurigana.RULES, kana.RULES, wording.RULES, sentence_rules.RULES, signs.RULES)
RULES = {rule.code: rule for rule in sorted(_TABLES, key=lambda rule: rule.code)}
_PROSE_ONLY = frozenset(("K304", "K405", "K514"))
_NEVER_EXEMPT = frozenset(("K401", "K402", "K403", "K406", "K501", "K503", "K513"))
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def exempt_words(committee: Committee, minutes: Sequence[Minutes], style: HouseStyle) -> Exempt:
    """The names and the speeches of a workspace, and the words that the city has allowed."""
    names = {committee.name, committee.city, *style.allow, *(member.name for member in committee.members)}
    for one in minutes:
        meeting = one.meeting
        names |= {meeting.committee, meeting.office, *(person.name for person in (*meeting.members, *meeting.secretariat))}
    said = (text for one in minutes for speech in one.utterances for text in (speech.text, speech.reading) if text)
    return Exempt(tuple(sorted(name for name in names if len(name) > 1)), tuple(said))


def find_style(corpus: Corpus, style: HouseStyle, exempt: Exempt) -> list[Finding]:
    """The findings in the order of the corpus; of those on the same letters the gravest."""
    rules = _chosen(style)
    kept: list[Finding] = []
    spans: dict[int, list[tuple[int, int]]] = {}
    found = sorted(_all(corpus, style, rules), key=lambda one: (one.start, -one.end, _ORDER[one.rule.severity]))
    for finding in found:
        passage, at = corpus.at(finding.start)
        if passage.kind != PROSE and finding.rule.code in _PROSE_ONLY:
            continue
        if kept and finding.rule.code[:2] != "K4" and _inside(finding, kept[-1]):
            continue
        if finding.rule.code not in _NEVER_EXEMPT:
            key = finding.start - at
            if key not in spans:
                spans[key] = exempt_spans(passage.node.text, exempt)
            if touches(spans[key], at, at + finding.end - finding.start):
                continue
        kept.append(finding)
    return kept


def _inside(finding: Finding, before: Finding) -> bool:
    return before.rule.code[:2] != "K4" and finding.end <= before.end


def _chosen(style: HouseStyle) -> dict[str, Rule]:
    """The rules that the city uses, with its severities."""
    chosen = {choice.code: choice for choice in style.rules}
    rules: dict[str, Rule] = {}
    for code, rule in RULES.items():
        choice = chosen.get(code)
        if rule.standard if choice is None or choice.use is None else choice.use:
            rules[code] = rule._replace(severity=choice.severity) if choice and choice.severity else rule
    return rules


def _all(corpus: Corpus, style: HouseStyle, rules: dict[str, Rule]) -> Iterator[Finding]:
    text, pieces = corpus.text, pieces_of(corpus.text)
    letters = pieces.letters
    for rule in rules.values():
        if rule.code == "K508" and letters.isdisjoint(ascii_letters):
            continue
        if rule.code == "K506" and style.comma != "、":
            rule = rule._replace(entries=tuple(entry for entry in rule.entries if entry.right != "、"))
        yield from find_words(rule, text, pieces)
    yield from check_lengths(corpus, rules, style)
    yield from check_registers(corpus, rules, style)
    yield from check_ends(corpus, rules)
    yield from check_conjunctions(text, rules)
    yield from check_brackets(corpus, rules, style.parens)
    if "K509" in rules:
        yield from check_digits(text, rules["K509"], style.digits)
    if "K601" in rules:
        yield from check_unity(text, letters, rules["K601"], style.unify)
    if "K602" in rules:
        yield from check_kanji(text, letters, rules["K602"], style.kanji)
    if "K603" in rules:
        yield from check_words(text, letters, rules["K603"], style.words)


def check_style(sources: Mapping[str, Source], style: HouseStyle, exempt: Exempt) -> Iterator[Problem]:
    """A Problem at the words of each finding, and K001 for a rule in house_style.yaml that does not exist."""
    for choice in style.rules:
        if choice.code not in RULES:
            message = f"規則「{choice.code}」はありません。{did_you_mean(choice.code, tuple(RULES))}"
            yield Problem("K001", message, choice.place, Severity.WARNING)
    corpus = corpus_of(sources)
    locate = locator(sources)
    for finding in find_style(corpus, style, exempt):
        passage, at = corpus.at(finding.start)
        words = corpus.text[finding.start : finding.end]
        yield Problem(finding.rule.code, _message(finding, words), locate(passage, at), finding.rule.severity)


def locator(sources: Mapping[str, Source]) -> Callable[[Passage, int], Place]:
    """A function that tells the place of a letter of a passage; what it works out is kept for the next one."""
    indices = cache(lambda passage: source_indices(sources[passage.file].text, passage.node))

    def locate(passage: Passage, at: int) -> Place:
        return place_of_letter(sources[passage.file].text, passage.node, indices(passage)[at], passage.file)

    return locate


def _message(finding: Finding, words: str) -> str:
    rule = finding.rule
    if finding.shown:
        return f"{finding.shown}。{rule.advice}"
    if finding.right:
        return f"「{words}」は「{finding.right}」とします。{rule.advice}"
    return f"「{words}」。{rule.advice}"


def corpus_of(sources: Mapping[str, Source]) -> Corpus:
    """All printed texts of the files."""
    return make_corpus(passage for name, source in sources.items() for passage in passages_of(source.root, name))
