"""Tries every part of the installed program on invented cases, and says what held."""

from __future__ import annotations

import json
import os
import sys
import time
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sgdesk.app.clock import current_day
from sgdesk.app.self_test_steps import STEPS, Trial

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def print_self_test(folder: Path, *, report: Path | None = None) -> int:
    """Print one JSON object with each step's result; return 0 only if all of them held.

    Files go into `folder`. The object goes into `report` too, if one is given: a program with
    windows has nowhere to print on Windows.
    """
    if sys.platform == "win32":  # pragma: no cover - there the screen is always there to try
        os.environ.setdefault("QT_QPA_PLATFORM", "windows")
    with TemporaryDirectory(prefix="sgdesk-self-test-") as place:
        trial = Trial(folder, place, current_day())
        try:
            results = [_tried(name, step, trial) for name, step in STEPS]
        finally:
            trial.close()
    is_well = all(result["ok"] for result in results)
    text = json.dumps({"ok": is_well, "steps": results}, ensure_ascii=False, indent=2)
    print(text)
    if report is not None:
        report.write_text(text, encoding="utf-8")
    return 0 if is_well else 1


def _tried(name: str, step: Callable[[Trial], str], trial: Trial) -> dict[str, object]:
    start = time.perf_counter()
    try:
        detail, is_well = step(trial), True
    except Exception as error:  # noqa: BLE001 - a self-test reports whatever went wrong
        detail, is_well = f"{type(error).__name__}: {error}", False
    milliseconds = round((time.perf_counter() - start) * 1000, 1)
    return {"name": name, "ok": is_well, "ms": milliseconds, "detail": detail}
