"""What stands in and beside an installer: one version, the Debian package's files, the bill."""

from __future__ import annotations

import email
import gzip
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
import pytest
from bundle_samples import put, small_bundle
from installers import bill, deb, release, setup_exe
from installers.bill import write_bill
from installers.deb import make_deb
from platformdirs.unix import Unix
from platformdirs.windows import Windows
from PySide6.QtCore import qVersion
from sqlcipher3 import dbapi2
from steps.environment import ROOT

from sgdesk import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

MOMENT = 1_790_000_000
WINDOWS_FOLDERS = {"CSIDL_LOCAL_APPDATA": "%LOCALAPPDATA%", "CSIDL_APPDATA": "%APPDATA%"}
HAS_DPKG = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="no Debian")
PAGE = (ROOT / "docs/installing.md").read_text("utf-8")
SCRIPT = (ROOT / "packaging/windows/sgdesk.nsi").read_text("utf-8")


def test_the_version_is_read_from_the_one_place_that_has_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert release.version() == __version__
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "sgdesk.__version__"}


def test_a_source_that_does_not_say_its_version_is_not_packaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "sgdesk/__init__.py", b'__version__ = "soon"\n')
    monkeypatch.setattr(release, "ROOT", tmp_path)
    with pytest.raises(ValueError, match="does not say the version"):
        release.version()


def test_no_file_of_packaging_says_a_version_of_its_own() -> None:
    kinds = {".py", ".spec", ".nsi", ".desktop", ".xml", ".1", ".ps1", ".yml"}
    told = [
        path.name
        for path in (ROOT / "packaging").rglob("*")
        if path.suffix in kinds and __version__ in path.read_text("utf-8")
    ]
    assert told == []


@pytest.mark.parametrize("page", ["docs/installing.md", "README.md"])
def test_a_page_names_the_installers_of_this_version(page: str) -> None:
    numbers = re.findall(r"(?:SGDesk-|sgdesk_)([\d.]+\d)", (ROOT / page).read_text("utf-8"))
    assert len(numbers) >= 2
    assert set(numbers) == {__version__}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
    bundle = small_bundle(tmp_path, "linux")
    (bundle / "_internal/libQt6Core.so.6").symlink_to("PySide6/Qt/lib/libQt6Core.so.6")
    return make_deb(bundle, tmp_path, compression="gzip", number="7.8.9")


def opened(package: Path, part: str) -> Iterator[tuple[tarfile.TarInfo, bytes]]:
    words = ["dpkg-deb", f"--{part}-tarfile", str(package)]
    told = subprocess.run(words, capture_output=True, check=True).stdout  # noqa: S603
    with tarfile.open(fileobj=io.BytesIO(told)) as archive:
        for one in archive:
            stream = archive.extractfile(one) if one.isfile() else None
            yield one, stream.read() if stream else b""


@HAS_DPKG
def test_everything_in_the_debian_package_is_roots_of_the_builds_moment_and_nobody_else_may_write(
    package: Path,
) -> None:
    members = [one for one, _ in opened(package, "fsys")]
    assert {(one.uid, one.gid, one.mtime) for one in members} == {(0, 0, MOMENT)}
    modes = {one.name.removeprefix("./"): one.mode for one in members if not one.issym()}
    run = {name for name, mode in modes.items() if mode == 0o755}
    assert {name for name, mode in modes.items() if mode == 0o644} == modes.keys() - run
    folders = {one.name.removeprefix("./") for one in members if one.isdir()}
    assert run - folders == {"usr/lib/sgdesk/sgdesk"}
    links = {one.name.removeprefix("./"): one.linkname for one in members if one.issym()}
    assert links == {
        "usr/bin/sgdesk": "../lib/sgdesk/sgdesk",
        "usr/lib/sgdesk/_internal/libQt6Core.so.6": "PySide6/Qt/lib/libQt6Core.so.6",
    }


@HAS_DPKG
def test_the_debian_package_says_what_it_is_and_what_it_needs(package: Path) -> None:
    control = dict(opened_named(package, "ctrl"))
    told = email.message_from_bytes(control["control"])
    assert package.name == "sgdesk_7.8.9_amd64.deb"
    assert (told["Package"], told["Version"], told["Architecture"]) == ("sgdesk", "7.8.9", "amd64")
    assert "libc6 (>= 2.36)" in told["Depends"]
    assert "<" in told["Maintainer"]
    assert int(told["Installed-Size"]) > 0
    assert not told["Description"].splitlines()[0].endswith(".")
    sums = control["md5sums"].decode().splitlines()
    plain = [name for name, _ in opened_named(package, "fsys")]
    assert sorted(line.split("  ")[1] for line in sums) == sorted(plain)
    assert not control.keys() & {"preinst", "postinst", "prerm", "postrm"}  # nothing runs as root


def opened_named(package: Path, part: str) -> list[tuple[str, bytes]]:
    return [
        (one.name.removeprefix("./"), content)
        for one, content in opened(package, part)
        if one.isfile()
    ]


@HAS_DPKG
def test_menu_entry_manual_and_description_say_the_version_and_leave_no_gap(package: Path) -> None:
    files = dict(opened_named(package, "fsys"))
    manual = gzip.decompress(files["usr/share/man/man1/sgdesk.1.gz"]).decode()
    metainfo = files[f"usr/share/metainfo/{release.APP_ID}.metainfo.xml"].decode()
    entry = files[f"usr/share/applications/{release.APP_ID}.desktop"].decode()
    assert "SGDesk 7.8.9" in manual
    assert '<release version="7.8.9" date="2026-09-21"/>' in metainfo
    assert f"Icon={release.APP_ID}" in entry
    assert "sgdesk (7.8.9)" in gzip.decompress(files["usr/share/doc/sgdesk/changelog.gz"]).decode()
    assert not re.search(r"@[A-Z]+@", manual + metainfo + entry)
    icons = [name for name in files if name.startswith("usr/share/icons/hicolor")]
    assert len(icons) == len(deb.SIZES) + 1


@HAS_DPKG
def test_the_debian_package_is_the_same_to_the_byte_for_whoever_builds_it(
    package: Path, tmp_path: Path
) -> None:
    out = tmp_path / "again"
    out.mkdir()
    before = os.umask(0o077)
    try:
        other = make_deb(tmp_path / "sgdesk", out, compression="gzip", number="7.8.9")
    finally:
        os.umask(before)
    assert other.read_bytes() == package.read_bytes()


def test_the_builds_only_time_is_that_of_the_last_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    words = ["git", "show", "--no-patch", "--format=%cI", "HEAD"]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    assert release.moment() == datetime.fromisoformat(told.stdout.strip()).timestamp()
    assert release.surroundings()["PYTHONHASHSEED"] == "1"


def test_the_set_up_for_windows_is_named_and_filled_with_the_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
    monkeypatch.setattr(setup_exe.subprocess, "run", lambda words, **how: asked.append(words))
    made = setup_exe.make_setup(tmp_path, tmp_path, is_fast=False, number="7.8.9", sign="a signer")
    assert made.name == "SGDesk-7.8.9-setup.exe"
    given = dict(word[2:].split("=", 1) for word in asked[0] if word.startswith("-D"))
    assert (given["VERSION"], given["SIGN"]) == ("7.8.9", "a signer")
    assert "FAST" not in given
    for name in set(re.findall(r"\$\{(VERSION|OUT|BUNDLE|ICON|LICENCE|SIGN)\}", SCRIPT)):
        assert given[name]


def test_the_exit_codes_of_the_set_up_are_those_of_the_page_for_the_it_department() -> None:
    ours = set(re.findall(r"SetErrorLevel (\d)", SCRIPT))
    (told,) = re.findall(r"Exit codes: (.*?\.)\n", PAGE)
    (head,) = re.findall(r"^; Exit codes: (.*?)\n[^;]", SCRIPT, re.DOTALL | re.MULTILINE)
    of_nsis = {"0", "1", "2"}
    assert set(re.findall(r"\b(\d)\b", told)) == ours | of_nsis
    assert set(re.findall(r"\b(\d)\b", head)) == ours | of_nsis


def test_the_set_up_needs_no_administrator_and_never_passes_over_a_file_in_silence() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    assert "AllowSkipFiles off" in SCRIPT
    assert "HKLM" not in SCRIPT


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not here")
@pytest.mark.parametrize(("signer", "is_made"), [("true", True), ("false", False), ("", True)])
def test_a_set_up_that_could_not_be_signed_as_asked_is_not_made(
    tmp_path: Path, signer: str, is_made: bool
) -> None:
    bundle = small_bundle(tmp_path, "win32")
    try:
        made = setup_exe.make_setup(bundle, tmp_path, is_fast=True, sign=signer)
    except subprocess.CalledProcessError:
        assert not is_made
    else:
        assert is_made
        assert made.stat().st_size > 10_000


def test_the_set_up_stops_where_a_signature_fails() -> None:
    hooks = re.findall(r"^\s*!(?:uninst)?finalize .*$", SCRIPT, re.MULTILINE)
    assert len(hooks) == 2
    assert all(re.search(r"' = 0\b", hook) for hook in hooks)


def test_no_removal_touches_the_folder_of_the_register() -> None:
    removals = re.findall(r"^\s*(?:RMDir|Delete)\b.*$", SCRIPT, re.MULTILINE)
    assert len(removals) >= 6
    assert all('"$INSTDIR' in line or '"$SMPROGRAMS' in line for line in removals)


def test_the_page_for_the_it_department_says_where_things_lie_on_either_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("platformdirs.windows.get_win_folder", lambda name: WINDOWS_FOLDERS[name])
    monkeypatch.setenv("HOME", "/home/officer")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    rows = dict(
        re.findall(r"^\| ([a-z][^|]*) \| (.*) \|$", PAGE.split("## Where")[1], re.MULTILINE)
    )
    windows, linux = Windows("sgdesk", False), Unix("sgdesk", False)
    for start, of_windows, of_linux in [
        ("register", f"{windows.user_data_dir}/register", f"{linux.user_data_dir}/register"),
        ("the officer", windows.user_config_dir, linux.user_config_dir),
        ("log", windows.user_log_dir, linux.user_log_dir),
        ("public facts", windows.user_cache_dir, linux.user_cache_dir),
    ]:
        (cells,) = (row for name, row in rows.items() if name.startswith(start))
        expected = (of_windows.replace("/", "\\"), of_linux.replace("/home/officer", "~"))
        assert cells == " | ".join(f"`{place}`" for place in expected)


@pytest.mark.parametrize("system", ["linux", "windows"])
def test_the_bill_has_what_lies_inside_packages_and_nothing_of_the_tests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
    write_bill(system, tmp_path / "bill.json")
    told = json.loads((tmp_path / "bill.json").read_text("utf-8"))
    parts = {part["name"].lower(): part["version"] for part in told["components"]}
    assert {name.lower() for name in bill.WITHIN[system]} | {"cpython"} <= parts.keys()
    assert {"pyside6-essentials", "sqlcipher3", "fpdf2"} <= parts.keys()
    assert "pytest" not in parts
    assert told["metadata"]["component"]["version"] == __version__


def test_the_bill_is_the_same_to_the_byte_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
    for name in ("first", "second"):
        write_bill("linux", tmp_path / name)
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="the parts of another system are not here")
def test_what_the_bill_says_of_the_insides_is_what_is_there() -> None:
    said = bill.WITHIN["linux"]
    with dbapi2.connect(":memory:") as connection:
        (cipher,) = connection.execute("PRAGMA cipher_version").fetchone()
    assert said["SQLCipher"] == cipher.split()[0]
    assert said["Qt"] == qVersion()
    assert Path(PySide6.__path__[0], f"Qt/lib/libicudata.so.{said['ICU']}").exists()
    (library,) = Path(dbapi2.__file__).parent.glob("_sqlite3*.so")
    assert f"OpenSSL {said['OpenSSL']} ".encode() in library.read_bytes()
