"""Titles of themes, which reviewers change, as a clerk takes them in."""

from __future__ import annotations

from pathlib import Path

import pytest
from handed_out import DRAFT, YAML, sent
from reviewers import tracked
from workspaces import drafting

ITEMS = """recommendations:
  - {id: R1, theme: 窓口, title: 案内の見直し, body: 市は、案内を見直されたい。, cites: [1-U002]}
  - {id: R2, theme: 広報, title: 広報紙の充実, body: 市は、広報紙を充実されたい。, cites: [1-U002]}
"""
LISTED = "themes:\n  - {title: 窓口, lead: 案内が分かりにくい。}\n  - {title: 広報, lead: 広報紙が届かない。}\n" + ITEMS


def handed_out(root: Path, yaml: str) -> bytes:
    (root / YAML).write_text(yaml, encoding="utf-8", newline="")
    result = drafting(root, "build", "--edition", "照会")
    assert result.returncode == 0, result.stderr
    return (root / DRAFT).read_bytes()


@pytest.mark.parametrize("yaml", [ITEMS, LISTED])
def test_titles_of_themes_that_change_places_are_for_the_clerk_to_decide(workspace: Path, yaml: str) -> None:
    data = tracked(handed_out(workspace, yaml), "themes.窓口.title", "窓口", "広報", "甲委員")
    data = tracked(data, "R1.title", "案内", "表示", "甲委員")
    name = sent(workspace, "甲.docx", tracked(data, "themes.広報.title", "広報", "窓口", "甲委員"))
    result = drafting(workspace, "review", name, "--apply")
    assert result.returncode == 1, result.stderr
    assert result.stdout.count("ほかの分野の題名") == 2
    assert (workspace / YAML).read_text(encoding="utf-8") == yaml.replace("案内の見直し", "表示の見直し")


def test_two_themes_never_get_one_title(workspace: Path) -> None:
    data = tracked(handed_out(workspace, LISTED), "themes.窓口.title", "窓口", "市民", "甲委員")
    name = sent(workspace, "甲.docx", tracked(data, "themes.広報.title", "広報", "市民", "甲委員"))
    assert drafting(workspace, "review", name, "--apply").returncode == 1
    assert (workspace / YAML).read_text(encoding="utf-8") == LISTED


@pytest.mark.parametrize("yaml", [ITEMS, LISTED])
def test_a_theme_renamed_by_a_review_is_found_again(workspace: Path, yaml: str) -> None:
    name = sent(workspace, "甲.docx", tracked(handed_out(workspace, yaml), "themes.窓口.title", "窓口", "相談窓口", "甲委員"))
    assert drafting(workspace, "review", name, "--apply").returncode == 0
    renamed = yaml.replace("窓口,", "相談窓口,")
    assert (workspace / YAML).read_text(encoding="utf-8") == renamed
    again = drafting(workspace, "review", name, "--apply")
    assert again.returncode == 0 and "分野「相談窓口」\n  題名　もう YAML に入っている変更 1か所" in again.stdout
    assert (workspace / YAML).read_text(encoding="utf-8") == renamed


def test_what_others_say_of_a_renamed_theme_still_goes_in(workspace: Path) -> None:
    data = handed_out(workspace, LISTED)
    one = sent(workspace, "甲.docx", tracked(data, "themes.窓口.title", "窓口", "相談窓口", "甲委員"))
    assert drafting(workspace, "review", one, "--apply").returncode == 0
    other = sent(workspace, "乙.docx", tracked(data, "themes.窓口.lead", "案内", "表示", "乙委員"))
    result = drafting(workspace, "review", one, other, "--apply")
    assert result.returncode == 0, result.stdout
    assert "{title: 相談窓口, lead: 表示が分かりにくい。}" in (workspace / YAML).read_text(encoding="utf-8")
