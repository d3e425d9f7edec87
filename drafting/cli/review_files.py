"""What `drafting review` reads and writes: reviewers' Word files with the records they came from, and the YAML files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from drafting.committee import read_committee
from drafting.editing import encode_as
from drafting.files import Decoded, decode, read_bytes
from drafting.issued import FOLDER, Issued, issued_path, read_issued
from drafting.problems import DraftingError, InputError, Place, Problem, Severity, WriteError, has_errors
from drafting.recommendations import read_recommendations
from drafting.review.homes import Home, homes, set_texts
from drafting.review.mapping import map_review, map_unknown
from drafting.review.outcome import Mapped, Outcome, Reviewed
from drafting.word.reading import Document, read_document, unread_problems
from drafting.word.reading.properties import read_build
from drafting.word.reading.values import UnreadKind
from drafting.workspace import COMMITTEE, RECOMMENDATIONS
from drafting.yamlfile import parse

_READERS = {RECOMMENDATIONS: read_recommendations, COMMITTEE: read_committee}
_NUMBERLESS = "照会に出した答申案ではないようです（照会の番号がありません）。"
_SHOWN_ONLY = "どの提言への変更か分からないので、「どの提言にも入らない所」に示し、YAML には書き入れません（コメントは照会意見の一覧に加えます）。"
_UNSEEN = "変更履歴を切って直された所は、この Word からは見つけられません。"
_USE_OURS = "「drafting build --edition 照会」で作り、そのまま渡した Word を直したファイルか確かめてください。"


class Yaml(NamedTuple):
    """The YAML files as they are: bytes and text by name, and where each address lives."""

    data: dict[str, bytes]
    decoded: dict[str, Decoded]
    homes: dict[str, Home]


def read_reviews(root: Path, files: Sequence[Path]) -> tuple[dict[Path, Mapped], list[Problem]]:
    """All files mapped; raises InputError with the faults of all that cannot be read."""
    mapped: dict[Path, Mapped] = {}
    warnings: list[Problem] = []
    faults: list[Problem] = []
    for path, name in names_of(files).items():
        try:
            data = read_bytes(path, name if path.exists() else path.as_posix())
            issued = _issued(root, data, name)
            document = read_document(data, name)
        except InputError as error:
            faults.extend(error.problems)
            continue
        warnings += unread_problems(_without_our_readings(document, issued))
        if issued:
            mapped[path] = map_review(Reviewed(document, issued))
        elif found := map_unknown(document):
            mapped[path] = found
            warnings.append(Problem("R001", f"{_NUMBERLESS}{_SHOWN_ONLY}{_UNSEEN}{_USE_OURS}", Place(name), Severity.WARNING))
        else:
            faults.append(Problem("R001", f"{_NUMBERLESS}{_USE_OURS}", Place(name)))
    if faults:
        raise InputError(*faults)
    return mapped, warnings


def _without_our_readings(document: Document, issued: Issued | None) -> Document:
    """The document without the readings that the record has beside their words: they go back into the YAML as they were."""
    texts = "".join(each.text for each in issued.texts) if issued else ""
    left = (one for one in document.unread if one.kind is not UnreadKind.RUBY or f"（{one.words}）" not in texts)
    return replace(document, unread=tuple(left))


def names_of(files: Iterable[Path]) -> dict[Path, str]:
    """Each file once, with its name; those that share a name have so many of their folders that they differ."""
    paths = list({path.resolve(): path for path in files}.values())
    names = {path: path.name for path in paths}
    most = max((len(path.resolve().parts) for path in paths), default=0)
    for depth in range(2, most + 1):
        count = Counter(names.values())
        shared = [path for path, name in names.items() if count[name] > 1]
        names |= {path: "/".join(path.resolve().parts[-depth:]) for path in shared}
    return names


def _issued(root: Path, data: bytes, name: str) -> Issued | None:
    """The record of the draft that a file came from; None for a file that was never handed out by us."""
    build = read_build(data, name)
    if not build:
        return None
    path = issued_path(build)
    if not build.isalnum() or not (root / path).is_file():
        message = (
            f"照会の番号「{build[:40]}」の記録が {FOLDER} にありません。照会を出したときの作業場所で実行するか、"
            "そのときの記録（.json）をこのフォルダーに戻してください。"
        )
        raise InputError(Problem("R002", message, Place(name)))
    return read_issued(read_bytes(root / path, path), path)


def read_yaml_files(root: Path) -> Yaml:
    """The files that hold texts of the report. Raises InputError where one has a fault: it would not be safe to change it."""
    data, decoded = {}, {}
    for name, reader in _READERS.items():
        if (root / name).is_file():
            data[name] = read_bytes(root / name, name)
            decoded[name] = decode(data[name], name)
            _, problems = reader(parse(decoded[name].text, name), name)
            if has_errors(problems):
                raise InputError(*problems)
    texts = {name: one.text for name, one in decoded.items()}
    return Yaml(data, decoded, homes(texts, RECOMMENDATIONS, COMMITTEE))


def changed_files(root: Path, yaml: Yaml, outcomes: Sequence[Outcome]) -> dict[Path, bytes]:
    """The YAML files that hold texts of the report and change."""
    new = {outcome.address: outcome.merged for outcome in outcomes if outcome.merged != outcome.ours}
    texts = {name: one.text for name, one in yaml.decoded.items()}
    changed = set_texts(texts, yaml.homes, new)
    written: dict[Path, bytes] = {}
    for name, text in changed.items():
        if text != texts[name]:
            _check(name, text)
            written[root / name] = encode_as(yaml.decoded[name], text, name)
    return written


def _check(name: str, text: str) -> None:
    """Raises WriteError where the file would not be right with the changes."""
    try:
        _, problems = _READERS[name](parse(text, name), name)
    except DraftingError as error:
        problems = list(error.problems)
    if has_errors(problems):
        message = "この変更を取り込むと YAML が正しくなくなるので、何も書いていません。--only か --interactive で、その変更を除いてください。"
        raise WriteError(*problems, Problem("R003", message, Place(name)))
