"""Help is there without a network, one page for each window, and every page can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl

from sgdesk.config.resources import resource
from sgdesk.ui.dialogs.help_window import TOPICS, HelpWindow
from sgdesk.ui.shell.page_stack import PAGES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> HelpWindow:
    window = HelpWindow()
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_a_page_that_begins_with_its_title(window: HelpWindow, topic: str) -> None:
    window.show_topic(topic)

    assert window.page_view.toPlainText().startswith(TOPICS[topic])
    assert window.windowTitle() == f"SGDesk help: {TOPICS[topic]}"


def test_every_page_of_the_program_has_its_topic() -> None:
    assert {page.key for page in PAGES} <= set(TOPICS)


def test_every_shipped_page_can_be_reached() -> None:
    assert {file.stem for file in resource("help").glob("*.md")} == set(TOPICS)


def test_an_unknown_topic_shows_the_first_page(window: HelpWindow) -> None:
    window.show_topic("cases")
    window.show_topic("nothing")

    assert window.windowTitle() == "SGDesk help: Today"


def test_a_link_leads_to_another_page_and_never_out(window: HelpWindow) -> None:
    window.page_view.anchorClicked.emit(QUrl("deadlines.md"))

    assert window.windowTitle() == "SGDesk help: Deadlines"
