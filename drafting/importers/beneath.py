"""Lines beneath the record, which nobody says: that the meeting was closed, when the next one is, who signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.importers.headings import CLOCK
from drafting.importers.rows import Row, is_blank

_LONGEST, _LONGEST_CERTIFICATE, _MOST_SIGNERS = 60, 120, 20
_CLOSED = re.compile(
    f"[ \t\u3000]*(?:{CLOCK}[、，]?)?(?:委員長|会長|座長|議長|部会長|事務局|司会)[がは、]?(?:{CLOCK}[、，]?に?)?(?:会議の)?(?:開会|閉会|散会|休憩|再開)(?:を(?:宣|告|宣言)(?:した|する|し、.{{0,20}}た|げた)|した)[。]?"
    "|[ \t\u3000]*(?:会議録|議事録)?署名(?:人|委員|者)(?:[ \u3000：:]+[^。、]{0,24})?"
)
_NEXT = re.compile(
    "[・※○◯●■□◇◆ \u3000]*(?:次回の?(?:開催|会議|審議会|委員会|協議会|部会)?の?(?:予定)?(?:日時|日程|日)?(?:[(（][^()（）]{0,12}[)）])?"
    "|第[ \u3000]*[0-9０-９一二三四五六七八九十]{1,3}[ \u3000]*回[^ \u3000：:、。]{0,12})"
    "[ \t\u3000：:は]+(?:令和|平成|[0-9０-９]{4}年|[0-9０-９]{1,2}月)[^。]*"
)
_CERTIFICATE = re.compile(
    "(?:会議|議事)(?:録|の?(?:次第|経過|顛末|てん末|内容|状況)).*(?:証|署名|記名|押印|作成|調製|記載|記録)"
    "|(?:規定|規則)により[、，]?(?:ここに)?(?:署名|記名)"
    "|(?:証する|証明する|明らかにする)ため.*(?:署名|記名|押印)"
)
_SIGNERS = re.compile("署名|記名|議長|会長|委員長|委員|教育長|会議録|㊞|印$")


def is_closing(text: str) -> bool:
    """True for 「午後4時、会長が閉会を宣した。」 and 「議事録署名人　山田 太郎」."""
    return len(text) <= _LONGEST and bool(_CLOSED.fullmatch(text))


def is_next_time(text: str) -> bool:
    """True for 「次回：令和8年1月16日（金）」 and 「第4回　令和8年1月16日」; a speech may end so too."""
    return len(text) <= _LONGEST and bool(_NEXT.fullmatch(text))


def signatures_from(rows: Sequence[Row]) -> int:
    """The row of 「以上、会議の顛末を記載し、…ここに署名する。」 above those who sign, or the number of rows.

    「議　長　　渋　川　一　郎」 there is a signature, no speech. It must be the end of the file: nobody says a sentence behind it.
    """
    filled = [i for i, row in enumerate(rows) if not is_blank(row)]
    # 「議事録署名人」 among those who sign looks like the certificate above them all.
    found = len(rows)
    for place in range(len(filled) - 1, max(len(filled) - _MOST_SIGNERS, 0) - 1, -1):
        text = rows[filled[place]].text.strip(" \t\u3000")
        behind = [rows[i].text for i in filled[place + 1 :]]
        if len(text) <= _LONGEST_CERTIFICATE and _CERTIFICATE.search(text) and any(_SIGNERS.search("".join(line.split())) for line in behind):
            found = filled[place]
        if "。" in text and not (place and _CERTIFICATE.search(rows[filled[place - 1]].text)):
            break
    return found
