"""What the program puts on the clipboard is marked, and there is one way to put it there."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QGuiApplication

import sgdesk.ui
from sgdesk.ui.widgets.clipboard import copy_text

UI = Path(sgdesk.ui.__file__).parent
PUTS = re.compile(r"\.set(Text|MimeData|Image|Pixmap)\(")


def test_histories_of_the_clipboard_are_asked_to_leave_it_out(qapp):
    copy_text("Two siblings")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Two siblings"
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    for name, value in (
        ("ExcludeClipboardContentFromMonitorProcessing", b"1"),
        ("CanIncludeInClipboardHistory", bytes(4)),
        ("CanUploadToCloudClipboard", bytes(4)),
    ):
        assert bytes(data.data(f'application/x-qt-windows-mime;value="{name}"').data()) == value


def test_there_is_no_other_way_to_the_clipboard():
    puts = [
        path.name
        for path in UI.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if "clipboard()" in line and PUTS.search(line)
    ]
    assert puts == ["clipboard.py"]
