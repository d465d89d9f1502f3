"""What the desktop tells on D-Bus: that the screen is locked, that the computer goes to sleep."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher, QDBusUnixFileDescriptor

_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_MANAGER = f"{_LOGIN}.Manager"
_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class BusSignals(QObject):
    """Listens on the bus of the system and on that of the session, on either if there is one.

    It also asks the system to wait with sleeping until the register is locked; the system waits
    for five seconds at most, and no longer than this process lives.
    """

    lock_asked = Signal()

    def __init__(
        self, system: QDBusConnection | None, session: QDBusConnection | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._delay: QDBusUnixFileDescriptor | None = None
        if system is not None:
            self._listen_to_system(system)
            self._delay_sleep(system)
        if session is not None:
            self._listen_to_session(session)

    def release(self) -> None:
        """Let the computer sleep without waiting for this process any more."""
        self._delay = None

    @Slot()
    def on_locked(self) -> None:
        self.lock_asked.emit()

    @Slot(bool)
    def on_active(self, is_active: bool) -> None:  # noqa: FBT001 - as the bus hands it over
        """Lock as a screen lock comes up or sleep begins; not as it ends."""
        if is_active:
            self.lock_asked.emit()

    def _listen_to_system(self, bus: QDBusConnection) -> None:
        session, told = f"{_LOGIN}.Session", f"{self.on_active.__name__}(bool)"
        plain = f"{self.on_locked.__name__}()"
        self._hear(bus, (_LOGIN, _session_path(), session, "Lock"), plain)
        self._hear(bus, (_LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep"), told)

    def _listen_to_session(self, bus: QDBusConnection) -> None:
        told = f"{self.on_active.__name__}(bool)"
        for name in _SCREEN_SAVERS:
            self._hear(bus, (name, "", name, "ActiveChanged"), told)

    def _hear(self, bus: QDBusConnection, signal: tuple[str, str, str, str], slot: str) -> None:
        # The stub wants bytes for the slot, which the call itself refuses.
        bus.connect(*signal, self, SLOT(slot))  # type: ignore[call-overload]

    def _delay_sleep(self, bus: QDBusConnection) -> None:
        from PySide6.QtDBus import (  # noqa: PLC0415 - only where there is a bus
            QDBusMessage,
            QDBusPendingCallWatcher,
        )

        call = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, _MANAGER, "Inhibit")
        call.setArguments(["sleep", "SGDesk", "Locks the register first", "delay"])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(call), self)
        watcher.finished.connect(self._on_delay_granted)

    @Slot(object)
    def _on_delay_granted(self, watcher: QDBusPendingCallWatcher) -> None:
        arguments = watcher.reply().arguments()
        if len(arguments) == 1 and hasattr(arguments[0], "fileDescriptor"):
            self._delay = arguments[0]
        watcher.deleteLater()


def bus_signals(parent: QObject) -> BusSignals | None:
    """Return the listener on the buses of this computer, or None where it has none."""
    try:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - not everywhere, not at once
    except ImportError:
        return None
    system = QDBusConnection.systemBus()
    session = QDBusConnection.sessionBus() if _has_session_bus() else None
    return BusSignals(
        system if system.isConnected() else None,
        session if session is not None and session.isConnected() else None,
        parent,
    )


def _has_session_bus() -> bool:
    """Return whether there is one: asking for it where there is none would start one."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    has_address = bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))
    return has_address or (bool(runtime) and Path(str(runtime), "bus").exists())


def _session_path() -> str:
    """Return where the system keeps this session; "", for any, where it does not say.

    The name is written as D-Bus paths want it: anything but letters and digits, and a digit at
    the beginning, as an underscore and two hexadecimal digits.
    """
    name = os.environ.get("XDG_SESSION_ID", "")
    if not name:
        return ""
    signs = [
        sign
        if sign.isascii() and (sign.isalpha() or (sign.isdigit() and place))
        else _escaped(sign)
        for place, sign in enumerate(name)
    ]
    return f"{_LOGIN_PATH}/session/{''.join(signs)}"


def _escaped(sign: str) -> str:
    return "".join(f"_{byte:02x}" for byte in sign.encode())
