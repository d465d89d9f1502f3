"""Pictures of windows and paper come about without a screen, a printer or a running program."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from kept_registers import copied_practice
from PySide6.QtGui import QImage

from sgdesk.app.pictures import draw_main_windows, picture_of_main_window, print_to_file
from sgdesk.errors import UserError
from sgdesk.services.deadlines import list_deadlines
from sgdesk.ui.look.current import Look, put_in_force
from sgdesk.ui.look.theme import Scheme, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from sgdesk.services.register import Register

TODAY = date(2026, 11, 23)
PAGES = ["today", "cases", "case", "deadlines", "publications", "settings"]


@pytest.fixture(scope="module")
def register(qapp: object) -> Iterator[Register]:
    register = copied_practice(today=TODAY, now=lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
    yield register
    register.close()


@pytest.fixture(autouse=True)
def _undressed(qapp: QApplication) -> Iterator[None]:
    """Take the look off the application again: other tests know none."""
    before = (qapp.palette(), qapp.font())
    yield
    theme = qapp.findChild(Theme)
    theme.set_scheme(Scheme.SYSTEM)
    theme.setParent(None)
    theme.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    put_in_force(Look())


def colours_of(picture: QImage) -> set[str]:
    return {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 8)
        for y in range(0, picture.height(), 8)
    }


def test_all_deadlines_are_printed_to_a_file(register: Register, tmp_path: Path) -> None:
    count = print_to_file(register, tmp_path / "paper.pdf", today=TODAY)

    document = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
    assert len(document) == count > 1
    first = document[0].get_textpage().get_text_range()
    document.close()
    assert f"{len(list_deadlines(register, today=TODAY))} deadlines as at" in first
    assert "PRACTICE: invented cases" in first


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_file_that_cannot_be_printed_to_is_told(register: Register, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        print_to_file(register, tmp_path / "nowhere" / "paper.pdf", today=TODAY)


def test_the_main_window_is_drawn_with_its_data(register: Register) -> None:
    picture = picture_of_main_window(register, today=TODAY)

    assert (picture.width(), picture.height()) == (1440, 900)
    assert {"#12344d", "#f2a541"} <= colours_of(picture)  # the navigation, the practice banner
    assert picture_of_main_window(register, today=TODAY) == picture


def test_each_main_page_is_drawn_light(register: Register, tmp_path: Path) -> None:
    drawn = draw_main_windows(register, tmp_path, today=TODAY)

    assert [path.name for path in drawn] == [f"{key}.png" for key in PAGES]
    pictures = [QImage(str(path)) for path in drawn]
    assert all("#f2f6f8" in colours_of(picture) for picture in pictures)
    assert len({path.read_bytes() for path in drawn}) == len(PAGES)


def test_a_picture_that_cannot_be_written_is_an_error(register: Register, tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"today\.png"):
        draw_main_windows(register, tmp_path / "nowhere", today=TODAY)
