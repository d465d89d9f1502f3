"""Every gate before an installer shuts when the one thing is broken that it watches."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
from bundle_samples import put, small_bundle
from installers import bundle as bundles
from installers import gates, licences, packing
from installers.gates import check_bundle
from steps.console import SetupStopError
from steps.environment import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SYSTEMS = ["linux", "win32"]
TOO_MUCH = {
    "linux": (
        ("_internal/PySide6/Qt/lib/libQt6Network.so.6", "qt6network is in the bundle"),
        ("_internal/PySide6/QtNetwork.abi3.so", "qtnetwork is in the bundle"),
        ("_internal/libsqlite3.so.0", "libsqlite3.so.0 is a second SQLite"),
        ("_internal/_sqlite3.cpython-311.so", "_sqlite3.cpython-311.so is a second SQLite"),
        ("_internal/PySide6/Qt/lib/libQt6Quick.so.6", "qt6quick is in the bundle"),
    ),
    "win32": (
        ("_internal/PySide6/Qt6Network.dll", "qt6network is in the bundle"),
        ("_internal/sqlite3.dll", "sqlite3.dll is a second SQLite"),
        ("_internal/icuuc.dll", "icuuc.dll is in the bundle"),
        ("_internal/bcryptprimitives.dll", "bcryptprimitives.dll is in the bundle"),
    ),
}
TOO_LITTLE = {
    "linux": ("libqxcb.so", "libqwayland", "libqsvg.so", "style.qss"),
    "win32": ("qwindows.dll", "msvcp140.dll", "qsvg.dll", "style.qss"),
}


def every(cases: dict[str, tuple[object, ...]]) -> list[tuple[str, object]]:
    return [(system, case) for system in SYSTEMS for case in cases[system]]


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_sound_bundle_passes(tmp_path: Path, system: str) -> None:
    check_bundle(small_bundle(tmp_path, system), system)


@pytest.mark.parametrize(("system", "case"), every(TOO_MUCH))
def test_what_must_never_be_in_a_bundle_stops_it(
    tmp_path: Path, system: str, case: tuple[str, str]
) -> None:
    name, told = case
    bundle = small_bundle(tmp_path, system)
    put(bundle, name)
    with pytest.raises(SetupStopError, match=told):
        check_bundle(bundle, system)


@pytest.mark.parametrize(("system", "name"), every(TOO_LITTLE))
def test_what_a_bundle_has_lost_stops_it(tmp_path: Path, system: str, name: str) -> None:
    bundle = small_bundle(tmp_path, system)
    for path in bundle.rglob(f"{name}*"):
        path.unlink()
    with pytest.raises(SetupStopError, match=f"{name} is not in the bundle"):
        check_bundle(bundle, system)


def test_a_bundle_that_has_grown_too_large_stops_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = small_bundle(tmp_path, "linux")
    monkeypatch.setitem(gates.MOST_MIB, "linux", 1)
    put(bundle, "_internal/large", bytes(1 << 20))
    with pytest.raises(SetupStopError, match="the bundle has 1 MiB, 1 are allowed"):
        check_bundle(bundle, "linux")


@pytest.mark.parametrize("separator", ["/", "\\"])
def test_the_place_of_the_build_in_a_file_stops_it(tmp_path: Path, separator: str) -> None:
    bundle = small_bundle(tmp_path, "win32")
    place = str(ROOT / "main.py").replace("/", separator)
    put(bundle, "_internal/told.pyc", b"\x00" + place.encode() + b"\x00")
    with pytest.raises(SetupStopError, match=r"told\.pyc holds the path of the build"):
        check_bundle(bundle, "win32")


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path, "linux")
    put(bundle, "_internal/libQt6Network.so.6")
    put(bundle, "_internal/libsqlite3.so.0")
    with pytest.raises(SetupStopError, match=r"qt6network.*; libsqlite3\.so\.0 is a second"):
        check_bundle(bundle, "linux")


@pytest.mark.parametrize(
    ("line", "breaks"),
    [
        ("WARNING: Library not found: could not resolve 'libxcb-cursor.so.0', needed by xcb", True),
        ("WARNING: Library not found: could not resolve 'Qt6Gui.dll', needed by qwindows", True),
        ("WARNING: QtLibraryInfo(PySide6): ... ImportError: DLL load failed", True),
        ("Traceback (most recent call last):", True),
        ("WARNING: Library not found: could not resolve 'libtiff.so.5', needed by libqtiff", False),
        ("WARNING: Hidden import not found", False),
    ],
)
def test_a_lost_library_in_pyinstallers_log_is_told_from_its_other_warnings(
    line: str, breaks: bool
) -> None:
    assert bundles.is_broken(line) is breaks


@pytest.mark.skipif(sys.platform == "win32", reason="PyInstaller is played by a shell script")
@pytest.mark.parametrize(
    "script", ['echo "could not start"; exit 1', "echo 'Library not found: could not resolve Qt6'"]
)
def test_a_warning_of_pyinstaller_that_loses_the_window_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    python.chmod(0o755)
    monkeypatch.setattr(bundles, "build_python", lambda: python)
    with pytest.raises(SetupStopError, match=r"did not do its work; read .*pyinstaller\.log"):
        bundles.make_bundle(tmp_path / "out")


def program_that(tmp_path: Path, report: str, status: int) -> Path:
    """A bundle whose program reports so, and notes what was set where it ran."""
    told = put(tmp_path, "told", report.encode())
    script = f'env > "{tmp_path}/set"\n[ -s "{told}" ] && cp "{told}" "$5"\nexit {status}\n'
    program = put(tmp_path, "bundle/sgdesk", f"#!/bin/sh\n{script}".encode())
    program.chmod(0o755)
    (tmp_path / "self-test").mkdir()
    return program.parent


def reported(*held: bool) -> str:
    steps = [{"name": f"step {n}", "ok": ok, "detail": "told"} for n, ok in enumerate(held)]
    return json.dumps({"ok": all(held), "steps": steps})


@pytest.mark.skipif(sys.platform == "win32", reason="the program is played by a shell script")
def test_a_bundle_is_tried_where_nothing_of_this_project_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PYTHONPATH", "sgdesk")
    packing._tests_itself(program_that(tmp_path, reported(True, True), 0))
    assert "passes its self-test, 2 steps" in capsys.readouterr().out
    given = (tmp_path / "set").read_text("utf-8")
    assert "PYTHONPATH" not in given
    assert f"HOME={tmp_path}/home" in given


@pytest.mark.skipif(sys.platform == "win32", reason="the program is played by a shell script")
@pytest.mark.parametrize(
    ("report", "status", "words"),
    [
        (reported(True, False), 1, "step 1: told"),
        (reported(True), 3, "fails its self-test"),
        (reported(), 0, "fails its self-test"),
        ("", 0, "fails its self-test"),
    ],
    ids=["a step failed", "ended badly", "did nothing", "said nothing"],
)
def test_a_bundle_that_fails_its_self_test_stops_the_build(
    tmp_path: Path, report: str, status: int, words: str
) -> None:
    with pytest.raises(SetupStopError, match=words):
        packing._tests_itself(program_that(tmp_path, report, status))


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[object]]:
    """What the environment of the build is said to hold; the program needs `alpha` of it."""
    held: list[list[object]] = []
    texts = tmp_path / "lib/LICENSE.txt"
    texts.parent.mkdir()
    texts.write_text("of Python", "utf-8")
    monkeypatch.setattr(licences, "_needs", lambda: {"alpha"})

    def run(*words: object, **how: object) -> object:
        told = json.dumps([held, str(texts.parent)])
        return type("Done", (), {"stdout": told})

    monkeypatch.setattr(licences.subprocess, "run", run)
    return held


def text_in(tmp_path: Path, folder: str) -> str:
    return str(put(tmp_path, f"{folder}/LICENSE", folder.encode()))


def test_a_part_without_a_licence_text_stops_the_build(
    tmp_path: Path, packages: list[list[object]]
) -> None:
    packages.append(["Alpha", "1.0", "MIT", []])
    with pytest.raises(SetupStopError, match="no licence text of Alpha"):
        licences.gather_licences(tmp_path, tmp_path / "licences")


def test_a_python_without_its_licence_text_stops_the_build(
    tmp_path: Path, packages: list[list[object]]
) -> None:
    (tmp_path / "lib/LICENSE.txt").unlink()
    with pytest.raises(SetupStopError, match="no licence text of CPython"):
        licences.gather_licences(tmp_path, tmp_path / "licences")


def test_every_licence_text_of_a_part_is_kept_and_none_of_what_only_builds(
    tmp_path: Path, packages: list[list[object]]
) -> None:
    packages.append(["Alpha", "1.0", "MIT", [text_in(tmp_path, "a"), text_in(tmp_path, "b")]])
    packages.append(["builder", "2.0", "GPL", [text_in(tmp_path, "c")]])
    target = tmp_path / "licences"
    licences.gather_licences(tmp_path, target)
    assert {path.name for path in (target / "alpha").iterdir()} == {"LICENSE", "LICENSE-2"}
    assert sorted(path.name for path in target.iterdir()) == ["PARTS.txt", "alpha", "cpython"]
    listed = (target / "PARTS.txt").read_text("utf-8")
    assert "Alpha 1.0: MIT" in listed
    assert all(name in listed for name in ("CPython", "Qt", "OpenSSL", "SQLCipher"))


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system on which the package `of-alpha` brings libalpha.so.1 with its text."""
    put(tmp_path, "doc/of-alpha/copyright", b"of alpha")
    owners = {"libalpha.so.1": "of-alpha", "libbare.so.1": "of-bare"}
    monkeypatch.setattr(licences, "_DOCUMENTS", tmp_path / "doc")
    monkeypatch.setattr(licences, "_owner", lambda name: owners.get(name, ""))
    put(tmp_path, "sgdesk/_internal/libalpha.so.1")
    put(tmp_path, "sgdesk/_internal/libpython3.11.so.1.0")
    wheel = put(tmp_path, "sgdesk/_internal/PySide6/Qt/lib/libQt6Core.so.6")
    (tmp_path / "sgdesk/_internal/libQt6Core.so.6").symlink_to(wheel)
    return put(tmp_path, "sgdesk/licences/PARTS.txt", b"Before: MIT\n").parent


@pytest.mark.skipif(sys.platform == "win32", reason="no library of Windows goes into a bundle")
def test_the_systems_own_libraries_in_a_bundle_bring_their_licence_texts(system: Path) -> None:
    licences.gather_system_licences(system.parent, system)
    assert [path.name for path in (system / "system").iterdir()] == ["of-alpha.txt"]
    assert (system / "PARTS.txt").read_text("utf-8").splitlines() == [
        "Before: MIT",
        "libalpha.so.1: of of-alpha, see the text in licences/system",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="no library of Windows goes into a bundle")
@pytest.mark.parametrize("name", ["libbare.so.1", "libnobodys.so.2"])
def test_a_library_of_the_system_without_a_licence_text_stops_the_build(
    system: Path, name: str
) -> None:
    put(system.parent, f"_internal/{name}")
    with pytest.raises(SetupStopError, match=f"no licence text of {name}"):
        licences.gather_system_licences(system.parent, system)


def test_the_texts_that_wheels_lack_are_here_and_their_parts_still_needed() -> None:
    for key, texts in licences.MISSING_IN_WHEELS.items():
        assert key in licences._needs()
        assert all((licences.TEXTS / text).stat().st_size > 1000 for text in texts)


def test_the_folder_packaging_is_no_package_since_it_would_hide_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging/__init__.py").exists()
