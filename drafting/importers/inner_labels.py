"""Labels within the value of another: 「出席者：（委員）山田　（事務局）佐藤課長」."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.importers.label_keys import Part, head_field_of, key
from drafting.importers.label_lines import Found
from drafting.importers.labels import find_labels
from drafting.importers.rows import Row
from drafting.importers.vocabulary import PEOPLE

# A group of members, where it stands in round brackets among them.
GROUP = re.compile("[ \t\u3000]*[(（](?:関係団体|関係機関|関係者|事業者)[)）]")
_HEADS_OF_TOWNS = frozenset(("市長", "町長", "村長", "区長"))
_MEMBERS_BEHIND = re.compile("[、，][ \u3000]*(?:教育)?委員[ \u3000]")
_INNER_LABEL = re.compile("(?:^|(?<=[ \t\u3000\n、。／/；;])|(?=[【＜]))(?:[(（【〔＜<［\\[]([^()（）【】〔〕＜＞<>［］\\[\\]\n]{2,10}|[市町村区県](?=[)）][ \u3000]*[^ \u3000、\n]{2,12}(?:課|部|室|局|係|長)))[)）】〕＞>］\\]]|([^ \t\u3000\n、。／/；;：:()（）]{2,8})[：:])")


# 「…、森委員（事務局）佐藤課長」, where a reader has joined two lines.
_GLUED_OFFICE = re.compile("(委員|議員|会長|委員長|座長|氏)([(（](?:事務局|市側|町側|執行部|説明員)[)）](?=[^ \u3000、，\n（(]{2,}(?:長|主事|主査|主幹|補佐|主任|職員)))")
# 「（委員）串本、日置（事務局）古座課長」: where one side stands in brackets before its people, the other does.
_SIDE = re.compile("[(（](?:委員|構成員|会員|部会員|出席者|出席委員)[)）]")
_OTHER_SIDE = re.compile("(?<=[^ \u3000\n])[(（](?:事務局|市側?|町側?|村側?|区側?|執行部|説明員|説明者|オブザーバー|関係課|担当課|所管課)[)）](?=[^ \u3000、，\n（(])")
# 「…、尾形事務局　健康課長　木島」: a cell of a page whose lines no width could part.
_GLUED_LINE = re.compile("(?<=[、，])([一-龥々ヶ]{1,3}[^会局部課室、， \u3000])(事務局[ \u3000]+(?=[^ \u3000、，]{0,14}(?:長|主事|主査|主幹|補佐|主任|職員)[ \u3000]))")


def heads_members(one: Found) -> bool:
    """True for 「市長　山田、教育長　佐藤、委員　鈴木」: the mayor is the first in a list of members, no label of others."""
    return key(one.label) in _HEADS_OF_TOWNS and bool(_MEMBERS_BEHIND.search(one.value))


def inner_parts(one: Found) -> Iterator[Found]:
    """「出席者：（委員）山田 （事務局）佐藤課長」: the labels within a value."""
    if one.field not in PEOPLE or (one.field in ("members", "absent") and GROUP.match(one.value)):
        yield one
        return
    if _SIDE.match(one.value):
        one = one._replace(value=_OTHER_SIDE.sub("\n\\g<0>", one.value))
    one = one._replace(value=_GLUED_LINE.sub("\\1\n\\2", one.value))
    start = [found for found in find_labels(Row((one.value.replace("\n", " "),), 0), Part.ATTENDANCE, head_field_of) if found.field in PEOPLE and found.value and not heads_members(found) and not (one.field == "absent" and found.field == "members")]
    if start and "\n" not in one.value:
        yield from (part for found in start for part in inner_parts(found))
        return
    if one.field in ("attendance", "members") and "\n" in one.value and len(parts := list(_lines_of_sides(one))) > 1:
        yield from (part for found in parts for part in inner_parts(found))
        return
    one = one._replace(value=_GLUED_OFFICE.sub("\\1\n\\2", one.value))
    cuts = [match for match in _INNER_LABEL.finditer(one.value) if _people_field(match[1] or match[2]) not in ("", "members" if one.field == "absent" else "")]
    if not cuts or (before := one.value[: cuts[0].start()]).strip(" \t\u3000\n"):
        yield one._replace(value=before if cuts else one.value)
    ends = [*(match.start() for match in cuts[1:]), len(one.value)] if cuts else []
    for match, end in zip(cuts, ends, strict=True):
        field = _people_field(match[1] or match[2])
        yield Found(field, match[0], one.value[match.end() : end].strip(" \t\u3000\n"))


def _lines_of_sides(one: Found) -> Iterator[Found]:
    """The lines of a cell parted where one begins with the label of the city's side: 「事務局　健康課長　木島」 below 「委員　萩、湯本」."""
    part = one._replace(value="")
    for line in one.value.split("\n"):
        found = find_labels(Row((line,), 0), Part.ATTENDANCE, head_field_of)[:1]
        side = found[0].field if found and found[0].value else ""
        if side == "secretariat" or (side == "members" and part.field == "secretariat"):
            yield part
            part = found[0]
        else:
            part = part._replace(value=f"{part.value}\n{line}" if part.value else line)
    yield part


def _people_field(label: str) -> str:
    name = key(label)
    field = head_field_of(Part.ATTENDANCE)(name) or ("members" if name.endswith("委員") else "")
    return field if field in PEOPLE else ""
