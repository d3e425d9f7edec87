"""`recommendations.yaml` → themes and recommendations: the file the secretariat edits all day."""

from __future__ import annotations

from unicodedata import normalize

from drafting.model import (
    KINDS,
    OLD_STANCES,
    STANCES,
    STATUSES,
    UNPRINTED_KINDS,
    Citation,
    Recommendation,
    Recommendations,
    Theme,
)
from drafting.patterns import lazy_pattern
from drafting.problems import Problem, did_you_mean
from drafting.schema import Item, Key, ListOf, Record, Text, TextOr, read, report_doubled_ids
from drafting.yamlfile import Node

CITATION_FORM = lazy_pattern(r"(?!\S*U[0-9]+\S+U[0-9])([^\s-]+(?:-[^\s-]+)*)-(U[0-9]+)")  # one utterance, no range
_ID = r"[A-Za-z0-9][A-Za-z0-9_-]{0,23}"

_CITE = TextOr(
    "at",
    Record(
        (
            Key("at", Text(), "発言", True, "引用する発言。「回-発言番号」の形（例: 1-U016）。"),
            Key("quote", Text(), "引用", False, "その発言の中の言葉を、一字一句そのまま。"),
        )
    ),
)
_THEME = Record(
    (
        Key("title", Text(), "分野名", True, "章の題名になります。"),
        Key("lead", Text(), "現状と課題", False, "章の初めに載せる文章。"),
    )
)
_RECOMMENDATION = Record(
    (
        Key("id", Text(pattern=_ID, hint="半角の英数字で「R1」のように書いてください。"), "番号", True, "一度使った番号は使い回しません。"),
        Key("theme", Text(), "分野", True, "themes の title と同じ言葉。"),
        Key("kind", Text(choices=KINDS), "種別", False, "書かなければ「提言」。"),
        Key("title", Text(), "題名", True),
        Key("body", Text(), "本文", True, "答申案に載る文章。"),
        Key("cites", ListOf(_CITE), "根拠の発言", False, "この提言のもとになった発言の一覧。"),
        Key("responses", ListOf(_CITE), "事務局の回答", False, "会議で事務局が答えた発言の一覧。"),
        Key("stance", Text(choices=(*STANCES, *OLD_STANCES)), "意見の一致", False, "委員の意見が分かれたときは「両論」。"),
        Key("opposes", Text(pattern=_ID, hint="提言の番号を「R3」のように書いてください。"), "対立する提言", False, "同じ分野の、反対の立場の提言の番号。"),
        Key("status", Text(choices=STATUSES), "状態", False, "書かなければ「検討中」。"),
        Key("reason", Text(), "理由", False, "既記載・参考・不採用の理由。"),
        Key("note", Text(), "覚え書き", False, "事務局の控え。答申案には載りません。"),
    )
)
SCHEMA = Record(
    (
        Key("themes", ListOf(_THEME), "分野", False, "章の順。書かなければ、提言に出てきた順。"),
        Key("recommendations", ListOf(_RECOMMENDATION), "提言", True),
    )
)


def read_recommendations(root: Node, file: str) -> tuple[Recommendations, list[Problem]]:
    """The content of the file and all its problems. What is wrong is left out of the content.

    Codes Y0xx are faults of form; C001 is a citation that cannot name any utterance.
    """
    problems: list[Problem] = []
    top = read(root, SCHEMA, file, problems)
    if top is None:
        return Recommendations((), ()), problems
    for item in (*top.items("themes"), *top.items("recommendations")):
        _report_blank(item, problems)
    items = [_recommendation(item, problems) for item in top.items("recommendations")]
    report_doubled_ids(((one.id, one.place) for one in items), problems)
    themes = tuple(
        Theme(item.text("title"), item.text("lead"), item.place_of("title"), item.text_place("lead"))
        for item in top.items("themes")
        if item.get("title")
    )
    if "themes" in top.values:
        _report_themes(themes, items, problems)
    else:
        titles = dict.fromkeys(item.theme for item in items if item.theme)
        themes = tuple(Theme(title) for title in titles)
    complete = tuple(item for item in items if item.id and item.theme and item.title and item.body)
    return Recommendations(themes, complete), problems


def _report_blank(item: Item, problems: list[Problem]) -> None:
    """Blanks are no title and no body, though YAML takes them for a text."""
    for name in ("theme", "title", "body"):
        if item.get(name) and not item.text(name).strip():
            problems.append(Problem("Y012", f"「{name}」が空白だけです。必ず書いてください。", item.place_of(name)))


def _recommendation(item: Item, problems: list[Problem]) -> Recommendation:
    kind = item.get("kind", "提言")
    if kind in UNPRINTED_KINDS and not item.get("reason"):
        message = f"{kind}には「reason」（理由）が要ります。意見対応表に載せる理由を書いてください。"
        problems.append(Problem("Y020", message, item.place))
    return Recommendation(
        id=item.get("id", ""),
        theme=item.text("theme"),
        title=item.text("title"),
        body=item.text("body"),
        kind=kind,
        cites=_citations(item, "cites", problems),
        responses=_citations(item, "responses", problems),
        stance=OLD_STANCES.get(stance := item.get("stance", ""), stance),
        opposes=item.get("opposes", ""),
        status=item.get("status", "検討中"),
        reason=item.text("reason"),
        note=item.text("note"),
        place=item.place,
        theme_place=item.place_of("theme"),
        title_place=item.text_place("title"),
        body_place=item.text_place("body"),
        stance_place=item.place_of("stance"),
        opposes_place=item.place_of("opposes"),
    )


def _citations(item: Item, key: str, problems: list[Problem]) -> tuple[Citation, ...]:
    found = []
    for cite in item.items(key):
        at = cite.get("at")
        if at is None:
            continue
        if not CITATION_FORM.fullmatch(at):
            narrow = normalize("NFKC", at)
            message = f"「{at[:40]}」では、どの発言か分かりません。「回-発言番号」（例: 1-U016）で、1つずつ書いてください。"
            if CITATION_FORM.fullmatch(narrow):
                message = f"「{at[:40]}」は全角で書かれています。半角で「{narrow[:40]}」と書いてください。"
            problems.append(Problem("C001", message, cite.place_of("at")))
            continue
        found.append(Citation(at, cite.text("quote"), cite.place_of("at"), cite.place_of("quote")))
    return tuple(found)


def _report_themes(themes: tuple[Theme, ...], items: list[Recommendation], problems: list[Problem]) -> None:
    titles = tuple(theme.title for theme in themes)
    for title in sorted({title for title in titles if titles.count(title) > 1}):
        place = [theme.place for theme in themes if theme.title == title][1]
        problems.append(Problem("Y022", f"分野「{title}」が2つあります。1つにまとめてください。", place))
    known = set(titles)
    for item in items:
        if item.theme and item.theme not in known:
            message = f"themes にない分野「{item.theme}」です。{did_you_mean(item.theme, titles)}"
            problems.append(Problem("Y023", message, item.theme_place))
