"""Choosing what a pack is made of: reviews, documents, and what is remembered of that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from pack_steps import add_telling, go_to_place, idle, open_wizard
from PySide6.QtCore import Qt
from wizard_samples import TODAY, add_briefing, make_register

from sgdesk.records.exports import DocumentKind, ReviewChoice
from sgdesk.services.briefings import get_briefing, save_briefing
from sgdesk.ui.context import AppContext
from sgdesk.ui.models.columns import Role
from sgdesk.ui.wizards.export_reviews_page import ReviewsPage
from sgdesk.ui.wizards.export_wizard import ExportWizard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from sgdesk.services.register import Register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    (tmp_path / "register").mkdir()
    register, _key = make_register(tmp_path / "register")
    yield register
    register.close()


@pytest.fixture
def context(register: Register) -> AppContext:
    return AppContext(register, lambda: TODAY)


@pytest.fixture
def sound(register: Register) -> UUID:
    return add_briefing(register, "ZZTS2024-25-03")


@pytest.fixture
def telling(register: Register) -> UUID:
    return add_telling(register)


def test_space_chooses_and_the_search_keeps_what_is_chosen(
    qtbot: QtBot, context: AppContext, register: Register, sound: UUID, telling: UUID
) -> None:
    wizard = open_wizard(qtbot, context)
    page = wizard.reviews_page
    assert not wizard.footer.next_button.isEnabled()
    assert "at least one" in wizard.status.label.text()

    page.table.choose(sound)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert [choice.briefing_id for choice in page.chosen()] == [sound]

    page.search_edit.setText("zzts2025")
    page.search_edit.returnPressed.emit()
    assert page.model.shown_count == 1
    page.all_button.click()
    assert page.count_label.text() == "2 of 2 chosen"

    page.none_button.click()
    assert page.chosen() == ()


def test_a_click_on_the_box_chooses(qtbot: QtBot, context: AppContext, sound: UUID) -> None:
    wizard = open_wizard(qtbot, context)
    table = wizard.reviews_page.table
    index = table.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Not chosen"

    spot = table.visualRect(index).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Chosen"

    other = table.visualRect(table.model().index(0, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=other)
    assert len(wizard.reviews_page.chosen()) == 1


def test_without_a_briefing_the_wizard_says_where_they_come_from(
    qtbot: QtBot, context: AppContext
) -> None:
    wizard = open_wizard(qtbot, context)
    assert "No briefing is written yet" in wizard.status.label.text()
    wizard.next()
    assert wizard.page is wizard.reviews_page


def test_a_document_must_be_chosen_and_the_report_alone_needs_no_review(
    qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path
) -> None:
    wizard = open_wizard(qtbot, context, sound)
    wizard.next()
    page = wizard.documents_page
    page.cards[DocumentKind.BRIEFING].click()
    page.cards[DocumentKind.DECK].click()
    assert "at least one document" in wizard.status.label.text()

    page.cards[DocumentKind.DEADLINES].click()
    wizard.next()
    idle(qtbot, wizard)
    assert not wizard.checks_page.cards

    wizard.next()
    wizard.place_page.folder_edit.setText(str(tmp_path / "out"))
    wizard.next()
    idle(qtbot, wizard)
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".pdf"]


def test_what_was_chosen_is_chosen_the_next_time(
    qtbot: QtBot, context: AppContext, sound: UUID, tmp_path: Path
) -> None:
    wizard = open_wizard(qtbot, context, sound)
    wizard.documents_page.cards[DocumentKind.DECK].setChecked(False)
    wizard.documents_page.cards[DocumentKind.WEB].setChecked(True)
    go_to_place(qtbot, wizard, tmp_path / "out")
    wizard.next()
    idle(qtbot, wizard)
    again = open_wizard(qtbot, context, sound)
    assert again.documents_page.kinds() == {DocumentKind.BRIEFING, DocumentKind.WEB}
    whole = ExportWizard(context, (sound,), kinds={DocumentKind.PRESS})
    qtbot.addWidget(whole)
    idle(qtbot, whole)
    assert whole.documents_page.kinds() == {DocumentKind.PRESS}


def test_reviews_are_shown_by_what_is_published_and_what_is_out_of_date(
    qtbot: QtBot, context: AppContext, register: Register, sound: UUID, tmp_path: Path
) -> None:
    first = open_wizard(qtbot, context, sound)
    go_to_place(qtbot, first, tmp_path / "out")
    first.next()
    idle(qtbot, first)
    save_briefing(register, sound, replace(get_briefing(register, sound), title="Another"))
    add_briefing(register, "ZZTS2024-25-04")
    second = open_wizard(qtbot, context)
    page = second.reviews_page
    shown = {}
    for key in ("all", "published", "not", "outdated"):
        page.chips.choose(key)
        shown[key] = [row.title for row in page.model.records()]
    assert {key: len(titles) for key, titles in shown.items()} == {
        "all": 2, "published": 0, "not": 2, "outdated": 1,
    }  # fmt: skip
    words = page.model.index(0, 2).data(Role.SECOND)
    assert words == "2 files out of date"


def test_more_than_fifty_reviews_are_too_many(qtbot: QtBot, context: AppContext) -> None:
    page = ReviewsPage(())
    qtbot.addWidget(page)
    page.set_choices(
        [ReviewChoice(uuid4(), f"Review {at}", (), is_published=True) for at in range(52)]
    )
    page.all_button.click()
    assert page.missing() == "A pack holds 50 reviews at most: leave 2 out."
