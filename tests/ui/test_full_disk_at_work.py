"""A disk that is full while the officer works: told at the place, and nothing typed is lost."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from datetime import date

import pytest
from case_samples import opened, part_tab
from page_registers import TROUBLE
from settings_samples import make_settings_desk

from sgdesk.services.backups import back_up
from sgdesk.store.backup_sets import list_sets
from sgdesk.store.backups import check_set
from sgdesk.store.engine import rows_of
from sgdesk.store.errors import DiskFaultError, DiskFullError
from sgdesk.store.stopping import never_stop
from sgdesk.ui.dialogs.backups_dialog import BackupsDialog
from sgdesk.ui.dialogs.case_dialog import CaseDialog
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.shell.status_line import saved_words
from sgdesk.ui.tasks import wait_for_work

LONG = "Ward " * 20_000


@contextmanager
def full_disk(register):
    """Let the register not grow by a page, as SQLite does where the disk has no room."""

    def set_most(pages):
        with register.store.read() as session:
            rows_of(session).all(f"PRAGMA max_page_count = {pages}")

    with register.store.read() as session:
        ((pages,),) = rows_of(session).all("PRAGMA page_count")
    set_most(pages)
    yield
    set_most(2**30)


def said(dialog):
    return [link.accessibleName() for link in dialog.problem_panel.links()]


def test_a_save_on_a_full_disk_leaves_the_form_open_with_all_that_was_typed(open_case_page, desk):
    page = open_case_page()
    page.open_step("case")
    dialog = opened(page, CaseDialog)
    dialog.area_edit.setMaxLength(len(LONG))
    dialog.area_edit.setText(LONG)
    dialog.owner_edit.setText("Second officer")
    before, words = desk.view(), saved_words(desk.register)
    with full_disk(desk.register):
        dialog.save()
        assert dialog.isVisible()
        assert DiskFullError.sentence in said(dialog)[0]
        assert dialog.scroll_area.verticalScrollBar().value() == 0
        assert dialog.problem_panel.isVisible()
        assert (dialog.area_edit.text(), dialog.owner_edit.text()) == (LONG, "Second officer")
        assert desk.view() == before
        assert saved_words(desk.register) == words
    dialog.save()
    assert not dialog.isVisible()
    assert desk.view().draft.owner == "Second officer"
    assert desk.view().draft.area_of_incident == LONG.strip()


def test_the_form_of_a_review_stays_open_too_and_saves_when_there_is_room(open_case_page, desk):
    page = open_case_page()
    part_tab(page, "rapid_review").decision.parts()[1].edit_button.click()
    dialog = opened(page, FormDialog)
    dialog.editors["reasons"].setPlainText(LONG)
    dialog.editors["health_signed_by"].setText("Chief nurse")
    dialog.editors["health_signed_on"].set_value(date(2026, 11, 20))
    with full_disk(desk.register):
        dialog.save()
        assert dialog.isVisible()
        assert DiskFullError.sentence in said(dialog)[0]
        assert dialog.editors["health_signed_by"].text() == "Chief nurse"
    dialog.save()
    assert not dialog.isVisible()
    assert desk.view().rapid_review.health_signed_by == "Chief nurse"


def words_of(dialog):
    return dialog.parts.message.text()


@pytest.fixture
def settings_desk(qapp, tmp_path):
    made = make_settings_desk(tmp_path)
    made.context.setProperty(TROUBLE, True)
    yield made
    wait_for_work()
    made.register.close()


def test_a_backup_that_finds_no_room_is_told_and_older_ones_stay(qtbot, settings_desk):
    resource = pytest.importorskip("resource", reason="this system has no limits of this kind")
    register = settings_desk.register
    back_up(register)
    folder = register.folder / "backups"
    (older,) = list_sets(folder)
    dialog = BackupsDialog(settings_desk.context)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.shown_now):
        dialog.show()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (older.manifest.register.size // 2, hard))
    try:
        dialog.parts.make_button.click()
        qtbot.waitUntil(lambda: DiskFaultError.sentence in words_of(dialog))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [place.name for place in folder.iterdir()] == [older.folder.name]
    check_set(older, register.store.key, never_stop)
    shutil.rmtree(older.folder)
    with qtbot.waitSignal(dialog.shown_now):
        dialog.parts.make_button.click()
    assert len(list_sets(folder)) == 1
