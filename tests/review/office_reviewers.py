"""Run by a Python that has UNO: three reviewers edit a draft in LibreOffice with tracking on; each file is saved once more.

Arguments: the pipe of a running LibreOffice, the draft, the folder for 甲委員.docx, 乙委員.docx, 丙会長.docx.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "word"))
from office_edits import PARAGRAPH_BREAK, connect, setting


def sign(context, name):
    provider = context.ServiceManager.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
    path = (setting("nodepath", "/org.openoffice.UserProfile/Data"),)
    profile = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", path)
    profile.setPropertyValue("givenname", name)
    profile.setPropertyValue("sn", "")
    profile.commitChanges()


def last(document, words):
    """The last place of the words: the contents of a draft name its headings too."""
    search = document.createSearchDescriptor()
    search.SearchString = words
    found = document.findAll(search)
    assert found.Count, words
    return found.getByIndex(found.Count - 1)


def first_reviewer(document):
    last(document, "窓口の案内を見直").String = "総合窓口の案内を見直"
    document.Text.insertControlCharacter(last(document, "窓口の案内を").Start, PARAGRAPH_BREAK, False)
    last(document, "案内の見直し").String = "案内表示の見直し"
    last(document, "案内が分かりにくい。").String = "案内がとても分かりにくい。"


def second_reviewer(document):
    last(document, "職員を").String = "全ての職員を"
    cursor = document.Text.createTextCursorByRange(last(document, "見直されたい。").End)
    cursor.goRight(1, True)
    cursor.String = ""
    last(document, "案内の見直し").String = "案内板の見直し"


def third_reviewer(document):
    last(document, "公表されたい").String = "市民に公表されたい"
    last(document, "おわりに").String = "むすび"
    cell = document.TextTables.getByIndex(document.TextTables.Count - 1).getCellByName("A1")
    cell.insertString(cell.createTextCursor(), "新", False)


def main(pipe, source, folder):
    context = connect(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    word = (setting("FilterName", "MS Word 2007 XML"),)
    for name, review in (("甲委員", first_reviewer), ("乙委員", second_reviewer), ("丙会長", third_reviewer)):
        sign(context, name)
        document = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (setting("Hidden", True),))
        document.RecordChanges = True
        review(document)
        for _ in range(2):
            url = (Path(folder) / f"{name}.docx").as_uri()
            document.storeToURL(url, word)
            document.close(False)
            document = desktop.loadComponentFromURL(url, "_blank", 0, (setting("Hidden", True),))
        document.close(False)
    desktop.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
