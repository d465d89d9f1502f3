"""What the proofs share: a list of facts, each held or not, and a screen to look at."""

from __future__ import annotations

import json
import os
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from steps.console import say
from steps.environment import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

DISPLAY = ":87"
OLD_REGISTER, OLD_VERSION = ROOT / "tests/files/registers/version-3", 3
"""A register of an earlier version, which tests made, to be opened by the installed program."""
OLD_PASSPHRASE = "lamp orbit gravel seventeen"  # noqa: S105 - opens that one alone


class Proof:
    """Counts what held; `is_well` at the end."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._held = 0
        self._failed: list[str] = []

    def expect(self, fact: str, held: object, told: str = "") -> bool:
        """Note a fact and print whether it held, with the end of what was `told` if not."""
        if held:
            self._held += 1
        else:
            self._failed.append(fact)
        say(f"  {'held  ' if held else 'FAILED'} {fact}")
        if not held and told:
            say("\n".join(f"    {line}" for line in told.splitlines()[-15:]))
        return bool(held)

    def is_well(self) -> bool:
        """Print the count and return whether every fact held."""
        say(f"{self._name}: {self._held} held, {len(self._failed)} failed")
        return not self._failed


def run(words: Sequence[str], seconds: int = 900, **surroundings: str) -> tuple[int, str]:
    """Run a program to its end; return its exit status and all that it printed."""
    done = subprocess.run(
        list(words),
        env=os.environ | surroundings,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        timeout=seconds,
    )
    return done.returncode, done.stdout


@contextmanager
def screen() -> Generator[str]:
    """Give the name of a screen of its own, with a window manager, as long as the block lasts."""
    server = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", "1440x900x24"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for(lambda: run(["xwininfo", "-root", "-display", DISPLAY])[0] == 0)
    manager = subprocess.Popen(
        ["openbox"],
        env=os.environ | {"DISPLAY": DISPLAY},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield DISPLAY
    finally:
        for one in (manager, server):
            one.terminate()
            one.wait()


def window_named(title: str) -> str:
    """Return the number of the window that is shown under a title, or ""."""
    words = ["xdotool", "search", "--onlyvisible", "--name", title]
    status, told = run(words, DISPLAY=DISPLAY)
    return told.split()[0] if status == 0 and told.split() else ""


def type_into(text: str) -> None:
    """Type a line into the window that has the keyboard, and press Enter."""
    run(["xdotool", "type", "--delay", "20", text], DISPLAY=DISPLAY)
    run(["xdotool", "key", "Return"], DISPLAY=DISPLAY)


def picture(target: Path) -> None:
    """Take a picture of the whole screen."""
    run(["import", "-window", "root", str(target)], DISPLAY=DISPLAY)


def wait_for(holds: Callable[[], object], seconds: float = 40) -> bool:
    """Return whether something came to hold within so many seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.3)
    return False


def versions_kept(backups: Path) -> set[int]:
    """Return the versions of the registers that backup sets in a folder say they hold."""
    manifests = backups.glob("backup-*/manifest.json")
    return {int(json.loads(path.read_text("utf-8"))["version"]) for path in manifests}
