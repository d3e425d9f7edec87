"""The heads of the columns of a table of speeches: 番号｜発言者｜発言内容."""

from __future__ import annotations

import re

from drafting.importers.label_keys import key

SPEAKER_HEADS = frozenset((
    "発言者", "発言者名", "発言者氏名", "発言委員", "発言委員名", "話者", "発言者等", "発言者職氏名", "発言者・役職", "氏名", "委員名",
    "発言者・説明者",
))  # fmt: skip
TEXT_HEADS = frozenset((
    "内容", "発言", "発言内容", "発言の内容", "発言要旨", "発言の要旨", "会議の経過", "会議経過", "審議内容", "審議の内容", "議事内容",
    "議事の内容", "議事", "意見", "意見等", "意見内容", "質疑・意見", "意見・質疑", "意見・質問等", "主な意見", "主な発言", "議事の経過",
    "審議経過", "内容等", "発言等", "発言概要", "議事要旨", "審議要旨", "要旨", "概要",
))  # fmt: skip
_OUTCOME_HEADS = frozenset(("決定事項", "議題", "結論", "決定", "結果", "質疑", "回答", "審議結果", "確認事項", "質問", "説明"))
_AND = re.compile("[・、，/／]|及び|並びに|又は")
_OTHER_HEADS = frozenset(("番号", "No", "NO", "no", "№", "項番", "通番", "時刻", "時間", "議題", "案件", "項目", "備考", "区分", "役職", "資料"))
# Heads stand apart by a blank, or by a wide gap where their letters are spaced out.
_GAPS = (re.compile("[ \t\u3000｜|│/／]+"), re.compile("[ \u3000]*[\t｜|│/／][ \u3000]*|[ \u3000]{2,}|\u3000"), re.compile("[ \u3000]{2,}"))
_LONGEST = 60


def is_text_head(name: str) -> bool:
    """True for the key of a head above words: 「発言内容」, 「議題・発言内容・決定事項」."""
    parts = _AND.split(name)
    return name in TEXT_HEADS or (any(part in TEXT_HEADS for part in parts) and all(part in TEXT_HEADS | _OUTCOME_HEADS for part in parts))


def are_column_heads(text: str) -> bool:
    """True for a line of nothing but heads, a speaker's and behind it one of words: 「番号 発言者 発言の要旨」."""
    text = text.strip(" \t\u3000｜|│")
    return len(text) <= _LONGEST and any(_are_heads([key(piece) for piece in gap.split(text)]) for gap in _GAPS)


def _are_heads(names: list[str]) -> bool:
    speaker = next((i for i, name in enumerate(names) if name in SPEAKER_HEADS), len(names))
    return all(name in SPEAKER_HEADS | _OTHER_HEADS or is_text_head(name) for name in names) and any(map(is_text_head, names[speaker + 1 :]))
