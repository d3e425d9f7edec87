"""The sample in every edition, word for word. What changed on purpose is renewed by `python tests/golden_sample.py`;
the diff of tests/golden is then what a reviewer reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_sample import GOLDEN, ROOT, SAMPLES, build_sample, close_sample, copy_sample, dump, sample_text

from drafting.word.reading.reader import read_document


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    copy_sample(folder)
    close_sample(folder)
    return folder


@pytest.mark.parametrize(("template", "edition"), SAMPLES)
def test_the_sample_is_what_it_was_in_every_edition(template: str, edition: str, sample: Path) -> None:
    found = sample_text(sample, template, edition).splitlines()
    assert found == (GOLDEN / f"{template}-{edition}.txt").read_text(encoding="utf-8").splitlines()


def test_the_working_copy_in_outputs_is_that_of_today(tmp_path: Path) -> None:
    copy_sample(tmp_path)
    build_sample(tmp_path)
    made, kept = tmp_path / "outputs/答申案.md", ROOT / "outputs/答申案.md"
    assert made.read_text(encoding="utf-8").splitlines() == kept.read_text(encoding="utf-8").splitlines()
    words = [dump(read_document((folder / "outputs/答申案.docx").read_bytes(), "")).splitlines() for folder in (tmp_path, ROOT)]
    assert words[0] == words[1]
