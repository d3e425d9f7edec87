"""A draft is handed out once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from handed_out import hand_out


@pytest.fixture(scope="session")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hand_out(tmp_path_factory.mktemp("照会"))


@pytest.fixture
def issued(handed_out: Path, tmp_path: Path) -> Path:
    """A workspace whose draft was handed out."""
    return Path(shutil.copytree(handed_out, tmp_path, dirs_exist_ok=True))
