from __future__ import annotations

import io

import docx
from read_build import dele, ins, p, part, r, read

from drafting.word.reading import Document, quoted_text, read_document

MARK = '<w:commentReference w:id="{}"/>'


def start(id: int) -> str:
    return f'<w:commentRangeStart w:id="{id}"/>'


def end(id: int) -> str:
    return f'<w:commentRangeEnd w:id="{id}"/>' + r(MARK.format(id))


def comment(id: int, text: str, author: str = "審査 花子", paragraph_id: str = "") -> str:
    lines = "".join(f'<w:p w14:paraId="{paragraph_id}">{r(line)}</w:p>' for line in text.split("\n"))
    return f'<w:comment w:id="{id}" w:author="{author}" w:date="2025-12-01T09:00:00Z">{lines}</w:comment>'


def comments(*elements: str, threads: str = "") -> dict[str, bytes]:
    extended = part("x", threads).replace(b"<w:x", b"<w15:commentsEx").replace(b"</w:x", b"</w15:commentsEx")
    return {"comments": part("comments", "".join(elements)), "commentsExtended": extended}


def told(document: Document) -> list[tuple[str, str, str]]:
    return [(each.author, each.text, quoted_text(document, each)) for each in document.comments]


def test_a_comment_has_its_author_words_and_passage() -> None:
    document = read(p("前", start(1), "対", ins("象"), end(1), "後"), p("次"), **comments(comment(1, "直して\nください")))
    assert told(document) == [("審査 花子", "直して\nください", "対象")]
    (found,) = document.comments
    assert (found.date, found.paragraph, found.parent, found.resolved) == ("2025-12-01T09:00:00Z", 0, None, False)


def test_answers_and_settled_threads() -> None:
    threads = '<w15:commentEx w15:paraId="01" w15:done="1"/><w15:commentEx w15:paraId="02" w15:paraIdParent="01" w15:done="0"/><w15:commentEx w15:paraId="03"/>'
    made = comments(comment(1, "問", paragraph_id="01"), comment(2, "答", "事務局", "02"), comment(3, "別", paragraph_id="03"), threads=threads)
    document = read(p(start(1), "対象", end(1)), p(start(3), "他", end(3)), **made)
    assert told(document) == [("審査 花子", "問", "対象"), ("事務局", "答", "対象"), ("審査 花子", "別", "他")]
    assert [(each.parent, each.resolved, each.paragraph) for each in document.comments] == [(None, True, 0), ("1", True, 0), (None, False, 1)]


def test_a_paragraph_without_an_id_is_no_parent_of_every_comment() -> None:
    unnamed = comment(1, "問").replace(' w14:paraId=""', "")
    threads = '<w15:commentEx w15:paraId="02" w15:done="0"/>'
    document = read(p(start(1), "対象", end(1)), p(start(2), "他", end(2)), **comments(unnamed, comment(2, "別", paragraph_id="02"), threads=threads))
    assert [each.parent for each in document.comments] == [None, None]


def test_threads_in_a_circle_end() -> None:
    threads = '<w15:commentEx w15:paraId="01" w15:paraIdParent="02"/><w15:commentEx w15:paraId="02" w15:paraIdParent="01"/>'
    made = comments(comment(1, "問", paragraph_id="01"), comment(2, "答", paragraph_id="02"), threads=threads)
    assert [each.parent for each in read(p("文"), **made).comments] == ["2", "1"]


def test_a_comment_whose_passage_was_deleted_quotes_what_stood_there() -> None:
    document = read(p(start(1), dele("消えた文"), end(1)), **comments(comment(1, "なぜ")))
    assert told(document) == [("審査 花子", "なぜ", "消えた文")]


def test_a_comment_without_a_passage_has_its_place_and_one_without_a_mark_is_told_too() -> None:
    name = '<w:bookmarkStart w:id="5" w:name="d_R1_body"/>'
    document = read(p("一"), p(name, "対象", r(MARK.format(1)), '<w:bookmarkEnd w:id="5"/>'), **comments(comment(1, "点"), comment(2, "迷子")))
    assert [(each.text, each.paragraph, each.bookmarks, each.accepted) for each in document.comments] == [
        ("点", 1, ("d_R1_body",), None), ("迷子", -1, (), None),
    ]  # fmt: skip


def test_a_passage_over_paragraphs_and_overlapping_passages() -> None:
    document = read(p(start(1), "一", start(2), "二"), p("三", end(1), "四", end(2)), **comments(comment(1, "甲"), comment(2, "乙")))
    assert [quote for _, _, quote in told(document)] == ["一二\n三", "二\n三四"]


def test_a_comment_with_changed_words_says_the_accepted_ones() -> None:
    changed = f'<w:comment w:id="1" w:author="a"><w:p>{ins("新")}{dele("旧")}</w:p></w:comment>'
    assert [each.text for each in read(p(start(1), "文", end(1)), **comments(changed)).comments] == ["新"]


def test_comments_of_another_program_are_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("前")
    document.add_comment(paragraph.add_run("対象"), text="直してください", author="審査 花子", initials="審")
    target = io.BytesIO()
    document.save(target)
    assert told(read_document(target.getvalue(), "x")) == [("審査 花子", "直してください", "対象")]
