"""Set the project up and run it: `python3 packaging/dev.py run`, and `test`, `check` and more.

Needs Python 3.11 or newer and nothing else; everything it installs goes into `.venv`, save the
system libraries and test tools, which come through apt where this user may install them.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from steps import checks, environment, locks, machine
from steps.console import SetupStopError, complain, say
from steps.environment import NO_SCREEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

OLDEST_PYTHON = (3, 11)
NEEDS_A_PERSON = 2
INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Do what is asked. Return 0, the exit status of what failed, or 2 if something is to type."""
    if sys.version_info < OLDEST_PYTHON:
        complain("SGDesk needs Python 3.11 or newer; this is " + sys.version.split()[0])
        return NEEDS_A_PERSON
    parser = _parser()
    options, rest = parser.parse_known_args(arguments)
    if rest and not options.takes_more:
        parser.error(f"{options.name} takes no further words: {' '.join(rest)}")
    try:
        status: int = options.action(rest)
    except SetupStopError as stop:
        complain(str(stop))
        return NEEDS_A_PERSON
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__.split("\n\n")[0])
    commands = parser.add_subparsers(dest="name", required=True)

    def add(action: Callable[[list[str]], int], text: str, *, takes_more: bool) -> None:
        command = commands.add_parser(
            action.__name__.replace("_", "-"), help=text, add_help=not takes_more
        )
        command.set_defaults(action=action, takes_more=takes_more)

    add(run, "open the practice register; without a screen, make a demonstration", takes_more=True)
    add(test, "run the tests; further words go to pytest", takes_more=True)
    add(check, "format, lint, types, import contracts, dead code", takes_more=False)
    add(setup, "set up only, test tools included", takes_more=False)
    add(bench, "measure the speed of the program", takes_more=True)
    add(harden, "try whether anything can be lost, torn or read; --tenth", takes_more=True)
    add(gallery, "take a picture of every window", takes_more=True)
    add(package, "build the installers and prove them; linux, windows, --fast", takes_more=True)
    add(prove_fresh, "try the README's commands in a bare Debian (as root)", takes_more=True)
    add(lock, "write the lock files anew from pyproject.toml (needs uv)", takes_more=True)
    return parser


def run(rest: list[str]) -> int:
    set_up(environment.RUNTIME_LOCK)
    if _has_screen():
        return environment.call("main.py", "--practice", *rest)
    say("run: no screen here, so the same work without one")
    return environment.call("main.py", "demo", "--out", "build/demo", *rest, **NO_SCREEN)


def test(rest: list[str]) -> int:
    set_up(environment.DEV_LOCK)
    return checks.test(rest)


def check(_rest: list[str]) -> int:
    set_up(environment.DEV_LOCK)
    return checks.check()


def setup(_rest: list[str]) -> int:
    set_up(environment.DEV_LOCK)
    say("set-up: ready")
    return 0


def bench(rest: list[str]) -> int:
    set_up(environment.DEV_LOCK)
    return environment.call("packaging/bench.py", *rest, **NO_SCREEN)


def harden(rest: list[str]) -> int:
    set_up(environment.DEV_LOCK)
    return environment.call("tests/hardening/harden.py", *rest, **NO_SCREEN)


def gallery(rest: list[str]) -> int:
    set_up(environment.RUNTIME_LOCK)
    return environment.call("main.py", "gallery", "--out", "build/gallery", *rest, **NO_SCREEN)


def package(rest: list[str]) -> int:
    from installers.packing import package as pack  # only here, as it starts other systems

    set_up(environment.DEV_LOCK)
    return pack(rest)


def prove_fresh(rest: list[str]) -> int:
    from installers.proof_fresh import prove_fresh as prove

    return prove(rest)


def lock(rest: list[str]) -> int:
    return locks.write(environment.ROOT, rest)


def set_up(lock_file: Path) -> None:
    """Bring machine and `.venv` to what the lock asks; quick when there is nothing to do.

    Raises SetupStopError, with the one line to type, if the work cannot go on without it.
    """
    qt = machine.missing_for_qt()
    wanted = [] if environment.is_made() else machine.missing_for_venv()
    wanted += qt
    if lock_file == environment.DEV_LOCK:
        wanted += machine.missing_for_tests()
    if wanted and not machine.install(wanted):
        complain(f"set-up: this machine still wants:\n  {machine.line_to_type(wanted)}")
    if not environment.is_made():
        if machine.missing_for_venv():
            raise SetupStopError("set-up: type that line, then run this again")
        environment.make()
    if not environment.is_up_to_date(lock_file):
        environment.install(lock_file)
    if qt and machine.missing_for_qt() and not environment.qt_loads():
        raise SetupStopError("set-up: Qt does not load without them; type that line first")


def _has_screen() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
