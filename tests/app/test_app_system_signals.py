"""What the desktop tells on D-Bus is heard: tried in a process of its own.

The library of D-Bus has a thread with timers. Ended in the middle of other tests, it takes timers
apart that other threads hold, and the process with them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from coverage import Coverage

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")


def test_what_the_desktop_tells_is_heard_on_a_real_bus() -> None:
    trials = Path(__file__).with_name("signals_on_a_bus.py")
    measured = ["coverage", "run", "--parallel-mode", "-m"] if Coverage.current() else []
    words = [sys.executable, "-m", *measured, "pytest", "-q", "-p", "no:cacheprovider", str(trials)]
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(words, env=own, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout
