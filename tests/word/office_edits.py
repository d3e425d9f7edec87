"""Run by a Python that has UNO: edits a file in LibreOffice with change tracking on, as a reviewer would.

No comment is set: version 7.4 crashes without a screen when it saves one as .docx.

Arguments: the pipe of a running LibreOffice, the file, where to save it. Prints as JSON what the
program itself shows with all changes accepted and with none.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def setting(name, value):
    return PropertyValue(Name=name, Value=value)


def find(document, words):
    search = document.createSearchDescriptor()
    search.SearchString = words
    found = document.findFirst(search)
    assert found is not None, words
    return found


def dispatch(context, document, command):
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())


def edit(context, document):
    text = document.Text
    at = find(document, "分かりやすく")
    text.insertString(at.End, "、丁寧に", False)
    find(document, "古い文").String = ""
    at = find(document, "ここで切る。")
    text.insertControlCharacter(at.End, PARAGRAPH_BREAK, False)
    cursor = text.createTextCursorByRange(find(document, "前の段落。").End)
    cursor.goRight(1, True)
    cursor.String = ""
    find(document, "置き換える").String = "差し替える"
    document.CurrentController.select(document.TextTables.getByIndex(0).getCellRangeByName("A2:B2"))
    dispatch(context, document, ".uno:DeleteRows")


def lines(document):
    found = []
    elements = document.Text.createEnumeration()
    while elements.hasMoreElements():
        element = elements.nextElement()
        if element.supportsService("com.sun.star.text.TextTable"):
            for name in element.CellNames:
                found += element.getCellByName(name).String.split("\n")
        else:
            found.append(element.String)
    return found


def shown(context, desktop, url, command):
    document = desktop.loadComponentFromURL(url, "_blank", 0, (setting("Hidden", True),))
    dispatch(context, document, command)
    found = lines(document)
    document.close(False)
    return found


def main(pipe, source, target):
    context = connect(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (setting("Hidden", True),))
    document.RecordChanges = True
    edit(context, document)
    url = Path(target).as_uri()
    document.storeToURL(url, (setting("FilterName", "MS Word 2007 XML"),))
    document.close(False)
    states = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}
    sys.stdout.write(json.dumps({state: shown(context, desktop, url, command) for state, command in states.items()}))
    desktop.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
