"""Is it decided what becomes of every comment on the draft?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.comments import Comment
from drafting.problems import Problem, Severity

_MOST = 20


def check_comments(comments: Sequence[Comment]) -> Iterator[Problem]:
    """R010 for each comment that nothing is decided about, R011 for one that is refused without a reason. Nobody is named."""
    for one in comments:
        if one.is_open:
            words = " ".join(one.text.split())
            about = words if len(words) <= _MOST else f"{words[:_MOST]}…"
            state = "対応が「確認中」です" if one.response else "対応が書かれていません"
            message = f"照会意見 {one.id}「{about}」の{state}。response（対応）に、反映・参考などを書いてください。"
            yield Problem("R010", message, one.response_place, Severity.WARNING)
        elif one.lacks_reason:
            message = f"照会意見 {one.id} は「{one.response}」ですが、理由がありません。reason（理由）を書いてください。"
            yield Problem("R011", message, one.response_place, Severity.WARNING)
