"""What tests of windows share: a small register of their own, and the page of a case."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest
from case_samples import Desk, make_desk
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from settings_samples import make_settings_desk

from sgdesk.ui.look.current import current, put_in_force
from sgdesk.ui.pages.case_page import CasePage
from sgdesk.ui.tasks import Job, wait_for_work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session", autouse=True)
def _the_clipboard_is_emptied(qapp):
    """Where no window system holds it, it would be deleted after Python, and the process crash."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _no_window_outlives_its_test(qapp):
    """Delete what is left on screen: a later change of the look would reach half-dead windows."""
    yield
    wait_for_work()
    for window in qapp.topLevelWidgets():
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _threads_of_qt_are_measured(monkeypatch):
    """Let coverage see work in Qt's threads: what is cached there first runs nowhere else."""
    run = Job._run

    def run_traced(job):
        sys.settrace(threading.gettrace())
        try:
            run(job)
        finally:
            sys.settrace(None)  # Python code that runs while the thread goes would call nothing

    monkeypatch.setattr(Job, "_run", run_traced)


@pytest.fixture(autouse=True)
def _no_look_outlives_its_test():
    """Put the look in force again that held before: larger text makes every window wider."""
    before = current()
    yield
    put_in_force(before)


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Iterator[Desk]:
    """A register with a full case and a bare one, closed when the test ends."""
    made = make_desk(tmp_path)
    yield made
    made.register.close()


@pytest.fixture
def settings_desk(qapp: object, tmp_path: Path) -> Iterator[Desk]:
    """A register that a passphrase opens, with one notified case, closed when the test ends."""
    made = make_settings_desk(tmp_path)
    yield made
    wait_for_work()
    made.register.close()


@pytest.fixture
def open_case_page(qtbot, desk):
    """Open the page of a case, of the full one without an id, in the size given."""

    def open_it(case_id=None, size=(1240, 820)):
        page = CasePage(desk.context, case_id or desk.full_id)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        QTest.qWaitForWindowActive(page)
        return page

    return open_it
