"""What users call the place of a text of the report: an address in words."""

from __future__ import annotations

_PARTS = {
    "title": "題名", "body": "本文", "reason": "理由", "lead": "現状と課題", "name": "名称・氏名", "number": "文書番号", "date": "日付",
    "items": "諮問事項", "basis": "根拠", "introduction": "はじめに", "principles": "基本的な考え方", "closing": "おわりに",
    "chair_name": "委員長の氏名", "affiliation": "所属", "category": "区分",
}  # fmt: skip
ROOMS = {"letter": "鑑文・表紙", "consultation": "諮問", "texts": "事務局の文章", "committee": "委員会"}


def owner_of(address: str) -> str:
    """Of what an address is a part: R1, themes.窓口, letter."""
    return address.rpartition(".")[0] if not address.startswith("committee.") else "committee"


def label_of(address: str) -> str:
    """What users call the part: 本文, 題名 …"""
    return _PARTS.get(address.rpartition(".")[2], address.rpartition(".")[2])


def is_address(text: str) -> bool:
    """True for an address, False for a place in words."""
    owner, _, part = text.rpartition(".")
    return bool(owner) and part in _PARTS
