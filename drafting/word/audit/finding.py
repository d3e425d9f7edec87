"""What a rule of the checker says, and how a clerk is told where it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafting.problems import Severity
from drafting.word.document import Element, w

_PARTS = {
    "document": "本文", "header": "ヘッダー", "footer": "フッター", "footnotes": "脚注", "endnotes": "文末脚注", "comments": "コメント",
    "styles": "スタイルの定義", "numbering": "段落番号の定義", "settings": "文書の設定", "fontTable": "フォントの一覧",
}  # fmt: skip
_TITLES = {
    "p": "段落", "pPr": "段落の書式", "r": "文字列", "rPr": "文字の書式", "t": "文字", "tbl": "表", "tblPr": "表の書式", "tblGrid": "表の列の幅",
    "tr": "表の行", "trPr": "表の行の書式", "tc": "表のセル", "tcPr": "表のセルの書式", "body": "本文", "sectPr": "ページ設定", "ins": "挿入の記録",
    "del": "削除の記録", "moveFrom": "移動元の記録", "moveTo": "移動先の記録", "rPrChange": "文字の書式の変更の記録", "hyperlink": "リンク",
    "pPrChange": "段落の書式の変更の記録", "bookmarkStart": "しおりの始まり", "bookmarkEnd": "しおりの終わり", "comment": "コメント",
    "footnote": "脚注", "endnote": "文末脚注", "hdr": "ヘッダー", "ftr": "フッター", "numbering": "段落番号の一覧", "num": "段落番号",
    "abstractNum": "段落番号の定義", "lvl": "段落番号の段", "style": "スタイル", "styles": "スタイルの一覧", "settings": "文書の設定", "sz": "文字の大きさ",
    "szCs": "文字の大きさ", "color": "文字の色", "jc": "配置", "shd": "網かけ", "ind": "字下げ", "spacing": "間隔", "tabs": "タブの一覧", "tab": "タブ",
    "drawing": "図", "sdt": "入力の枠", "ruby": "ルビ", "br": "改行", "fldChar": "フィールドの印", "txbxContent": "テキストボックスの中身",
}  # fmt: skip
_SHOWN = 20


class Finding(NamedTuple):
    """One fault: its code, the part, the element where it is (None: the part as a whole), what is wrong.

    `message` is a Japanese sentence without its full stop, `cure` one of what to do.
    """

    code: str
    part: str
    element: Element | None
    message: str
    severity: Severity = Severity.ERROR
    cure: str = "Word で開き、「名前を付けて保存」で保存し直してください。"


def title(name: str) -> str:
    """An element as a clerk may know it, with its own name for whoever mends it: 「段落の書式（pPr）」."""
    return f"{_TITLES[name]}（{name}）" if name in _TITLES else f" {name} "


def part_title(part: str) -> str:
    """The name of a part as a clerk knows it: "word/header1.xml" → 「ヘッダー」."""
    if not part:
        return "ファイル全体"
    stem = re.sub("[0-9]*$", "", part.rsplit("/", 1)[-1].split(".", 1)[0])
    return _PARTS.get(stem, f"部品「{part}」")


def where(finding: Finding, numbers: dict[Element, int]) -> str:
    """The place of a finding in words: 「本文の3段落目「市民への…」」.

    `numbers` are the paragraphs of the part, counted from 1.
    """
    title = part_title(finding.part)
    if finding.element is None:
        return title
    paragraph = next((e for e in (finding.element, *finding.element.iterancestors()) if e in numbers), None)
    if paragraph is None:
        paragraph = next((e for e in finding.element.iter(w("p")) if e in numbers), None)
    if paragraph is None:
        return title + _in_table(finding.element)
    words = " ".join("".join(text.text or "" for text in paragraph.iter(w("t"), w("delText"))).split())
    shown = f"「{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}」" if words else "（文字のない段落）"
    return f"{title}の{numbers[paragraph]}段落目{shown}"


def _in_table(element: Element) -> str:
    style = next((e for e in (element, *element.iterancestors()) if e.tag == w("style")), None)
    if style is not None:
        return f"のスタイル「{style.get(w('styleId'), '')}」"
    return "の表" if any(e.tag == w("tbl") for e in (element, *element.iterancestors())) else ""
