"""What the desktop tells, heard on a real bus of its own on which a stand-in speaks.

Run by `test_app_system_signals.py`, in a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import ClassInfo, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

from sgdesk.app import system_signals
from sgdesk.app.system_signals import BusSignals, bus_signals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LOGIN, PATH = "org.freedesktop.login1", "/org/freedesktop/login1"


@pytest.fixture
def address() -> Iterator[str]:
    """Where a bus is that nobody else is on."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@ClassInfo({"D-Bus Interface": f"{LOGIN}.Manager"})
class Manager(QObject):
    """The part of the system's login service that lets programs delay sleep."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, ...]] = []
        self.reading, self._writing = os.pipe()
        os.set_blocking(self.reading, False)

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(self, *words: str) -> QDBusUnixFileDescriptor:  # noqa: N802 - the bus's name
        self.asked.append(words)
        handed = QDBusUnixFileDescriptor(self._writing)
        os.close(self._writing)
        return handed

    def is_delaying(self) -> bool:
        try:
            return os.read(self.reading, 1) != b""
        except BlockingIOError:
            return True


class Desktop:
    """Speaks on a bus as the system and the desktop do."""

    def __init__(self, address: str) -> None:
        self.own = QDBusConnection.connectToBus(address, "desktop")
        self.other = QDBusConnection.connectToBus(address, "program")
        assert self.own.registerService(LOGIN)
        self.manager = Manager()
        self.told: list[str] = []

    def let_wait(self) -> None:
        """Be a system that waits with sleeping for those who ask."""
        every = QDBusConnection.RegisterOption.ExportAllSlots
        assert self.own.registerObject(PATH, self.manager, every)

    def listen(self, *, on_system: bool = True, on_session: bool = True) -> BusSignals:
        signals = BusSignals(
            self.other if on_system else None,
            self.other if on_session else None,
            self.manager,
        )
        signals.lock_asked.connect(lambda: self.told.append("lock"))
        return signals

    def say(self, path: str, interface: str, name: str, *words: object) -> None:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(words))
        assert self.own.send(message)

    def say_last(self, qtbot: QtBot) -> None:
        """Say what is always heard, and wait for it: whatever was said before has arrived."""
        before = len(self.told)
        self.say(PATH, f"{LOGIN}.Manager", "PrepareForSleep", True)
        qtbot.waitUntil(lambda: len(self.told) > before)
        del self.told[-1]


@pytest.fixture
def desktop(qapp: object, address: str) -> Iterator[Desktop]:
    made = Desktop(address)
    yield made
    made.manager.deleteLater()
    for name in ("desktop", "program"):
        QDBusConnection.disconnectFromBus(name)


@pytest.mark.parametrize(
    ("session", "path", "is_heard"),
    [
        ("2", f"{PATH}/session/_32", True),
        ("2", f"{PATH}/session/_33", False),
        ("c12", f"{PATH}/session/c12", True),
        ("é-1", f"{PATH}/session/_c3_a9_2d1", True),
        ("", f"{PATH}/session/_37", True),
    ],
    ids=["own", "another", "lettered", "escaped", "unknown"],
)
def test_the_lock_of_this_session_locks(
    desktop: Desktop,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    session: str,
    path: str,
    *,
    is_heard: bool,
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", session)
    desktop.listen()
    desktop.say(path, f"{LOGIN}.Session", "Lock")
    desktop.say_last(qtbot)
    assert desktop.told == ["lock"] * is_heard


@pytest.mark.parametrize("is_beginning", [True, False])
def test_sleep_locks_as_it_begins(desktop: Desktop, qtbot: QtBot, *, is_beginning: bool) -> None:
    desktop.listen()
    desktop.say(PATH, f"{LOGIN}.Manager", "PrepareForSleep", is_beginning)
    desktop.say_last(qtbot)
    assert desktop.told == ["lock"] * is_beginning


@pytest.mark.parametrize("is_up", [True, False])
@pytest.mark.parametrize("name", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"])
def test_a_screen_lock_that_comes_up_locks(
    desktop: Desktop, qtbot: QtBot, name: str, *, is_up: bool
) -> None:
    desktop.listen()
    assert desktop.own.registerService(name)
    desktop.say("/ScreenSaver", name, "ActiveChanged", is_up)
    desktop.say_last(qtbot)
    assert desktop.told == ["lock"] * is_up


def test_sleep_waits_for_the_lock_and_no_longer(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.let_wait()
    signals = desktop.listen()
    qtbot.waitUntil(lambda: bool(desktop.manager.asked))
    assert [words[0] + words[3] for words in desktop.manager.asked] == ["sleepdelay"]
    qtbot.waitUntil(lambda: signals._delay is not None)
    assert desktop.manager.is_delaying()
    signals.release()
    qtbot.waitUntil(lambda: not desktop.manager.is_delaying())


def test_a_system_that_cannot_wait_is_listened_to_all_the_same(
    desktop: Desktop, qtbot: QtBot
) -> None:
    signals = desktop.listen()
    qtbot.waitUntil(lambda: not signals.findChildren(QDBusPendingCallWatcher))
    assert signals._delay is None
    desktop.say_last(qtbot)


def test_the_bus_of_the_system_alone_is_enough(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.listen(on_session=False)
    desktop.say(PATH, f"{LOGIN}.Manager", "PrepareForSleep", True)
    qtbot.waitUntil(lambda: desktop.told == ["lock"])


def test_the_bus_of_the_session_alone_is_enough(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.listen(on_system=False)
    assert desktop.own.registerService("org.gnome.ScreenSaver")
    desktop.say("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True)
    qtbot.waitUntil(lambda: desktop.told == ["lock"])
    assert desktop.manager.asked == []


@pytest.mark.parametrize("has_session", [True, False])
def test_the_buses_of_this_computer_are_used_where_it_has_any(
    desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, has_session: bool
) -> None:
    monkeypatch.setattr(QDBusConnection, "systemBus", lambda: desktop.other)
    monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: desktop.other)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/own" if has_session else "")
    signals = bus_signals(desktop.manager)
    assert signals is not None
    signals.lock_asked.connect(lambda: desktop.told.append("lock"))
    assert desktop.own.registerService("org.gnome.ScreenSaver")
    desktop.say("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True)
    desktop.say_last(qtbot)
    assert desktop.told == ["lock"] * has_session


def test_a_session_bus_is_found_by_its_usual_place_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert not system_signals._has_session_bus()
    (tmp_path / "bus").touch()
    assert system_signals._has_session_bus()


def test_where_there_is_no_bus_at_all_the_program_works_on(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = QDBusConnection("nowhere")
    monkeypatch.setattr(QDBusConnection, "systemBus", lambda: nowhere)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: nowhere)
    parent = QObject()
    assert bus_signals(parent) is not None
    monkeypatch.setitem(sys.modules, "PySide6.QtDBus", None)
    assert bus_signals(parent) is None


def test_listening_brings_no_network_into_the_process() -> None:
    program = (
        "import sys\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from sgdesk.app.system_signals import bus_signals\n"
        "app = QCoreApplication([])\n"
        "bus_signals(app)\n"
        "maps = open('/proc/self/maps').read()\n"
        "print('libQt6DBus' in maps, 'QtNetwork' in maps or 'libQt6Network' in maps)\n"
    )
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert told.split() == ["True", "False"]
