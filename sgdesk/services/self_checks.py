"""The report of a self-test, read back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.records.self_checks import CheckedPart

if TYPE_CHECKING:
    from pathlib import Path

_NO_REPORT = (
    "The check did not come to its end. Try it again; if that does not help, install SGDesk anew. "
    "The register is not touched by either."
)


def read_report(path: Path) -> tuple[CheckedPart, ...]:
    """Return the parts that were tried, in order. Raises `UserError` if there is no report."""
    try:
        told = json.loads(path.read_text("utf-8"))
        return tuple(
            CheckedPart(str(one["name"]), bool(one["ok"]), str(one["detail"]))
            for one in told["steps"]
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(_NO_REPORT) from error
