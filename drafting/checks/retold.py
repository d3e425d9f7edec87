"""Is what the texts of the committee retell (the day of the question, the number of meetings) what the files say?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.checks.texts import WrittenText, report_texts
from drafting.japanese import half_width_digits
from drafting.model import Committee, Minutes, Recommendations
from drafting.patterns import lazy_pattern
from drafting.problems import Problem, Severity

_DAY = r"(?:(?:令和|平成)(?:元|\d{1,2})年(?:[(（]\d{4}年?[)）])?|\d{4}年(?:[(（][^()（）]{2,6}[)）])?)\d{1,2}月\d{1,2}日"
# Nothing but the day, who asked, and 諮問: no other thing that may have happened on that day
_ASKED = lazy_pattern(
    rf"({_DAY})(?:[(（].{{1,3}}[)）])?(?:付け?)?(?:で|に|の)?[、,]?(?:[^、。\n]{{1,12}}?(?:から|より|による?)[、,]?|本\w{{2,3}}会(?:に|へ|は)[、,]?)?"
    r"(?:諮問を受け|諮問のあ|諮問があ|諮問され)"
)
_OTHER_TIME = lazy_pattern("前回|前期|前計画|前の|当時|旧|現行|以前|かつて")
_SESSIONS = lazy_pattern(r"(?<![第\d])(\d{1,2})回(?:にわたり|に渡り|にわたって|に渡って|の(?:会議|委員会|審議会)を?(?:開催し|開き|開いて|重ね|通じ|通して))[、,]?[^。、\n]{0,14}?[、,]?[^。、\n]{0,10}審議")
_OTHER_MEETINGS = lazy_pattern("部会|分科会|小委員会|ワーキング|作業班|視察|説明会|市は|うち|各|ずつ|ごと")


def check_retold(committee: Committee, minutes: Sequence[Minutes]) -> Iterator[Problem]:
    """M015 another day of the 諮問 than `consultation`, M016 another number of meetings than there are."""
    for text in report_texts(committee, Recommendations((), ())):
        for sentence in re.finditer("[^。\n]+", half_width_digits(text.words)):
            yield from _asked(committee, text, sentence)
            if committee.letter.date:  # before that, meetings may be still to come
                yield from _counted(committee, minutes, text, sentence)


def _asked(committee: Committee, text: WrittenText, sentence: re.Match[str]) -> Iterator[Problem]:
    found = _ASKED.search(sentence[0])
    if not found or not committee.consultation.date or _OTHER_TIME.search(sentence[0][: found.end()]):
        return
    from drafting.dates import parse_date  # most workspaces are looked at without

    day = parse_date(found[1])
    if day and day != committee.consultation.date:
        message = (
            f"{text.name}: 「{found[1]}」に諮問とありますが、consultation の date は {committee.consultation.date} です。どちらかを直してください。"
        )
        yield Problem("M015", message, text.place.within(text.words, sentence.start() + found.start()), Severity.WARNING)


def _counted(committee: Committee, minutes: Sequence[Minutes], text: WrittenText, sentence: re.Match[str]) -> Iterator[Problem]:
    found = _SESSIONS.search(sentence[0])
    if not found or _OTHER_MEETINGS.search(sentence[0]):
        return
    dated = {row.date for row in committee.meetings if row.date} | {one.meeting.date for one in minutes if one.meeting.date}
    rows = {row.session for row in committee.meetings}
    count = len(minutes) + len(rows - {one.meeting.session for one in minutes})
    if count and int(found[1]) not in (count, len(dated)):
        message = f"{text.name}: 「{found[0]}」とありますが、会議は{count}回です（会議録と committee.yaml の meetings）。どちらかを直してください。"
        yield Problem("M016", message, text.place.within(text.words, sentence.start() + found.start()), Severity.WARNING)
