"""Compare a coverage report with what each layer has to reach: `coverage_gate.py REPORT.json`."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# Windows and the parts that start them are looked at as well as tested; the rest is proved.
BOUNDS = {"ui": 85, "app": 85, "selftest": 85, "__main__": 85}
EVERYTHING = 100


@dataclass
class Layer:
    """Statements and branches of one layer, those reached, and where the others are."""

    name: str
    reached: int = 0
    present: int = 0
    gaps: list[str] = field(default_factory=list)

    @property
    def bound(self) -> int:
        return BOUNDS.get(self.name, EVERYTHING)

    @property
    def is_kept(self) -> bool:
        return self.reached * 100 >= self.bound * self.present

    @property
    def per_cent(self) -> str:
        """To one place and rounded down, so that 100.0 means all of it."""
        if self.present == 0:
            return "-"
        return f"{self.reached * 1000 // self.present / 10:.1f}"


def layers(report: Mapping[str, Any]) -> list[Layer]:
    """Add up a report of `coverage json` by the first name below `sgdesk`, in order of names."""
    found: defaultdict[str, Layer] = defaultdict(lambda: Layer(""))
    for file, entry in sorted(report["files"].items()):
        parts = Path(file.replace("\\", "/")).with_suffix("").parts
        name = parts[1] if parts[1] != "__init__" else parts[0]
        summary = entry["summary"]
        layer = found[name]
        layer.name = name
        layer.reached += summary["covered_lines"] + summary["covered_branches"]
        layer.present += summary["num_statements"] + summary["num_branches"]
        layer.gaps += _gaps(file, entry)
    return [found[name] for name in sorted(found)]


def _gaps(file: str, entry: Mapping[str, Any]) -> Iterator[str]:
    """One line for a file that is not covered: its lines, and branches between covered ones."""
    missing = entry["missing_lines"]
    places = [*_ranges(missing)]
    for start, end in entry["missing_branches"]:
        if start not in missing:
            places.append(f"{start} never goes on to {end if end > 0 else 'the end'}")
    if places:
        yield f"{file}: {', '.join(places)}"


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """Runs of numbers, `3-5` for 3, 4, 5."""
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        lines = [number for _, number in run]
        yield str(lines[0]) if len(lines) == 1 else f"{lines[0]}-{lines[-1]}"


def main(arguments: Sequence[str]) -> int:
    """Print what layers below their bound miss, and a line per layer. Return 1 if any is below."""
    found = layers(json.loads(Path(arguments[0]).read_text("utf-8")))
    below = [layer for layer in found if not layer.is_kept]
    for gap in (gap for layer in below for gap in layer.gaps):
        print(f"not covered: {gap}")
    print(f"{'layer':<12}{'covered':>8}{'bound':>7}")
    for layer in found:
        mark = "" if layer.is_kept else "  BELOW"
        print(f"{layer.name:<12}{layer.per_cent:>8}{layer.bound:>7}{mark}")
    return int(bool(below))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
