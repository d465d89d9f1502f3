import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = int(os.environ.get("SGDESK_KILLS", "20"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")


def storm(folder, *words):
    found = subprocess.run(  # noqa: S603
        [sys.executable, Path(__file__).with_name("kill_storm.py"), folder, *words],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    return json.loads(found.stdout)


def test_no_acknowledged_save_is_lost_to_a_kill(tmp_path):
    told = storm(tmp_path, str(KILLS))
    assert told["kills"] == KILLS
    assert told["acknowledged"] > KILLS
    assert (told["lost"], told["torn"], told["unsound"]) == (0, 0, 0)


def test_a_program_that_acknowledges_too_early_is_caught(tmp_path):
    told = storm(tmp_path, str(KILLS), "early")
    assert told["lost"] >= KILLS // 4
    assert (told["torn"], told["unsound"]) == (0, 0)
