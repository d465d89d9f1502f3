"""Tries whether anything can be lost, torn or read: one line for each trial, with its figure.

`dev.py harden` does all rounds, `--tenth` a tenth of them; `--only 2` one number. `--sabotage`
works under each sabotage instead and wants every one of them seen. Returns 1 where one failed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PLACES = [ROOT, *(ROOT / "tests" / name for name in ("", "hardening", "store", "services", "ui"))]
sys.path[:0] = [str(place) for place in PLACES if str(place) not in sys.path]

from figures import Figure, Hardening  # noqa: E402 - the path comes first

if TYPE_CHECKING:
    from collections.abc import Sequence

SLOWEST_S = 1800


def every() -> dict[str, Hardening]:
    """Return each trial by the name of its module, in order of their numbers."""
    modules = {path.stem: path.read_text("utf-8") for path in sorted(HERE.glob("*.py"))}
    named = [name for name, text in modules.items() if "\nHARDENING = " in text]
    found: dict[str, Hardening] = {name: import_module(name).HARDENING for name in named}
    return dict(sorted(found.items(), key=lambda one: (one[1].number, one[0])))


def run_apart(module: str, rounds: int, sabotage: str = "") -> Figure:
    """Run one trial in a process and a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="sgdesk-harden-") as folder:
        words = [sys.executable, __file__, "--one", module, str(rounds), folder, sabotage]
        away = {**os.environ, "TMPDIR": folder, "SGDESK_HOME": f"{folder}/home"}
        done = subprocess.run(  # noqa: S603
            words, env=away, capture_output=True, text=True, timeout=SLOWEST_S, check=False
        )
    last = done.stdout.strip().rpartition("\n")[2]
    try:
        told = json.loads(last)
        return Figure(bool(told["is_held"]), str(told["words"]))
    except (ValueError, KeyError, TypeError):
        return Figure(False, f"broke off: {done.stderr.strip()[-2000:]}")


def tenth_of(trial: Hardening) -> int:
    return max(1, trial.rounds // 10)


def main(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["--one"]:
        module, rounds, folder, sabotage = arguments[1:]
        inner = Path(folder, "trial")
        inner.mkdir()
        figure = every()[module].run(inner, int(rounds), sabotage)
        print(json.dumps({"is_held": figure.is_held, "words": figure.words}))  # noqa: T201
        return 0
    parser = argparse.ArgumentParser(prog="dev.py harden", description=__doc__)
    parser.add_argument("--tenth", action="store_true")
    parser.add_argument("--only", type=int, nargs="*", default=[])
    parser.add_argument("--sabotage", action="store_true")
    options = parser.parse_args(arguments)
    is_well = True
    for module, trial in every().items():
        if options.only and trial.number not in options.only:
            continue
        if options.sabotage:
            for sabotage, rounds in trial.sabotages.items():
                is_well &= _tell(trial, module, rounds, sabotage)
        else:
            is_well &= _tell(trial, module, tenth_of(trial) if options.tenth else trial.rounds)
    return int(not is_well)


def _tell(trial: Hardening, module: str, rounds: int, sabotage: str = "") -> bool:
    start = time.monotonic()
    figure = run_apart(module, rounds, sabotage)
    is_as_wanted = figure.is_held != bool(sabotage)
    verdict = ("red, as it must" if sabotage else "held") if is_as_wanted else "FAILED"
    under = f" under {sabotage}" if sabotage else ""
    seconds = f"{time.monotonic() - start:.0f} s"
    line = f"{trial.number:2d} {trial.name}{under}: {verdict}; {figure.words}; {seconds}"
    print(line, flush=True)  # noqa: T201
    return is_as_wanted


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
