import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = int(os.environ.get("SGDESK_BACKUP_KILLS", "10"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")


def storm(folder, *words):
    found = subprocess.run(  # noqa: S603
        [sys.executable, Path(__file__).with_name("backup_kill_storm.py"), folder, *words],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    return json.loads(found.stdout)


def test_each_kill_leaves_a_whole_newest_set(tmp_path):
    told = storm(tmp_path, str(KILLS))
    assert told["kills"] == KILLS
    assert told["sets"] > 1
    assert (told["torn"], told["gone_back"]) == (0, 0)


def test_a_program_that_fills_sets_in_their_own_place_is_caught(tmp_path):
    assert storm(tmp_path, str(KILLS), "direct")["torn"] > 0
