"""What writing the body text of Word carries along: the pieces, the styles in use, the section and page that go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO

from drafting.draft import Block, SectionBreak
from drafting.word import lists
from drafting.word.marks import Marks, bookmark_end, bookmark_start
from drafting.word.section import Paper, Sections
from drafting.word.styles import BODY, Styles

NO_LINE_NUMBER = "<w:suppressLineNumbers/>"
SPACE_AFTER_TABLE = '<w:spacing w:line="160" w:lineRule="exact"/>'


@dataclass
class Body:
    """What writing the blocks carries along. `section` is the w:sectPr that the next break ends, `paper` its room."""

    styles: Styles
    counter: lists.Counter
    sections: Sections
    marks: Marks
    pages: Mapping[str, int]
    paper: Paper
    counted: bool = False
    emblem: str = ""
    section: str = ""
    new_page: bool = False
    toc: Mapping[str, str] = field(default_factory=dict)
    toc_styles: Mapping[str, str] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    written: BytesIO = field(default_factory=BytesIO)
    missing: list[str] = field(default_factory=list)
    looks: dict[tuple[str, int, int], tuple[str, str]] = field(default_factory=dict)
    sender: int | None = None

    def settle(self, least: int = 4096) -> None:
        """Write out the pieces that nothing changes any more, if they are many: as strings they take five times the room."""
        end = self.marks.slot if self.marks.open else len(self.pieces)
        if end > least:
            self.written.write("".join(self.pieces[:end]).encode())
            del self.pieces[:end]
            self.marks.slot -= end

    def spacer(self, following: Block | None) -> None:
        """A paragraph without words: no line that a member could point at, so it has no number."""
        self.pieces.append(f"<w:p>{self.properties(following, '', NO_LINE_NUMBER + SPACE_AFTER_TABLE)}</w:p>")

    def properties(self, following: Block | None, style: str, rest: str = "", number: str = "") -> str:
        """w:pPr in the order of 17.3.1.26, with the page or section break that is due here."""
        page = "<w:pageBreakBefore/>" if self.new_page else ""
        self.new_page = False
        section = ""
        if isinstance(following, SectionBreak):
            section, self.section = self.section, self.sections.others[following.pages, following.orientation]
            self.paper = self.sections.papers[following.orientation]
        inner = f"{style}{page}{number}{rest}{section}"
        return f"<w:pPr>{inner}</w:pPr>" if inner else ""

    def indent(self, indent: int, hang: int) -> str:
        """w:ind in characters, and in twips for readers that do not know characters (17.3.1.12)."""
        if not indent and not hang:
            return ""
        character = self.styles.sizes[""] * 10
        left = indent + hang
        hanging = f' w:hangingChars="{hang * 100}" w:hanging="{hang * character}"' if hang else ""
        return f'<w:ind w:leftChars="{left * 100}" w:left="{left * character}"{hanging}/>'

    def style(self, name: str) -> str:
        """w:pStyle of a style by its name; the body style where the reference has none such."""
        identifier = self.styles.paragraph(name)
        if identifier is None:
            self.miss(name)
            identifier = self.styles.paragraph(BODY)
        return f'<w:pStyle w:val="{identifier}"/>' if identifier else ""

    def size_ruby(self, name: str) -> None:
        """Readings, where there are any, go with the letters of this style."""
        if self.marks.ruby:
            self.marks.ruby = self.styles.size(name)

    def miss(self, name: str) -> None:
        """Note a style that the reference lacks."""
        if name not in self.missing:
            self.missing.append(name)

    def block_marks(self, identifier: str) -> tuple[str, str]:
        """The starts and ends of the bookmarks of a block with this id: for links, for the contents."""
        names = [names[identifier] for names in (self.marks.names, self.toc) if identifier in names]
        starts = [bookmark_start(name, self.marks) for name in names]
        return "".join(starts), "".join(bookmark_end(name, self.marks) for name in names)
