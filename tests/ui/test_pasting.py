"""What is pasted or dropped on a text: plain and cleaned, and never the address of a file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl

from sgdesk.ui.dialogs.briefing_item_row import ItemColumn, ItemEdit
from sgdesk.ui.dialogs.editors import LineList, TextArea
from sgdesk.ui.widgets.text_edit import PlainEdit
from sgdesk.ui.wizards.import_source_page import PasteEdit

MAKERS = {
    "area": TextArea,
    "list": LineList,
    "page": PasteEdit,
    "item": lambda: ItemEdit(ItemColumn("text", "Words")),
    "plain": PlainEdit,
}


def rich(text, html):
    data = QMimeData()
    data.setText(text)
    data.setHtml(html)
    return data


def files(*paths):
    """What a file manager hands over: addresses, and the same as text."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    data.setText("\n".join(paths))
    return data


@pytest.fixture(params=MAKERS)
def edit(request, qtbot):
    made = MAKERS[request.param]()
    qtbot.addWidget(made)
    return made


def test_rich_text_comes_in_plain_and_without_what_nobody_sees(edit):
    edit.insertFromMimeData(
        rich("A bold\u202egpj.exe\x07 word\x00", "<b>A bold</b><script>1</script>")
    )
    assert edit.toPlainText() == "A boldgpj.exe word"


def test_a_file_that_is_dropped_leaves_no_address(edit):
    dropped = files("/home/someone/Name of a child.docx")
    if not isinstance(edit, PasteEdit):  # that one reads the file instead
        assert not edit.canInsertFromMimeData(dropped)
    edit.insertFromMimeData(dropped)
    assert edit.toPlainText() == ""


def test_a_link_that_is_dropped_is_text(edit):
    data = QMimeData()
    data.setUrls([QUrl("https://www.example.org/review")])
    data.setText("https://www.example.org/review")
    assert edit.canInsertFromMimeData(data)
    edit.insertFromMimeData(data)
    assert edit.toPlainText() == "https://www.example.org/review"
