"""What every change has to pass: the static checks, and the tests with their coverage."""

from __future__ import annotations

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steps.console import say
from steps.environment import NO_SCREEN, ROOT, call, python_path

if TYPE_CHECKING:
    from collections.abc import Sequence

CHECKS = {
    "format": ["-m", "ruff", "format", "--check", "."],
    "lint": ["-m", "ruff", "check", "--output-format", "concise", "."],
    "types": ["-m", "mypy", "--no-error-summary"],
    "imports": ["-c", "import importlinter.cli as c; c.lint_imports_command()", "--no-logo"],
    "dead code": ["packaging/dead_code.py"],
}
AT_ONCE = 2
MOST_TEST_PROCESSES = 4
"""Each takes the better part of a gigabyte, and a Java machine of its own for veraPDF."""


@dataclass(frozen=True)
class Outcome:
    """How one check went: its exit status, seconds and everything it printed."""

    name: str
    status: int
    seconds: float
    output: str


def check() -> int:
    """Run every static check and show the failures of all. Return 1 if any failed, else 0."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = list(pool.map(lambda item: _check(*item), CHECKS.items()))
    for outcome in outcomes:
        if outcome.status != 0:
            say(f"--- {outcome.name}\n{outcome.output.rstrip()}")
    for outcome in outcomes:
        word = "ok" if outcome.status == 0 else "FAILED"
        say(f"check: {outcome.name:<10} {word:<7} {outcome.seconds:5.1f} s")
    return int(any(outcome.status != 0 for outcome in outcomes))


def _check(name: str, words: Sequence[str]) -> Outcome:
    start = time.monotonic()
    result = subprocess.run(
        [str(python_path()), *words],
        cwd=ROOT,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    return Outcome(name, result.returncode, time.monotonic() - start, result.stdout)


def test(rest: Sequence[str]) -> int:
    """Run pytest. Without further words: everything, measured against the coverage bounds.

    Everything is shared out between a process for each core; with further words it is pytest as
    it comes, in one process unless they say `-n 2`.

    Returns pytest's exit status, or 1 if a layer is covered less than it has to be.
    """
    if rest:
        return call("-m", "pytest", *rest, **NO_SCREEN)
    processes = min(os.cpu_count() or 1, MOST_TEST_PROCESSES)
    # The tests of a file stay together, save the last ones, so what they share is made once.
    shared_out = ["-n", str(processes), "--dist", "worksteal"]
    status = call("-m", "pytest", "--cov", "--cov-report=", *shared_out, **NO_SCREEN)
    if status != 0:
        return status
    report = ROOT / "build/coverage.json"
    report.parent.mkdir(exist_ok=True)
    status = call("-m", "coverage", "json", "--quiet", "-o", str(report))
    return status or call("packaging/coverage_gate.py", str(report))
