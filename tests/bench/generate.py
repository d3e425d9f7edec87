"""Workspaces of any size in our own words, and the same content as the peers want it. Seeded.

`python generate.py workspace FOLDER MEETINGS UTTERANCES RECOMMENDATIONS` (or `closed`, of which a final edition can be made) and
`python generate.py doorstop FOLDER ITEMS`: called as processes, so that the bench itself
stays small (on Linux a child's peak memory counts that of its parent before exec).
"""

from __future__ import annotations

import json
import random
import re
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[2]
PER_THEME = 40
_PLACES = ["窓口", "図書館", "公民館", "学校", "保育所", "体育館", "公園", "支所", "病院", "駅前広場", "商店街", "福祉会館"]
_THINGS = ["案内の表示", "予約の方法", "申請の書式", "利用の手引", "料金の支払", "開館の時間", "相談の受付", "職員の研修", "情報の公開", "設備の点検"]
_PEOPLE = ["高齢の市民", "子育て中の世帯", "転入した人", "外国籍の住民", "通勤する人", "地域の団体", "若い世代", "障害のある人"]
_WAYS = ["分かりやすく", "早めに", "段階を追って", "無理なく", "費用を抑えて", "丁寧に", "互いに協力して", "目標を定めて"]
_DEEDS = ["見直す", "整える", "広げる", "確かめる", "伝える", "組み直す", "試みる", "記録する"]
_ROLES = ("委員", "事務局", "委員", "委員長")
_CLOSED = """committee:
  name: 甲市計画評価委員会
  city: 甲市
  members:
    - {name: 阿部　一子, role: 委員長, affiliation: 甲大学教授, category: 学識経験者}
    - {name: 毛利　二郎, role: 委員, category: 公募市民}
consultation:
  {title: 計画について, number: 甲企第12号, date: 2025-04-01, items: 計画の在り方について, reason: 計画を見直す必要があるため。}
letter:
  {title: 計画について（答申）, number: 甲計第1号, date: 2026-03-27, addressee_title: 甲市長, addressee_name: 山田　太郎, chair_name: 阿部　一子}
texts:
  introduction: 本委員会は、諮問を受け、審議を行った。
  closing: 市においては、本答申の趣旨を踏まえて取り組まれたい。
"""
_ENDS = ["べきである", "必要がある", "ことが望ましい", "ことを検討されたい", "よう努められたい"]


def sentence(rng: random.Random) -> str:
    """One sentence of about 40 letters."""
    place, thing, people = rng.choice(_PLACES), rng.choice(_THINGS), rng.choice(_PEOPLE)
    number = rng.randrange(2, 900)
    return f"{place}の{thing}については、{people}のうち{number}人の声を踏まえ、{rng.choice(_WAYS)}{rng.choice(_DEEDS)}{rng.choice(_ENDS)}。"


def make_workspace(folder: Path, meetings: int, utterances: int, recommendations: int) -> None:
    """A workspace with templates and committee.yaml of the repository, and the data for docxtpl."""
    rng = random.Random(20260401)
    shutil.copytree(REPOSITORY / "templates", folder / "templates")
    (folder / "inputs/minutes").mkdir(parents=True)
    shutil.copy(REPOSITORY / "drafting/starter/inputs/committee.yaml", folder / "inputs")
    said: dict[str, list[str]] = {}
    for number in range(1, meetings + 1):
        count = utterances // meetings
        (folder / f"inputs/minutes/{number}.yaml").write_text(_minutes(rng, number, count, said), encoding="utf-8")
    references = list(said)
    items = [_recommendation(rng, number, said, references) for number in range(1, recommendations + 1)]
    titles = [f"分野{number} {rng.choice(_THINGS)}" for number in range(1, max(8, recommendations // PER_THEME) + 1)]
    for number, item in enumerate(items):
        item["theme"] = titles[number * len(titles) // len(items)]
    (folder / "inputs/recommendations.yaml").write_text(_recommendations(rng, titles, items), encoding="utf-8")
    themes = [{"title": title, "items": [item for item in items if item["theme"] == title]} for title in titles]
    (folder / "docxtpl.json").write_text(json.dumps({"themes": themes}, ensure_ascii=False), encoding="utf-8")


def make_closed_workspace(folder: Path, meetings: int, utterances: int, recommendations: int) -> None:
    """The same with nothing left open: every opinion has one recommendation, everything is filled in."""
    make_workspace(folder, meetings, utterances, recommendations)
    (folder / "inputs/committee.yaml").write_text(_CLOSED, encoding="utf-8")
    numbers = [(meeting, n) for meeting in range(1, meetings + 1) for n in range(1, utterances // meetings + 1)]
    opinions = [f"{meeting}-U{n:03d}" for meeting, n in numbers if _ROLES[n % 4] != "事務局"]
    shares = (f"    cites: [{', '.join(opinions[first::recommendations])}]\n" for first in range(recommendations))
    path = folder / "inputs/recommendations.yaml"
    text = re.sub("    cites:\n(?:      - .*\n)+", lambda _: next(shares), path.read_text("utf-8"))
    path.write_text(text, encoding="utf-8")


def _minutes(rng: random.Random, number: int, count: int, said: dict[str, list[str]]) -> str:
    day = date(2025, 4, 1) + timedelta(days=number)
    lines = [
        f'meeting:\n  id: "{number}"\n  title: 第{number}回会議\n  committee: 甲市計画評価委員会\n  session: {number}\n',
        f"  date: {day}\n  place: 第1会議室\n  agenda:\n    - {{number: 1, title: 計画について, kind: 諮問}}\n",
        "record:\n  - narrative: '＜開会＞'\n    line: 1\n",
    ]
    for n in range(1, count + 1):
        role = _ROLES[n % 4]
        texts = [sentence(rng) for _ in range(rng.randrange(2, 6))]
        said[f"{number}-U{n:03d}"] = texts
        lines.append(f"  - id: U{n:03d}\n    speaker: {role}\n    role: {role}\n    agenda: 1\n    line: {n + 1}\n")
        lines.append(f"    text: |\n      {''.join(texts)}\n")
    return "".join(lines)


def _recommendation(
    rng: random.Random, number: int, said: dict[str, list[str]], references: list[str]
) -> dict[str, Any]:
    cited = [rng.choice(references) for _ in range(rng.randrange(1, 4))]
    return {
        "id": f"R{number}",
        "title": f"{rng.choice(_PLACES)}の{rng.choice(_THINGS)}の改善",
        "body": ["".join(sentence(rng) for _ in range(2)) for _ in range(rng.randrange(1, 3))],
        "cites": [{"at": at, "quote": rng.choice(said[at]).rstrip("。")} for at in cited],
        "response": rng.choice(references),
    }


def _recommendations(rng: random.Random, titles: list[str], items: list[dict[str, Any]]) -> str:
    lines = ["themes:\n"]
    lines += [f"  - title: {title}\n    lead: |\n      {sentence(rng)}{sentence(rng)}\n" for title in titles]
    lines.append("recommendations:\n")
    for item in items:
        lines.append(f"  - id: {item['id']}\n    theme: {item['theme']}\n    title: {item['title']}\n    body: |\n")
        lines += [f"      {paragraph}\n" for paragraph in item["body"]]
        lines.append("    cites:\n")
        lines += [f"      - {{at: {cite['at']}, quote: {cite['quote']}}}\n" for cite in item["cites"]]
        lines.append(f"    responses: [{item['response']}]\n    status: 確定\n")
    return "".join(lines)


def make_doorstop(folder: Path, items: int) -> None:
    """Two documents of `items` items each, linked one to one, as doorstop's own YAML files.

    The caller makes `folder` a repository of git: doorstop looks for one.
    """
    rng = random.Random(20260401)
    for prefix, parent in (("UTT", ""), ("REC", "UTT")):
        document = folder / prefix.lower()
        document.mkdir(parents=True)
        above = f"  parent: {parent}\n" if parent else ""
        head = f"settings:\n  digits: 5\n{above}  prefix: {prefix}\n  sep: ''\n"
        (document / ".doorstop.yml").write_text(head, encoding="utf-8")
        for number in range(1, items + 1):
            links = f"links:\n- {parent}{number:05d}: null\n" if parent else "links: []\n"
            text = (
                f"active: true\nderived: false\nheader: ''\nlevel: 1.{number}\n{links}normative: true\n"
                f"ref: ''\nreviewed: null\ntext: |\n  {sentence(rng)}\n"
            )
            (document / f"{prefix}{number:05d}.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    target, numbers = Path(sys.argv[2]), [int(text) for text in sys.argv[3:]]
    {"workspace": make_workspace, "closed": make_closed_workspace, "doorstop": make_doorstop}[sys.argv[1]](target, *numbers)
