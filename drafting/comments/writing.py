"""Comments as rows of `comments.yaml`, and the head of a new file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from drafting.comments.ledger import Comment, Reply
from drafting.patterns import lazy_pattern
from drafting.yamlfile.append import NewItem
from drafting.yamlfile.text import block_text, quote_text

KEY = "comments"
_TIME = lazy_pattern("[0-9-]{10} [0-9:]{5}")
HEAD = """\
# yaml-language-server: $schema=./schema/comments.json
# 照会意見の一覧（委員から戻った Word のコメントと、その対応）
#
# drafting review … --apply が、コメントを終わりに書き足します。ここに書いたものは、書き換えません。
# 事務局が書くのは、次の3つです。drafting table --kind 照会意見 で、照会意見対応表になります。
#   response   対応。反映・一部反映・反映しない・既記載・参考・確認中 のどれか。空と「確認中」は、まだ決まっていない意見です。
#   reason     理由・対応の内容。「反映しない」には必ず書きます。長い文章は「reason: |」の次の行から、2字下げて書きます。
#   remarks    備考。要るときだけ書きます。
#
# ほかの項目（drafting が書きます）
#   id         番号。行を消しても、使い回しません
#   author     意見者、date 日付。氏名が Word の名前（パソコンの名前など）のままなら、直して構いません
#   at         箇所。R1.body は提言R1の本文、themes.○○.lead は分野○○の現状と課題
#   quote      対象の文言、text 意見、replies Word での返信、resolved Word で「解決済み」になっていたもの
#   reply_to   この番号の意見に、後から付いた返信
#   source     もとの Word。key は同じコメントを見分ける印です。直さないでください
#
# 【注意】
# - 委員の氏名が入っています。取り扱いに注意してください。答申案には載りません。
# - 行は消さないでください。消すと、同じ Word をもう一度読んだときに、また加わります。
# - メールや電話の意見も、同じ形で書き足せます（id・author・text があれば足ります。id は終わりの番号の次）。
"""


def new_items(comments: Sequence[Comment]) -> list[NewItem]:
    """The rows as items of the list, above those of each file a line that names it and their numbers."""
    items = []
    for file, group in groupby(comments, key=lambda one: one.file):
        rows = list(group)
        numbers = rows[0].id if len(rows) == 1 else f"{rows[0].id}〜{rows[-1].id}"
        head = f"\n# ―― {' '.join(file.split())}（{numbers}）――\n"
        for row in rows:
            block = "".join(_block(row))
            items.append(NewItem(head + block, _flow(row)))
            head = "\n"
    return items


def _block(one: Comment) -> Iterator[str]:
    yield f"- id: {one.id}"
    for name, value in _fields(one):
        yield f"\n  {name}:{_value(value, 2)}"
    if one.replies:
        yield "\n  replies:"
        for reply in one.replies:
            fields = [f"{name}:{_value(value, 6)}" for name, value in _reply_fields(reply)]
            yield "\n    - " + "\n      ".join(fields)
    if one.resolved:
        yield "\n  resolved: true"
    if one.reply_to:
        yield f"\n  reply_to: {one.reply_to}"
    yield f"\n  source: {_source(one)}\n  response:\n  reason:"


def _fields(one: Comment) -> list[tuple[str, str]]:
    found = [("author", one.author), ("date", one.date), ("at", one.at), ("quote", one.quote), ("text", one.text)]
    return [(name, value) for name, value in found if value or name == "text"]


def _reply_fields(reply: Reply) -> list[tuple[str, str]]:
    found = [("author", reply.author), ("date", reply.date), ("text", reply.text), ("key", reply.key)]
    return [(name, value) for name, value in found if value or name == "text"]


def _value(text: str, indent: int) -> str:
    """A text behind its colon; several lines stand in a block, a time needs no quotes there."""
    if _TIME.fullmatch(text):
        return f" {text}"
    return block_text(text + "\n", indent) if "\n" in text else " " + quote_text(text)


def _source(one: Comment) -> str:
    found = [("file", one.file), ("build", one.build), ("key", one.key)]
    return _in_braces([(name, value) for name, value in found if value])


def _in_braces(fields: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{name}: {quote_text(value)}" for name, value in fields) + "}"


def _flow(one: Comment) -> str:
    """The row in { }, for a list that is written in [ ]."""
    pieces = [f"id: {one.id}", *(f"{name}: {quote_text(value)}" for name, value in _fields(one))]
    if one.replies:
        pieces.append(f"replies: [{', '.join(_in_braces(_reply_fields(reply)) for reply in one.replies)}]")
    pieces += ["resolved: true"] * one.resolved + [f"reply_to: {one.reply_to}"] * bool(one.reply_to)
    return "{" + ", ".join([*pieces, f"source: {_source(one)}", "response: ", "reason: "]) + "}"
