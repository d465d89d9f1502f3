"""Garbage is collected in the window's thread, and only there."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool

from sgdesk.app.collecting import Collector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Knot:
    """Holds itself, so that only the collector can free it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    gc.enable()
    made = Collector()
    yield made
    made.stop()


def test_python_itself_no_longer_collects_until_it_is_told_to(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()


def test_garbage_goes_by_and_by(collector: Collector, qtbot: QtBot) -> None:
    gone = weakref.ref(Knot())
    kept = [Knot() for _ in range(2 * gc.get_threshold()[0])]
    assert gone() is not None
    qtbot.waitUntil(lambda: gone() is None)
    assert len(kept) > 0


def test_a_little_garbage_waits(collector: Collector) -> None:
    gc.collect()
    waits = weakref.ref(Knot())
    collector.collect()
    assert waits() is not None


@pytest.mark.parametrize(
    ("counts", "thresholds", "collected"),
    [
        ((701, 3, 3), (700, 10, 10), [0]),
        ((701, 11, 3), (700, 10, 10), [1]),
        ((701, 11, 11), (700, 10, 10), [2]),
        ((0, 11, 0), (700, 10, 10), [1]),
        ((700, 10, 10), (700, 10, 10), []),
        ((701, 0, 5), (700, 10, 0), [0]),
    ],
)
def test_the_oldest_generation_that_outgrew_its_threshold_is_collected(
    collector: Collector,
    monkeypatch: pytest.MonkeyPatch,
    counts: tuple[int, ...],
    thresholds: tuple[int, ...],
    collected: list[int],
) -> None:
    asked: list[int] = []
    with monkeypatch.context() as patch:
        patch.setattr(gc, "get_count", lambda: counts)
        patch.setattr(gc, "get_threshold", lambda: thresholds)
        patch.setattr(gc, "collect", asked.append)
        collector.collect()
    assert asked == collected


@pytest.mark.parametrize(
    ("threads", "counts", "collected", "interval"),
    [
        (1, (701, 3, 11), [0], 50),
        (1, (701, 4, 11), [1], 50),
        (0, (701, 4, 11), [2], 500),
    ],
    ids=["a-little", "the-middle-sooner", "the-oldest-when-it-is-done"],
)
def test_while_work_runs_a_little_goes_often_and_the_oldest_waits(
    collector: Collector,
    monkeypatch: pytest.MonkeyPatch,
    threads: int,
    counts: tuple[int, ...],
    collected: list[int],
    interval: int,
) -> None:
    asked: list[int] = []
    with monkeypatch.context() as patch:
        patch.setattr(QThreadPool, "activeThreadCount", lambda _self: threads)
        patch.setattr(gc, "get_count", lambda: counts)
        patch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
        patch.setattr(gc, "collect", asked.append)
        collector.collect()
    assert asked == collected
    assert collector._timer.interval() == interval
