"""Where an address lives in YAML."""

from __future__ import annotations

from drafting.review.homes import homes, set_texts

RECOMMENDATIONS = """themes:
  - {title: 窓口, lead: 現状である。}
recommendations:
  - id: R1
    theme: 窓口   # 分野
    title: 題
    body: |
      前の文。

      後の文。
"""
COMMITTEE = "committee: {name: 委員会, members: [{name: 甲}]}\nletter: {title: 件名, date: 2026-01-16}\n"
FILES = {"r.yaml": RECOMMENDATIONS, "c.yaml": COMMITTEE}


def test_every_printed_value_has_its_address_but_a_date() -> None:
    found = homes(FILES, "r.yaml", "c.yaml")
    assert found["R1.body"].path == ("recommendations", 0, "body") and found["R1.body"].text == "前の文。\n\n後の文。\n"
    assert found["themes.窓口.lead"].text == "現状である。"
    assert found["committee.members.1.name"].text == "甲" and found["letter.title"].text == "件名"
    assert "letter.date" not in found


def test_setting_a_text_leaves_every_other_byte() -> None:
    changed = set_texts(FILES, homes(FILES, "r.yaml", "c.yaml"), {"R1.body": "前の文。\n\n新しい文。\n"})
    assert changed == {"r.yaml": RECOMMENDATIONS.replace("後の文", "新しい文"), "c.yaml": COMMITTEE}


def test_a_theme_is_renamed_wherever_it_is_named() -> None:
    changed = set_texts(FILES, homes(FILES, "r.yaml", "c.yaml"), {"themes.窓口.title": "総合窓口"})
    assert changed["r.yaml"].count("総合窓口") == 2 and "総合窓口   # 分野" in changed["r.yaml"]
