import json

import pytest

from sgdesk.errors import UserError
from sgdesk.records.self_checks import CheckedPart
from sgdesk.services.self_checks import read_report


def test_a_report_is_read_back_in_order(tmp_path):
    steps = [
        {"name": "deck", "ok": True, "ms": 3.0, "detail": "made"},
        {"name": "paper", "ok": False, "ms": 1.0, "detail": "no printer"},
    ]
    report = tmp_path / "report.json"
    report.write_text(json.dumps({"ok": False, "steps": steps}), "utf-8")
    assert read_report(report) == (
        CheckedPart("deck", True, "made"),
        CheckedPart("paper", False, "no printer"),
    )


@pytest.mark.parametrize("content", [None, "", "[]", '{"steps": [{}]}', '{"steps": 3}'])
def test_without_a_whole_report_the_officer_reads_what_to_do(tmp_path, content):
    report = tmp_path / "report.json"
    if content is not None:
        report.write_text(content, "utf-8")
    with pytest.raises(UserError, match="did not come to its end"):
        read_report(report)
