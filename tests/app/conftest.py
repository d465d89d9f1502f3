"""What tests of the entry points share: an application undressed afterwards, a log let go."""

from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from sgdesk.app.window import Program
from sgdesk.ui.look.current import Look, put_in_force
from sgdesk.ui.look.theme import Scheme, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """Let no other thread collect garbage: it may hold widgets, which only this one may free."""
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.enable()


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, whose look is taken off again: other tests know none."""
    before = (qapp.palette(), qapp.font())
    yield qapp
    for theme in qapp.findChildren(Theme):
        theme.set_scheme(Scheme.SYSTEM)
        theme.setParent(None)
        theme.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    put_in_force(Look())


@pytest.fixture
def own_log() -> Iterator[logging.Logger]:
    """The program's logger, as it was before when the test has ended."""
    logger = logging.getLogger("sgdesk")
    before, level, propagates = list(logger.handlers), logger.level, logger.propagate
    yield logger
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)
    logger.propagate = propagates


@pytest.fixture
def program(undressed: QApplication, own_log: logging.Logger) -> Iterator[Program]:
    """A program that has not started yet; its window and register go when the test ends."""
    made = Program(undressed)
    yield made
    if made.window is not None:
        made.window.hide()
        made.window.close()
        made.window.deleteLater()
    made.close_register()
    made.instance.release()
    made.setParent(None)
    made.deleteLater()
