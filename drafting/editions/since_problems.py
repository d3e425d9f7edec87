"""What a clerk must know of a draft with changes marked: what no mark can show."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.editions.since import Since
from drafting.issued import Issued, issued_path
from drafting.problems import Place, Problem, Severity

_MOST = 30


def since_problems(since: Since, issued: Issued) -> Iterator[Problem]:
    """W004 for each text that was issued and is not printed any more, W005 for each whose change is not marked."""
    place = Place(issued_path(issued.build))
    for text in since.gone:
        words = text.text.replace("\n", " ")
        words = words[:_MOST] + "…" if len(words) > _MOST else words
        message = f"照会のときにあった {text.address}「{words}」は、今の答申案にはありません。変更履歴では示せないので、委員には別に知らせてください。"
        yield Problem("W004", message, place, Severity.INFO)
    for address in since.unmarked:
        message = f"{address} の変わった所は、表などで分かれているので変更履歴で示せません。委員には別に知らせてください。"
        yield Problem("W005", message, place, Severity.WARNING)
