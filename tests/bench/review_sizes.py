"""What `drafting review` costs on large reviewed files: `python tests/bench/review_sizes.py FOLDER`.

Makes a workspace of 2,000 recommendations in FOLDER, hands it out for review, and prints CPU and peak
memory of reading, of a record and of `--apply` for: 20,000 tracked revisions, 5,000 comments, one text
of 20,000 letters written anew, and the same with 2,000 changes.
"""

from __future__ import annotations

import copy
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
from generate import make_workspace
from lxml import etree
from measure import run

from drafting.word import parts
from drafting.word.document import NAMESPACES, parse_xml, w
from drafting.word.package import MAIN_PART, read_package, write_package

_YAML = "inputs/recommendations.yaml"
_DRAFT = "outputs/答申案（照会）.docx"
_LONG = "".join(f"市は、第{number}の施策を、市民の声を聴いて見直されたい。" for number in range(1, 801))
_RECOMMENDATION = f"  - id: R9001\n    theme: {{}}\n    title: 長い文章の扱い\n    body: |\n      {_LONG}\n    cites: [1-U001]\n    status: 確定\n"
_COMMENT = '<w:comment w:id="{0}" w:author="乙委員" w:date="2026-01-20T10:00:00Z"><w:p><w:r><w:t>意見その{0}である。</w:t></w:r></w:p></w:comment>'
# Conflicts end the command with 1, which is no failure here
_RUN = (
    "import runpy,sys\ntry: runpy.run_module('drafting', run_name='__main__')\nexcept SystemExit as end: sys.exit(end.code if end.code != 1 else 0)"
)
_OPTIONS = ([], ["--apply"], ["-o", "record.docx"])
Change = Callable[[Any], None]


def main(folder: Path) -> None:
    """Make the files and print what they cost."""
    if not folder.exists():
        make_workspace(folder, 20, 4000, 2000)
        text = (folder / _YAML).read_text(encoding="utf-8")
        theme = text.partition("title: ")[2].partition("\n")[0]
        (folder / _YAML).write_text(text + _RECOMMENDATION.format(theme), encoding="utf-8")
        print("build:", run([sys.executable, "-m", "drafting", "build", "--edition", "照会"], folder))  # noqa: T201
        shutil.copy(folder / _YAML, folder / "before.yaml")
        shutil.copy(folder / _DRAFT, folder / "draft.docx")
    changes: dict[str, Change] = {"20,000 revisions": _many, "5,000 comments": _commented, "one text anew": _anew, "2,000 changes of one text": _riddled}
    for name, change in changes.items():
        package = dict(read_package((folder / "draft.docx").read_bytes(), "draft.docx"))
        root = parse_xml(package[MAIN_PART])
        change(root)
        package[MAIN_PART] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        if change is _commented:
            comments = "".join(map(_COMMENT.format, range(5_000)))
            parts.put_part(package, parts.COMMENTS, f"<w:comments {NAMESPACES}>{comments}</w:comments>".encode())
        (folder / "back.docx").write_bytes(write_package(package))
        for options in _OPTIONS:
            shutil.copy(folder / "before.yaml", folder / _YAML)
            cost = run([sys.executable, "-c", _RUN, "review", "back.docx", *options], folder)
            print(f"{name} {' '.join(options)}: {cost.seconds:.1f} s, {cost.megabytes * 1e6 / 2**20:.0f} MiB")  # noqa: T201


def _letters(element: Any) -> str:
    return element.findtext(w("t")) or ""


def _sentences(root: Any) -> list[Any]:
    return [each for each in root.iter(w("r")) if 40 < len(_letters(each)) < 1000]


def _many(root: Any) -> None:
    left = 10_000
    for each in _sentences(root):
        left -= _riddle(each, 12, min(4, left))


def _longest(root: Any) -> Any:
    return max(root.iter(w("r")), key=lambda each: len(_letters(each)))


def _anew(root: Any) -> None:
    each = _longest(root)
    each.addprevious(_part(each, "del", _LONG))
    each.addprevious(_part(each, "ins", _LONG[::-1]))
    each.getparent().remove(each)


def _riddled(root: Any) -> None:
    _riddle(_longest(root), 10, 1_000)


def _riddle(element: Any, every: int, most: int) -> int:
    """Replace two letters in every so many; how often it was done, two tracked changes each."""
    text = _letters(element)
    count = min(most, len(text) // every)
    for number in range(count):
        at = number * every
        element.addprevious(_part(element, "", text[at : at + every - 2]))
        element.addprevious(_part(element, "del", text[at + every - 2 : at + every]))
        element.addprevious(_part(element, "ins", "直し"))
    element.find(w("t")).text = text[count * every :]
    return count


def _part(element: Any, tag: str, text: str) -> Any:
    part = copy.deepcopy(element)
    part.find(w("t")).text = text
    if not tag:
        return part
    if tag == "del":
        part.find(w("t")).tag = w("delText")
    mark = etree.Element(w(tag), {w("id"): "9000", w("author"): "甲委員", w("date"): "2026-01-20T10:00:00Z"})
    mark.append(part)
    return mark


def _commented(root: Any) -> None:
    places = _sentences(root)
    for number in range(5_000):
        place = places[number % len(places)]
        place.addprevious(etree.Element(w("commentRangeStart"), {w("id"): str(number)}))
        mark = etree.Element(w("r"))
        etree.SubElement(mark, w("commentReference"), {w("id"): str(number)})
        place.addnext(mark)
        place.addnext(etree.Element(w("commentRangeEnd"), {w("id"): str(number)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
