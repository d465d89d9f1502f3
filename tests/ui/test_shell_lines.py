"""The line at the foot of the window and the notice above the page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from sgdesk.domain.counting import Counting
from sgdesk.domain.partnerships import PartnershipDraft
from sgdesk.ui.errors import Trouble
from sgdesk.ui.shell.notice_bar import NoticeBar
from sgdesk.ui.shell.panes import first_stop, focus_next_pane
from sgdesk.ui.shell.status_line import StatusLine, local_time, saved_words
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sgdesk.services.register import Register

SAVED_AT = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)


def register(**facts: Any) -> Register:
    profile = PartnershipDraft(officer="Business support", counting=Counting.DAY_AFTER)
    known = {"is_practice": False, "saved_at": None, "profile": profile, "now": lambda: SAVED_AT}
    known |= facts
    return cast("Register", SimpleNamespace(**known))


@pytest.mark.parametrize(
    ("facts", "what", "words"),
    [
        ({}, "", "Nothing changed since opening"),
        ({"saved_at": SAVED_AT}, "", f"Saved {local_time(SAVED_AT)}"),
        ({"saved_at": SAVED_AT}, "Case saved", f"Saved {local_time(SAVED_AT)} · Case saved"),
        (
            {"saved_at": SAVED_AT, "now": lambda: SAVED_AT + timedelta(days=2)},
            "",
            f"Saved Mon 23 Nov, {local_time(SAVED_AT)}",
        ),
        ({"is_practice": True, "saved_at": SAVED_AT}, "", "Practice only, not kept"),
    ],
)
def test_the_line_says_what_is_saved(facts: dict[str, Any], what: str, words: str) -> None:
    assert saved_words(register(**facts), what) == words


def test_the_line_names_the_counting_and_the_officer(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)

    line.show_register(register())

    assert line.counting_label.text() == (
        "Working days: England and Wales, the day after the trigger is day 1"
    )
    assert line.who_label.text() == "Business support"


def test_a_narrow_line_elides_and_keeps_the_whole_in_the_tooltip(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_register(register())
    line.resize(320, 32)
    line.show()

    line.grab()

    assert line.counting_label.toolTip() == line.counting_label.text()
    assert line.minimumSizeHint().width() < 320


def test_a_notice_stays_until_it_is_closed(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    assert not bar.isVisible()

    bar.show_trouble(Trouble("The disk is full."))

    assert bar.isVisible()
    assert bar.sentence_label.text() == "The disk is full."
    assert not bar.copy_button.isVisible()
    bar.close_button.click()
    assert not bar.isVisible()


def test_the_reference_of_a_notice_can_be_copied(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)

    bar.show_trouble(Trouble("Something went wrong.", "AB12CD"))
    bar.copy_button.click()

    assert "AB12CD" in bar.sentence_label.text()
    assert QGuiApplication.clipboard().text() == "SGDesk AB12CD"


def test_f6_goes_round_the_panes_and_leaves_out_what_takes_no_keys(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    one, two = make_button("One"), make_button("Two")
    silent = make_label("Nothing to do here")
    for place, widget in enumerate((one, silent, two)):
        widget.setParent(window)
        widget.move(0, 40 * place)
    window.show()
    panes = [one, silent, two]

    assert first_stop(silent) is None
    focus_next_pane(panes, None)
    assert window.focusWidget() is one
    focus_next_pane(panes, one)
    assert window.focusWidget() is two
    focus_next_pane(panes, two)
    assert window.focusWidget() is one


def test_f6_without_any_pane_changes_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = make_button("One")
    field.setParent(window)
    window.show()
    field.setFocus()

    focus_next_pane([make_label("nothing")], field)

    assert window.focusWidget() is field
