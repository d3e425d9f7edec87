"""The values of a review: texts found, edits, conflicts, what has no place."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from drafting.dataclass import dataclass
from drafting.differences import Hunk
from drafting.issued import Issued
from drafting.word.reading.values import Comment, Document


class Reviewed(NamedTuple):
    """A reviewer's file as read, and the record of the draft that it came from."""

    document: Document
    issued: Issued


class Trouble(Enum):
    """Why the text of an address cannot be taken as it stands; the value is said to the user."""

    OVERLAP = "同じ所が、違うように直されています"
    YAML_CHANGED = "照会の後で YAML も同じ所が直されているか、YAML の書き方が印刷された文と違います"
    MOVED = "文章が別の場所に移されています"
    LOST = "文章の目印（しおり）がなくなり、どこに移ったか分かりません"
    EMPTIED = "文章の目印（しおり）の中が空になりました。削除なのか、書き直しなのか分かりません"
    DELETED = "文章の全部が削除されています"
    DOUBLED = "文章が複写されて、二つ以上あります"
    TAKEN = "分野の題名が、ほかの分野の題名（いまのものか、照会のときのもの）と同じになります。まとめるか入れ替えるなら、YAML を直してください"
    STRUCK = "取消線を手で引いた言葉があります。変更履歴ではないので、消すのか残すのか決められません"
    NUMBERED = "題名に番号が書き足されています。番号は自動で付きます。順番を変えるなら、YAML の順を変えてください"
    HEADED = "題名が二つの段落に分かれたか、本文の中に題名の形の段落があります。提言を分けるなら、YAML に提言を足してください"
    TABLED = "本文の中に表が入っています。表は YAML に書けないので、文章にするか、ひな型で作ってください"
    SHIFTED = "文章の一部が、文章の目印（しおり）の外に出ています"
    SHARED = "--accept に書かれていない人と重ねて直した所です。この直しを取り込むなら、その人の名前も --accept に付けてください"
    ROW = "名簿の行が入れ替わったか、同じ行に読み取れない欄があります。行の全体を見て、YAML を直してください"
    GONE = "この文章は、いまの YAML にありません"
    MADE = "YAML の項目から、形を変えて印刷した文か、項目がないので自動で印刷した文です。直しをその項目に書いてください"


class Found(NamedTuple):
    """The text of one placement in one file. `accepted` is with all changes accepted; authors by hunk of issued → accepted.

    `trouble` says why the text is not to be trusted, `instead` what stands there then.
    """

    address: str
    occurrence: int
    file: str
    issued: str
    accepted: str
    hunks: tuple[tuple[Hunk, tuple[str, ...]], ...] = ()
    trouble: Trouble | None = None
    instead: str = ""
    authors: tuple[str, ...] = ()
    ruby: bool = False


class Unplaced(NamedTuple):
    """A change that belongs to no address: by whom, what, and the paragraph or heading near it."""

    file: str
    author: str
    kind: str
    words: str
    where: str


class Remark(NamedTuple):
    """A comment with the words it is about and the address it stands at, "" outside of any.

    `issued` is its passage as it was handed out (as it is now, where nothing of it was there), `where` its place in words.
    """

    file: str
    address: str
    quoted: str
    issued: str
    where: str
    comment: Comment


@dataclass(frozen=True, slots=True)
class Mapped:
    """One file of a build: what became of each placement, what has no place, the comments; changes of format only and of the contents are counted."""

    file: str
    build: str
    found: tuple[Found, ...]
    unplaced: tuple[Unplaced, ...]
    remarks: tuple[Remark, ...]
    formatting: int
    contents: int = 0


class Proposal(NamedTuple):
    """An edit of the text in the YAML of today: letters of its printed form, and who wants it."""

    hunk: Hunk
    who: tuple[str, ...]


class Side(NamedTuple):
    """What one party has."""

    who: str
    text: str


class Conflict(NamedTuple):
    """What the clerk must decide: the sides as they would read."""

    trouble: Trouble
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a review means for an address. `ours` is the text in YAML, `form` its printed form; `merged` is `ours` with all `edits`.

    `already` counts the edits that the YAML has taken before.
    """

    address: str
    ours: str
    printed: str
    merged: str
    edits: tuple[Proposal, ...]
    already: int
    conflicts: tuple[Conflict, ...]
    ruby: bool = False
