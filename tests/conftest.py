"""Random tests draw the same cases on every machine, so that a red run can be run again. Workspaces are made once
and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from workspaces import COMMITTEE, MORE, make_workspace

settings.register_profile("stable", derandomize=True, deadline=None, max_examples=150)
settings.register_profile("quick", settings.get_profile("stable"), max_examples=20)
settings.load_profile("stable")


@pytest.fixture(scope="session")
def made_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_workspace(tmp_path_factory.mktemp("workspace"))


@pytest.fixture
def workspace(made_workspace: Path, tmp_path: Path) -> Path:
    """A workspace with imported minutes and one recommendation."""
    return Path(shutil.copytree(made_workspace, tmp_path, dirs_exist_ok=True))


@pytest.fixture
def whole(workspace: Path) -> Path:
    """A workspace in which nothing is open but two candidates."""
    (workspace / "inputs/committee.yaml").write_text(COMMITTEE, encoding="utf-8")
    (workspace / "inputs/recommendations.yaml").write_text(MORE, encoding="utf-8")
    return workspace


@pytest.fixture
def closed(whole: Path) -> Path:
    """A workspace that may be handed over."""
    text = MORE[: MORE.index("  - {id: R2")]
    (whole / "inputs/recommendations.yaml").write_text(text, encoding="utf-8")
    return whole
