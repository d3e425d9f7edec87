"""The checker of Word files: what makes Word refuse a file, or mend it without a word.

Each module is a family of rules over the opened package; most rules are tables (`schema`, `types`,
`values`, `identifiers`). A rule yields `Finding`s, here they are put into words for the user.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from drafting.problems import Place, Problem, Severity
from drafting.word.audit.compatibility import compatibility_findings
from drafting.word.audit.finding import Finding, part_title, where
from drafting.word.audit.identifiers import identifier_findings
from drafting.word.audit.links import link_findings
from drafting.word.audit.numbers import number_findings
from drafting.word.audit.order import order_findings
from drafting.word.audit.package import Package, open_package
from drafting.word.audit.parts import package_findings
from drafting.word.audit.pictures import picture_findings
from drafting.word.audit.properties import property_findings
from drafting.word.audit.ranges import range_findings
from drafting.word.audit.references import reference_findings
from drafting.word.audit.relations import relation_findings
from drafting.word.audit.sections import section_findings
from drafting.word.audit.tables import table_findings
from drafting.word.audit.text import text_findings
from drafting.word.audit.values import value_findings
from drafting.word.document import Element, w
from drafting.word.package import read_package

RULES: tuple[Callable[[Package], Iterator[Finding]], ...] = (
    package_findings, relation_findings, order_findings, value_findings, identifier_findings, range_findings,
    reference_findings, number_findings, link_findings, text_findings, table_findings, section_findings, picture_findings,
    property_findings, compatibility_findings,
)  # fmt: skip
# One fault of a program can stand at thousands of places; the first ones tell what it is.
MOST = 20


def audit_word(data: bytes, name: str) -> Iterator[Problem]:
    """The faults of a Word file (D101 to D117), part by part as the rules find them; none in a sound one.

    `name` is the file as messages call it. Of each code the first `MOST` findings of a part are told
    and the others counted. Raises what `read_package` raises for a file that cannot be opened.
    """
    package = open_package(read_package(data, name))
    counts: Counter[tuple[str, str, Severity]] = Counter()
    numbers: dict[str, dict[Element, int]] = {}
    told: set[str] = set()
    for rule in RULES:
        for finding in rule(package):
            key = (finding.code, finding.part, finding.severity)
            counts[key] += 1
            if counts[key] > MOST:
                continue
            if finding.part not in numbers:
                numbers[finding.part] = _paragraphs(package, finding.part)
            message = f"{where(finding, numbers[finding.part])}: {finding.message}。{finding.cure}"
            if message not in told:
                yield Problem(finding.code, message, Place(name), finding.severity)
            told.add(message)
    for (code, part, severity), count in counts.items():
        if count > MOST:
            message = f"{part_title(part)}: 同じ種類の誤りが、ほかに{count - MOST}か所あります。示した所を直してから、もう一度確かめてください。"
            yield Problem(code, message, Place(name), severity)


def _paragraphs(package: Package, part: str) -> dict[Element, int]:
    found = (element for element in package.elements.get(part, ()) if element.tag == w("p"))
    return {element: number for number, element in enumerate(found, 1)}
