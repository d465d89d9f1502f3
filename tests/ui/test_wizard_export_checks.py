"""What the wizard shows of finished documents: what stops a pack, and who answers for it."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pack_steps import NAME, add_telling, go_to_checks, go_to_place, idle, open_wizard
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from wizard_samples import TODAY, add_briefing, make_register

from sgdesk.records.packs import MarkGroup
from sgdesk.services import packs
from sgdesk.services.briefings import get_briefing, save_briefing
from sgdesk.services.documents import PlannedDocument
from sgdesk.services.outdated_files import list_logged_files
from sgdesk.ui.context import AppContext
from sgdesk.ui.wizards.marks_card import MarksCard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from sgdesk.progress import Progress
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


def test_a_real_name_blocks_the_export_until_it_is_gone(
    qtbot: QtBot, context: AppContext, register: Register, telling: UUID
) -> None:
    wizard = open_wizard(qtbot, context, telling)
    go_to_checks(qtbot, wizard)
    page = wizard.checks_page
    assert page.cards[0].is_blocking
    assert NAME not in page.cards[0].accessibleName()
    assert not wizard.footer.next_button.isEnabled()
    assert wizard.status.label.text().startswith("2 findings stop the pack")
    wizard.next()
    assert wizard.page is page

    with qtbot.waitSignal(wizard.briefing_asked) as asked:
        page.cards[0].edit_buttons[0].click()
    assert asked.args == [telling]

    draft = replace(get_briefing(register, telling), background="A child was known to all.")
    context.apply(save_briefing(register, telling, draft))  # the checks run again by themselves
    idle(qtbot, wizard)
    assert not page.cards
    assert wizard.footer.next_button.isEnabled()


def test_what_is_unfinished_is_told_and_does_not_stop(
    qtbot: QtBot, context: AppContext, register: Register
) -> None:
    unfinished = add_briefing(register, "ZZTS2024-25-04", key_learning=())
    wizard = open_wizard(qtbot, context, unfinished)
    go_to_checks(qtbot, wizard)
    assert [card.is_blocking for card in wizard.checks_page.cards] == [False]
    assert wizard.checks_page.summary == "1 to look at"
    assert wizard.footer.next_button.isEnabled()

    wizard.checks_page.again_button.click()
    wizard.checks_page.again_asked.emit()  # a second press while they run does nothing
    assert wizard.is_working
    idle(qtbot, wizard)
    assert len(wizard.checks_page.cards) == 1


def test_checks_that_were_stopped_let_nothing_through(
    qtbot: QtBot, context: AppContext, sound: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def slow(*_given: object, progress: Progress, **_named: object) -> None:
        gate.wait(5)
        progress(1, 2, "next")

    wizard = open_wizard(qtbot, context, sound)
    monkeypatch.setattr(packs, "make_pack", slow)
    wizard.next()
    wizard.next()
    wizard.reject()
    gate.set()
    idle(qtbot, wizard)
    assert not wizard.footer.next_button.isEnabled()
    assert "check again" in wizard.status.label.text()


def test_cancel_while_documents_are_made_ends_on_the_checks_with_nothing_saved(
    qtbot: QtBot, context: AppContext, sound: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = open_wizard(qtbot, context, sound)
    begun, gate = threading.Event(), threading.Event()
    make = PlannedDocument.make

    def slow(self: PlannedDocument) -> object:
        begun.set()
        gate.wait(5)
        return make(self)

    monkeypatch.setattr(PlannedDocument, "make", slow)
    wizard.next()
    wizard.next()
    assert begun.wait(10)
    wizard.footer.cancel_button.click()
    gate.set()
    idle(qtbot, wizard)
    assert wizard.page is wizard.checks_page
    assert not wizard.footer.next_button.isEnabled()


def test_with_a_name_and_a_reason_the_pack_is_made_all_the_same(
    qtbot: QtBot, context: AppContext, register: Register, telling: UUID, tmp_path: Path
) -> None:
    wizard = open_wizard(qtbot, context, telling)
    go_to_checks(qtbot, wizard)
    page = wizard.checks_page
    card = page.override_card
    assert card.isHidden()
    page.anyway_button.click()
    assert card.name_edit.hasFocus()

    wizard.next()
    assert wizard.page is page
    assert all(card.fields.row(name).message.text() for name in ("name", "reason"))

    qtbot.keyClicks(card.name_edit, "A. Lead")
    qtbot.keyClick(card.name_edit, Qt.Key.Key_Tab)
    qtbot.keyClicks(card.reason_edit, "The family asked for it.")
    wizard.next()
    assert wizard.page is wizard.place_page
    wizard.place_page.folder_edit.setText(str(tmp_path / "out"))
    wizard.next()
    idle(qtbot, wizard)

    assert wizard.result_page.is_done
    logged = list_logged_files(register, today=TODAY)
    assert {(one.override_by, one.override_reason) for one in logged} == {
        ("A. Lead", "The family asked for it.")
    }


def test_a_page_that_is_too_long_cannot_be_answered_for(
    qtbot: QtBot, context: AppContext, register: Register, telling: UUID
) -> None:
    draft = replace(get_briefing(register, telling), background="Willow went out. " * 800)
    save_briefing(register, telling, draft)
    wizard = open_wizard(qtbot, context, telling)
    go_to_checks(qtbot, wizard)
    assert wizard.checks_page.anyway_button not in wizard.checks_page.buttons()
    assert "then check again" in wizard.status.label.text()


def test_a_record_that_changed_in_between_is_made_and_checked_again(
    qtbot: QtBot, context: AppContext, register: Register, sound: UUID, tmp_path: Path
) -> None:
    wizard = open_wizard(qtbot, context, sound)
    go_to_place(qtbot, wizard, tmp_path / "out")
    draft = replace(get_briefing(register, sound), title="Another title")
    save_briefing(register, sound, draft)
    wizard.next()
    idle(qtbot, wizard)
    assert wizard.page is wizard.checks_page
    assert "made and checked again" in wizard.checks_page.notice.text()
    assert not (tmp_path / "out").exists()

    wizard.next()
    wizard.next()
    idle(qtbot, wizard)
    assert wizard.result_page.model.records()[0].line.title == "Another title"


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ((), "None of the documents carries a mark"),
        ((MarkGroup("M", 1, ("A",)),), "The one document: A"),
        ((MarkGroup("M", 1, ("A",)),), "1 of 3 documents: A"),
        ((MarkGroup("M", 5, tuple("ABCDE")),), "All 5 documents: A; B; C and 2 more"),
    ],
    ids=["none", "one", "some", "many"],
)
def test_marks_are_told_with_the_reviews_that_carry_them(
    qtbot: QtBot, groups: tuple[MarkGroup, ...], said: str
) -> None:
    count = {"The": 1, "1 o": 3, "All": 5}.get(said[:3], 2)
    card = MarksCard(groups, count)
    qtbot.addWidget(card)
    words = [label.text() for label in card.findChildren(QLabel)]
    assert any(one.startswith(said) for one in words)
