"""Work in the background ends in exactly one way, and only the newest answer arrives."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool
from shiboken6 import delete, isValid

from sgdesk.errors import CancelledError, UserError
from sgdesk.ui.tasks import Job, Reading, wait_for_work

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sgdesk.progress import Progress


def test_a_job_works_in_another_thread_and_answers_in_this_one(qtbot: QtBot, qapp: QObject) -> None:
    threads: list[object] = []
    job = Job(lambda _progress: threads.append(threading.get_ident()) or 42, qapp)
    job.succeeded.connect(lambda _answer: threads.append(QThread.currentThread()))

    with qtbot.waitSignal(job.succeeded) as answer:
        job.start()

    assert answer.args == [42]
    assert threads[0] != threading.get_ident()
    assert threads[1] == qapp.thread()


def test_a_job_tells_how_far_it_is(qtbot: QtBot, qapp: QObject) -> None:
    def work(progress: Progress) -> None:
        progress(1, 2, "half")
        progress(2, 2, "whole")

    steps: list[tuple[int, int, str]] = []
    job = Job(work, qapp)
    job.progressed.connect(lambda *step: steps.append(step))

    with qtbot.waitSignal(job.succeeded):
        job.start()

    assert steps == [(1, 2, "half"), (2, 2, "whole")]


def test_a_cancelled_job_stops_at_its_next_step(qtbot: QtBot, qapp: QObject) -> None:
    reached: list[str] = []

    def work(progress: Progress) -> None:
        progress(0, 1, "first")
        reached.append("end")

    job = Job(work, qapp)
    job.cancel()

    with qtbot.waitSignal(job.cancelled), qtbot.assertNotEmitted(job.succeeded):
        job.start()

    assert reached == []


def test_a_failing_job_hands_over_its_error(qtbot: QtBot, qapp: QObject) -> None:
    error = UserError("The disk is full.")

    def work(_progress: Progress) -> None:
        raise error

    job = Job(work, qapp)

    with qtbot.waitSignal(job.failed) as failure:
        job.start()

    assert failure.args == [error]


def test_a_job_is_gone_when_it_has_ended(qtbot: QtBot) -> None:
    keeper = QObject()
    job = Job(lambda _progress: None, keeper)

    job.start()

    qtbot.waitUntil(lambda: keeper.children() == [])


def test_an_answer_for_a_page_that_is_gone_is_dropped(qtbot: QtBot, qapp: QObject) -> None:
    page = QObject()
    gate = threading.Event()
    reading = Reading(gate.wait, qapp, page)
    reading.start()
    page.deleteLater()
    qtbot.waitUntil(lambda: not isValid(page))

    gate.set()
    wait_for_work()
    qtbot.wait(1)


def test_only_the_newest_reading_arrives(qtbot: QtBot, qapp: QObject) -> None:
    gate = threading.Event()
    asked: list[int] = []
    answers: list[object] = []

    def read() -> int:
        asked.append(len(asked))
        gate.wait()
        return len(asked)

    keeper = QObject()
    reading = Reading(read, qapp, keeper)
    reading.arrived.connect(answers.append)
    reading.start()
    reading.start()
    reading.start()
    with qtbot.waitSignal(reading.arrived):
        gate.set()

    assert asked == [0, 1]
    assert answers == [2]


def test_a_failed_reading_is_told_unless_a_newer_one_follows(qtbot: QtBot, qapp: QObject) -> None:
    gate = threading.Event()
    errors = [UserError("first"), UserError("second")]
    told: list[object] = []

    def read() -> None:
        gate.wait()
        raise errors.pop(0)

    keeper = QObject()
    reading = Reading(read, qapp, keeper)
    reading.failed.connect(told.append)
    reading.start()
    reading.start()
    with qtbot.waitSignal(reading.failed):
        gate.set()

    assert [str(error) for error in told] == ["second"]


def test_what_the_work_held_may_go_once_it_was_waited_for(qapp):
    """The work is over, its end not yet delivered, and the keeper goes: nothing goes twice."""
    for _ in range(100):
        keeper = QObject()
        Job(lambda _progress, held=keeper: held, keeper).start()
        wait_for_work()
        del keeper
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_waiting_brings_in_what_the_work_has_told(qapp):
    told = []
    keeper = QObject()
    job = Job(lambda _progress: 7, keeper)
    job.succeeded.connect(told.append)
    job.start()
    wait_for_work()
    assert told == [7]


def test_a_dropped_reading_stops_at_its_next_step_and_nothing_arrives(qtbot, qapp):
    gate, is_stopped = threading.Event(), threading.Event()
    answers = []
    keeper = QObject()

    def read():
        gate.wait()
        try:
            reading.stop_if_stale()
        except CancelledError:
            is_stopped.set()
            raise
        return "an answer"

    reading = Reading(read, qapp, keeper)
    reading.arrived.connect(answers.append)
    reading.failed.connect(answers.append)
    reading.start()
    reading.drop()
    gate.set()
    wait_for_work()
    assert is_stopped.is_set()
    assert answers == []

    reading.drop()
    with qtbot.waitSignal(reading.arrived):
        reading.start()
    assert answers == ["an answer"]


def test_a_dropped_reading_that_never_looks_up_does_not_arrive_either(qapp):
    gate = threading.Event()
    answers = []
    keeper = QObject()
    reading = Reading(gate.wait, qapp, keeper)
    reading.arrived.connect(answers.append)
    reading.start()
    reading.drop()
    gate.set()
    wait_for_work()
    assert answers == []


def test_a_reading_asked_for_after_a_drop_comes_when_the_dropped_one_has_stopped(qtbot, qapp):
    gate = threading.Event()
    asked = []
    keeper = QObject()

    def read():
        asked.append(len(asked))
        gate.wait()
        reading.stop_if_stale()
        return len(asked)

    reading = Reading(read, qapp, keeper)
    reading.start()
    reading.drop()
    reading.start()
    with qtbot.waitSignal(reading.arrived) as arrived:
        gate.set()
    assert arrived.args == [2]


class Held:
    """Notes in which thread it goes."""

    def __init__(self, gone_in: list[threading.Thread]) -> None:
        self._gone_in = gone_in

    def __del__(self) -> None:
        self._gone_in.append(threading.current_thread())


def test_what_a_job_came_to_is_let_go_of_in_the_thread_of_the_window(
    qtbot: QtBot, qapp: QObject
) -> None:
    gone_in: list[threading.Thread] = []
    job = Job(lambda _progress: Held(gone_in), qapp)
    job.start()
    del job
    qtbot.waitUntil(lambda: bool(gone_in))
    assert gone_in == [threading.main_thread()]


def waited(gate: threading.Event, _held: Held, _progress: Progress) -> None:
    gate.wait()


def test_what_a_job_held_whose_parent_went_first_goes_in_the_thread_of_the_window(
    qtbot: QtBot, qapp: QObject
) -> None:
    gate, parent = threading.Event(), QObject()
    gone_in: list[threading.Thread] = []
    job = Job(partial(waited, gate, Held(gone_in)), parent)
    job.start()
    delete(parent)
    del job
    gate.set()
    QThreadPool.globalInstance().waitForDone()
    assert gone_in == []
    other = Job(lambda _progress: None, qapp)
    with qtbot.waitSignal(other.succeeded):
        other.start()
    assert gone_in == [threading.main_thread()]
