"""The start of the bundled program against its start from source: is anything lost by packing?

Both are started in turns on a screen of their own, over the same register, and watched from
outside: the time runs from the start of the process until the screen is no longer empty. Nothing
in the program takes part in it.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

ROOT = Path(__file__).resolve().parents[1]
_BUNDLED = ROOT / "build/linux/sgdesk/sgdesk"
_REGISTER = ROOT / "tests/files/registers/version-3"
_STARTS = 9
_LONGEST = 60.0
_WIDTH, _ROW = 1024, 200
"""A row of the screen that every window of the program covers."""
_ALL_PLANES, _Z_PIXMAP = ctypes.c_ulong(-1), 2


def bench_installed(folder: Path) -> list[str]:
    """The seconds to the first painted window of both, medians, and their ratio."""
    if not _BUNDLED.exists():
        return ["no bundle: `dev.py package linux --bundle-only` makes it"]
    if shutil.which("Xvfb") is None:
        return ["no Xvfb, so no screen to watch"]
    ways = ([str(_BUNDLED)], [sys.executable, str(ROOT / "main.py")])
    with _screen() as name:
        for words in ways:
            _start(words, name, folder)  # what the disk brings the first time, nobody measures
        runs = [[_start(words, name, folder) for words in ways] for _ in range(_STARTS)]
    bundled, source = (statistics.median(times) for times in zip(*runs, strict=True))
    return [
        (
            f"bundled {bundled * 1000:.0f} ms to the first painted window, from source "
            f"{source * 1000:.0f} ms: {bundled / source:.2f} times (aim 1.0)"
        )
    ]


def _start(words: Sequence[str], screen: str, folder: Path) -> float:
    """Return the seconds from a process's start until it has painted on an empty screen."""
    home = folder / "home"
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(_REGISTER, home / "register")
    given = {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "SGDESK_HOME": str(home)}
    watch = _Watch(screen)
    begin = time.perf_counter()
    process = subprocess.Popen(
        words, env=os.environ | given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not watch.has_changed():
            if process.poll() is not None or time.perf_counter() - begin > _LONGEST:
                raise SystemExit(f"no window came up: {words[-1]}")
            time.sleep(0.001)
        return time.perf_counter() - begin
    finally:
        process.kill()
        process.wait()
        while watch.has_changed():  # until the screen is empty for the next
            time.sleep(0.01)
        watch.close()


class _Watch:
    """Looks at one row of a screen."""

    def __init__(self, screen: str) -> None:
        self._x11 = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(self._x11, name).restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(screen.encode()))
        self._root = ctypes.c_ulong(self._x11.XDefaultRootWindow(self._display))
        self._empty = bytes(_WIDTH * 4)

    def has_changed(self) -> bool:
        """Return whether something is painted in the row."""
        image = ctypes.c_void_p(
            self._x11.XGetImage(
                self._display, self._root, 0, _ROW, _WIDTH, 1, _ALL_PLANES, _Z_PIXMAP
            )
        )
        data = ctypes.c_void_p.from_address((image.value or 0) + 16)  # behind four numbers
        seen = ctypes.string_at(data, len(self._empty))
        self._x11.XDestroyImage(image)
        return seen != self._empty

    def close(self) -> None:
        self._x11.XCloseDisplay(self._display)


@contextmanager
def _screen() -> Generator[str]:
    """Give the name of a screen of its own, black and without a window manager."""
    words = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{_WIDTH}x768x24", "-br"]
    words += ["-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        if server.stdout is None:
            raise SystemExit("Xvfb does not say its number")
        yield f":{server.stdout.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
