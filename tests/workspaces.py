"""A small workspace for the tests of commands, made once a run, and the command as a clerk types it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SAMPLE = """会 議 録

会 議 の 名 称\t\t令和7年度 甲市情報化計画評価委員会 第1回会議\t\t
開 催 日 時\t\t令和8年(2026年)1月16日(金) 14時～16時\t\t
出席者\t委 員\t○甲市情報化計画評価委員会委員2名 青木委員・森委員 (五十音順)\t\t
議 題\t\t1. 次期計画について(諮問)\t\t

発言者\t内容
＜開会＞
＜案件1. 次期計画について（諮問）＞
委員長\t意見を伺う。
委員\t窓口の案内が分かりにくい。案内の方法を見直してはどうか。
事務局\t案内板の改修を予定している。
<閉会>
"""
RECOMMENDATIONS = """recommendations:
  - id: R1
    theme: 窓口
    title: 案内の見直し
    body: 案内の方法を見直されたい。
    cites:
      - {at: 1-U002, quote: 案内の方法を見直してはどうか}
"""
COMMITTEE = """committee:
  name: 甲市情報化計画評価委員会
  city: 甲市
  members: [{name: 青木　一郎, role: 委員長}, {name: 森　花子}]
consultation: {title: 次期計画について, number: 甲第1号, date: 2026-01-16}
letter: {number: なし, date: 2026-03-26, addressee_name: 豊中　太郎, chair_name: 青木　一郎}
meetings: [{session: 1, place: 会議室}]
texts: {introduction: 諮問を受けた。, closing: 期待する。}
"""
MORE = (
    RECOMMENDATIONS.replace("    cites:", "    status: 確定\n    note: 次回、森委員に確かめる。\n    responses: [1-U003]\n    cites:")
    + """  - {id: R2, theme: 窓口, title: 候補の題, body: 候補の文, status: 候補, cites: [1-U002]}
  - {id: R3, theme: 窓口, kind: 主な意見, title: 題, body: 意見の文, status: 候補, cites: [1-U002]}
"""
)


def drafting(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does; the output is text."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "drafting", *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def make_workspace(root: Path) -> Path:
    """A folder made a workspace with imported minutes and one recommendation."""
    assert drafting(root, "init").returncode == 0
    (root / "会議録.txt").write_text(SAMPLE, encoding="utf-8")
    assert drafting(root, "import", "会議録.txt").returncode == 0
    (root / "inputs/recommendations.yaml").write_text(RECOMMENDATIONS, encoding="utf-8")
    return root


def snapshot(folder: Path) -> dict[str, bytes]:
    """Each file of a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
