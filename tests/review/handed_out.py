"""A draft that was handed out, and files that come back."""

from __future__ import annotations

from pathlib import Path

from workspaces import drafting, make_workspace

RECOMMENDATIONS = """# 事務局の控え
themes:
  - {title: 窓口, lead: 案内が分かりにくい。}
recommendations:
  - id: R1
    theme: 窓口
    title: 案内の見直し
    body: |
      市は、窓口の案内を見直されたい。

      毎年、その結果を公表されたい。   # 本文の一部
    cites: [1-U002]   # 根拠
  - id: R2
    theme: 窓口
    title: 誹謗（ひぼう）の防止
    body: "誹謗（ひぼう）を防ぐため、職員を支えられたい。"
    cites: [1-U002]
"""
DRAFT = "outputs/答申案（照会）.docx"
YAML = "inputs/recommendations.yaml"


def hand_out(root: Path) -> Path:
    """A folder made a workspace whose draft was handed out."""
    make_workspace(root)
    (root / YAML).write_text(RECOMMENDATIONS, encoding="utf-8", newline="")
    result = drafting(root, "build", "--edition", "照会")
    assert result.returncode == 0, result.stderr
    return root


def draft(root: Path) -> bytes:
    """The Word file that was handed out."""
    return (root / DRAFT).read_bytes()


def sent(root: Path, name: str, data: bytes) -> str:
    """The name of a file that came back."""
    (root / name).write_bytes(data)
    return name
