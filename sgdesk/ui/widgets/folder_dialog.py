"""The system's window for choosing a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def ask_folder(
    parent: QWidget, title: str, then: Callable[[str], object], start: str = ""
) -> QFileDialog:
    """Return the open window; `then` is called with the folder that is chosen, if one is.

    It begins in the folder `start`, or where the system thinks best.
    """
    dialog = QFileDialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
