"""`drafting build --since`: a next draft shows what changed since an issue."""

from __future__ import annotations

import base64
import re
from pathlib import Path

from built import build, validate, xml
from workspaces import drafting

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
BUILT = ("作業", "庁内", "照会")


# --- 庁内 ---


def test_a_next_draft_marks_what_changed_and_keeps_the_record_of_its_text(whole: Path) -> None:
    build(whole, "照会")
    (record,) = (whole / "outputs/issued").iterdir()
    recommendations = whole / "inputs/recommendations.yaml"
    text = recommendations.read_text(encoding="utf-8")
    recommendations.write_text(text.replace("案内の見直し", "案内板の見直し").replace("body: 候補の文, status: 候補", "body: 候補の文"), encoding="utf-8")
    plain = build(whole, "照会")
    records = sorted((whole / "outputs/issued").iterdir())
    marked = build(whole, "照会", "--since", record.stem[:6])
    assert sorted((whole / "outputs/issued").iterdir()) == records
    assert re.findall(r"<w:delText[^>]*>(.*?)</w:delText>", xml(marked)) == ["案内"]
    assert 'w:author="事務局"' in xml(marked) and "w:date" not in xml(marked)
    assert xml(marked, "docProps/custom.xml") == xml(plain, "docProps/custom.xml")
    assert validate(marked, whole) == []
    checked = drafting(whole, "check", "checked.docx")
    assert (checked.returncode, checked.stderr) == (0, "")


def test_an_unknown_issue_is_refused_with_those_there_are(whole: Path) -> None:
    result = drafting(whole, "build", "--edition", "照会", "--since", "zz")
    assert result.returncode == 3
    assert result.stderr.startswith("outputs/issued:1:1: エラー[F044]: 照会の記録「zz」がありません。先に ")
    build(whole, "照会")
    (record,) = (whole / "outputs/issued").iterdir()
    assert f"{record.stem}（答申案（照会）.docx）" in drafting(whole, "build", "--edition", "照会", "--since", "zz").stderr
    assert drafting(whole, "build", "--since", record.stem).returncode == 2
