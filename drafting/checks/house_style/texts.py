"""The texts of the YAML files that the report prints, taken from the nodes so that each keeps its position."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from drafting.yamlfile import Mapping, Node, Scalar, Sequence

# What kind of text it is: prose is checked whole, what members said may be put as they put it (…ではないか),
# a title has no sentences, a copy is of another's document.
PROSE, SAID, TITLE, COPY = "prose", "said", "title", "copy"
SENTENCES = (PROSE, SAID)
_SAID_KINDS = ("主な意見", "少数意見")


class Passage(NamedTuple):
    """One printed value: where it is (file, path in it, node), which section, which kind."""

    file: str
    path: tuple[str | int, ...]
    node: Scalar
    section: str
    kind: str


class Corpus(NamedTuple):
    """All passages with their texts in one string, a line end between, so that a rule looks only once."""

    passages: tuple[Passage, ...]
    text: str
    starts: tuple[int, ...]

    def at(self, index: int) -> tuple[Passage, int]:
        """The passage that holds an index, and the index in it."""
        number = bisect_right(self.starts, index) - 1
        return self.passages[number], index - self.starts[number]


def make_corpus(passages: Iterator[Passage]) -> Corpus:
    """The corpus of the passages that are not empty."""
    kept = tuple(passage for passage in passages if passage.node.text.strip())
    starts, end = [], 0
    for passage in kept:
        starts.append(end)
        end += len(passage.node.text) + 1
    return Corpus(kept, "\n".join(passage.node.text for passage in kept), tuple(starts))


def passages_of(root: Node, file: str) -> Iterator[Passage]:
    """The printed texts of recommendations.yaml or committee.yaml, whichever the root is."""
    if not isinstance(root, Mapping):
        return
    if "recommendations" in root.entries or "themes" in root.entries:
        yield from _of_recommendations(root, file)
    else:
        yield from _of_committee(root, file)


def _of_recommendations(root: Mapping, file: str) -> Iterator[Passage]:
    for i, theme in _records(root, "themes"):
        yield from _some(theme, file, ("themes", i), (("title", "leads", TITLE), ("lead", "leads", PROSE)))
    for i, item in _records(root, "recommendations"):
        node = item.entries.get("kind")
        kind = node.text if isinstance(node, Scalar) else ""
        body = SAID if kind in _SAID_KINDS else PROSE
        keys: tuple[tuple[str, str, str], ...] = (("title", "bodies", TITLE), ("body", "bodies", body))
        if kind == "不採用":
            keys = (("reason", "reason", COPY),)
        yield from _some(item, file, ("recommendations", i), keys)


def _of_committee(root: Mapping, file: str) -> Iterator[Passage]:
    copies = tuple((key, "consultation", COPY) for key in ("title", "items", "reason"))
    prose = tuple((key, key, PROSE) for key in ("introduction", "principles", "closing"))
    for name, keys in (("consultation", copies), ("letter", (("title", "letter", TITLE),)), ("texts", prose)):
        record = root.entries.get(name)
        if isinstance(record, Mapping):
            yield from _some(record, file, (name,), keys)
    for i, meeting in _records(root, "meetings"):
        yield from _some(meeting, file, ("meetings", i), (("note", "meetings", TITLE),))
        agenda = meeting.entries.get("agenda")
        for k, node in enumerate(agenda.items if isinstance(agenda, Sequence) else ()):
            if isinstance(node, Scalar):
                yield Passage(file, ("meetings", i, "agenda", k), node, "meetings", TITLE)


def _records(root: Mapping, key: str) -> Iterator[tuple[int, Mapping]]:
    found = root.entries.get(key)
    for i, item in enumerate(found.items if isinstance(found, Sequence) else ()):
        if isinstance(item, Mapping):
            yield i, item


def _some(
    record: Mapping, file: str, path: tuple[str | int, ...], keys: tuple[tuple[str, str, str], ...]
) -> Iterator[Passage]:
    for key, section, kind in keys:
        node = record.entries.get(key)
        if isinstance(node, Scalar):
            yield Passage(file, (*path, key), node, section, kind)
