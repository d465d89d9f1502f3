"""`dev.py package`: builds the installers, proves them, and tells their sizes and sums."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from typing import TYPE_CHECKING, TypeVar

from steps.console import SetupStopError, say
from steps.environment import ROOT

from installers.bill import write_bill
from installers.bundle import build_python, make_bundle
from installers.changes import words_for
from installers.deb import make_deb
from installers.proof_deb import prove_deb
from installers.proof_windows import prove_setup
from installers.proving import run
from installers.release import BUILD, version
from installers.setup_exe import make_setup
from installers.signing import sign, signing_command
from installers.tools import need
from installers.windows_bundle import make_windows_bundle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

T = TypeVar("T")

_PROOFS = BUILD / "proofs"


def package(words: Sequence[str]) -> int:
    """Build and prove what is asked for; return 0 only if every fact held."""
    parser = _parser()
    options = parser.parse_args(words)
    if options.as_ci:
        words = words_for(ROOT)
        say(f"package: the last day of changes asks for `package {' '.join(words)}`")
        options = parser.parse_args(words)
    here = ["windows"] if sys.platform == "win32" else ["linux", "windows"]
    wanted = [options.system] if options.system else here
    need(wanted, proves=not options.bundle_only)
    is_well = True
    for system in wanted:
        ways: dict[str, Callable[[argparse.Namespace], bool]] = {
            "linux": _linux,
            "windows": _windows,
        }
        is_well &= ways[system](options)
    return int(not is_well)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    parser.add_argument("system", nargs="?", choices=["linux", "windows"], help="else both")
    parser.add_argument(
        "--bundle-only", action="store_true", help="the folder and its self-test, no installer"
    )
    parser.add_argument("--fast", action="store_true", help="pack less tightly, for a trial")
    parser.add_argument(
        "--as-ci", action="store_true", help="what the last day of changes asks for, and no more"
    )
    parser.add_argument("--twice", action="store_true", help="build again and compare each byte")
    return parser


def _linux(options: argparse.Namespace) -> bool:
    bundle = _timed("bundle", lambda: make_bundle(BUILD / "linux"))
    _tests_itself(bundle)
    if options.bundle_only:
        return True
    write_bill("linux", BUILD / f"sgdesk-{version()}-linux.cdx.json")
    packed = "gzip" if options.fast else "xz"
    deb = _timed("package", lambda: make_deb(bundle, BUILD, compression=packed))
    newer = make_deb(bundle, BUILD / "linux", compression="gzip", number=_next_version())
    is_well = _timed("proof", lambda: prove_deb(deb, newer, _PROOFS))
    if options.twice:
        again = make_bundle(BUILD / "linux-again")
        other = make_deb(again, BUILD / "linux-again", compression=packed)
        is_well &= _is_same(deb, other)
    _tell(deb)
    return is_well


def _windows(options: argparse.Namespace) -> bool:
    python = build_python()
    folder = BUILD / "windows"
    signs = signing_command()
    bundle = _timed("bundle", lambda: make_windows_bundle(python, folder))
    if sys.platform == "win32":
        _tests_itself(bundle)
    if options.bundle_only:
        return True
    write_bill("windows", BUILD / f"sgdesk-{version()}-windows.cdx.json")
    if signs:
        sign(bundle / "sgdesk.exe")
    setup = _timed("set-up", lambda: make_setup(bundle, BUILD, is_fast=options.fast, sign=signs))
    is_well = True
    if sys.platform != "win32":  # there, packaging/windows/build.ps1 installs and removes it
        newer = make_setup(bundle, folder, is_fast=True, number=_next_version())
        is_well = _timed("proof", lambda: prove_setup(setup, newer, _PROOFS))
    if options.twice and signs:
        say("package: a signature tells its time, so builds are compared only without one")
    elif options.twice:
        again = make_windows_bundle(python, BUILD / "windows-again")
        other = make_setup(again, BUILD / "windows-again", is_fast=options.fast)
        is_well &= _is_same(setup, other)
    _tell(setup)
    return is_well


def _tests_itself(bundle: Path) -> None:
    """Raise SetupStopError unless the program finds every part of itself, with nothing set."""
    out = bundle.parent / "self-test"
    report = out / "report.json"
    report.unlink(missing_ok=True)
    words = [str(bundle / "sgdesk"), "self-test", "--out", str(out), "--report", str(report)]
    if sys.platform != "win32":
        clean = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "QT_QPA_PLATFORM=offscreen"]
        words = ["env", "-i", *clean, f"HOME={bundle.parent / 'home'}", *words]
    status, told = run(words)
    steps = json.loads(report.read_text("utf-8"))["steps"] if report.exists() else []
    failed = [f"{one['name']}: {one['detail']}" for one in steps if not one["ok"]]
    if status != 0 or failed or not steps:
        raise SetupStopError(
            "package: the bundle fails its self-test: " + "; ".join(failed or [told])
        )
    say(f"package: the bundle passes its self-test, {len(steps)} steps")


def _is_same(first: Path, second: Path) -> bool:
    is_same = _sum(first) == _sum(second)
    say(f"package: built twice, {'the same to the byte' if is_same else 'NOT the same'}")
    return is_same


def _tell(file: Path) -> None:
    file.with_name(f"{file.name}.sha256").write_text(f"{_sum(file)}  {file.name}\n", "ascii")
    say(f"package: {file.name}, {file.stat().st_size / (1 << 20):.1f} MiB, SHA-256 {_sum(file)}")


def _sum(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _next_version() -> str:
    first, second, third = version().split(".")
    return f"{first}.{second}.{int(third) + 1}"


def _timed(what: str, work: Callable[[], T]) -> T:
    start = time.monotonic()
    result = work()
    say(f"package: {what} in {time.monotonic() - start:.0f} s")
    return result
