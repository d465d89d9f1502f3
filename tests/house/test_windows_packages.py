"""What is fetched for Windows, what its signatures say, and which libraries a bundle misses."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from typing import TYPE_CHECKING

import pytest
from bundle_samples import put, small_bundle
from installers import signing, windows_bundle, windows_python
from steps.console import SetupStopError

if TYPE_CHECKING:
    from pathlib import Path

LOCK = """# by uv
alpha==1.0 \\
    --hash=sha256:aa \\
    --hash=sha256:ab
    # via sgdesk
cffi==2.1.1 ; platform_python_implementation != 'PyPy' \\
    --hash=sha256:bb
darwinian==1.0 ; sys_platform == 'darwin' \\
    --hash=sha256:cc
elsewhere==1.0 ; python_full_version < '3.12' and sys_platform != 'win32' \\
    --hash=sha256:dd
either==1.0 ; sys_platform == 'linux' or sys_platform == 'win32' \\
    --hash=sha256:ee
pywin32-ctypes==0.2.3 ; sys_platform == 'win32' \\
    --hash=sha256:ff
"""


def windows_lock(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> str:
    whole = folder / "all.lock"
    whole.write_text(text, "utf-8")
    monkeypatch.setattr(windows_python, "WHEELS", whole)
    return windows_python._windows_lock(folder / "wheels").read_text("utf-8")


def test_the_lock_for_windows_keeps_what_holds_there_with_its_hashes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = windows_lock(tmp_path, monkeypatch, LOCK).splitlines()
    assert [line.strip(" \\") for line in lines] == [
        "alpha==1.0", "--hash=sha256:aa", "--hash=sha256:ab",
        "cffi==2.1.1", "--hash=sha256:bb",
        "either==1.0", "--hash=sha256:ee",
        "pywin32-ctypes==0.2.3", "--hash=sha256:ff",
    ]  # fmt: skip


def test_a_marker_that_is_not_understood_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "one==1 ; (sys_platform == 'win32' or a == 'b') and c == 'd' \\\n    --hash=sha256:aa\n"
    with pytest.raises(SetupStopError, match="what does this say of Windows"):
        windows_lock(tmp_path, monkeypatch, text)


def test_the_projects_own_lock_for_windows_holds_cffi_and_leaves_out_what_is_apples(
    tmp_path: Path,
) -> None:
    text = windows_python._windows_lock(tmp_path / "wheels").read_text("utf-8")
    assert "\ncffi==" in text
    assert "\npywin32-ctypes==" in text
    assert "macholib" not in text
    assert ";" not in text


SIGNED = "Subject: /CN=Python Software Foundation\nSignature verification: ok\n\nSucceeded\n"


@pytest.mark.parametrize(
    ("told", "is_trusted"),
    [
        (SIGNED, True),
        ("No signature found\nUnable to extract existing signature\n", False),
        (SIGNED.replace("Python Software Foundation", "Somebody Else"), False),
        (SIGNED.replace("\nSucceeded", "\nFailed"), False),
    ],
    ids=["signed", "unsigned", "by another", "does not hold"],
)
def test_a_program_file_of_python_that_the_psf_did_not_sign_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str, is_trusted: bool
) -> None:
    put(tmp_path, "python311.dll")
    put(tmp_path, "vcruntime140.dll")
    put(tmp_path, "LICENSE.txt")
    asked: list[str] = []

    def run(words: list[str]) -> tuple[int, str]:
        asked.append(words[-1])
        return 0, told

    monkeypatch.setattr(windows_python, "run", run)
    if is_trusted:
        windows_python._check_signatures(tmp_path)
    else:
        with pytest.raises(SetupStopError, match=r"python311\.dll is not signed by the PSF"):
            windows_python._check_signatures(tmp_path)
    assert asked == [str(tmp_path / "python311.dll")]


@pytest.mark.parametrize(
    ("asked", "is_there"),
    [
        ("qt6core.dll", True),
        ("kernel32.dll", True),
        ("winspool.drv", True),
        ("icuuc.dll", True),
        ("api-ms-win-crt-heap-l1-1-0.dll", True),
        ("msvcp140.dll", False),
        ("libcrypto-3.dll", False),
    ],
)
def test_a_library_is_the_bundles_or_windows_own_or_missing(asked: str, is_there: bool) -> None:
    assert windows_bundle._is_there(asked, {"qt6core.dll"}) is is_there


def check_libraries_as(
    told: tuple[int, str], bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows_bundle, "run", lambda words: told)
    windows_bundle.check_libraries(bundle, bundle)


def test_a_bundle_that_has_all_it_asks_for_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = small_bundle(tmp_path, "win32")
    told = "sgdesk.exe\tkernel32.dll\nqwindows.dll\tqt6core.dll\n"
    check_libraries_as((0, told), bundle, monkeypatch)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ((0, "qwindows.dll\tmsvcp140_1.dll\n"), "qwindows.dll wants msvcp140_1.dll"),
        ((0, ""), "libraries are missing"),
        ((1, "No module named pefile"), "could not be read: No module named pefile"),
    ],
    ids=["one is missing", "nothing was read", "the reader failed"],
)
def test_a_library_that_is_missing_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: tuple[int, str], words: str
) -> None:
    with pytest.raises(SetupStopError, match=words):
        check_libraries_as(told, small_bundle(tmp_path, "win32"), monkeypatch)


def test_a_library_of_wines_own_in_the_bundle_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = small_bundle(tmp_path, "win32")
    put(bundle, "_internal/ucrtbase.dll", b"MZ" + bytes(62) + b"Wine builtin DLL\0")
    with pytest.raises(SetupStopError, match=r"Wine's own libraries .*ucrtbase\.dll"):
        check_libraries_as((0, "a\tkernel32.dll"), bundle, monkeypatch)


@pytest.fixture
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*signing._named(), "SGDESK_SIGNING_TIME"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("no_key")
def test_without_a_key_nothing_is_signed_and_that_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert signing.signing_command() == ""
    assert "Windows will warn before the first start" in capsys.readouterr().out


@pytest.mark.usefixtures("no_key")
@pytest.mark.skipif(sys.platform == "win32", reason="there one name is all it takes")
def test_half_of_what_signing_takes_is_refused_and_not_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SGDESK_SIGNING_CERT", "cert.pem")
    with pytest.raises(SetupStopError, match="only one is set"):
        signing.is_signing()


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A signer that puts a mark behind the file, and says what `verdict` holds of it."""
    tool = tmp_path / "bin/osslsigncode"
    tool.parent.mkdir()
    told = tmp_path / "verdict"
    tool.write_text(
        "#!/bin/sh\n"
        f'if [ "$1" = verify ]; then cat "{told}"; exit 1; fi\n'
        'while [ $# -gt 1 ]; do [ "$1" = -in ] && in=$2; [ "$1" = -out ] && out=$2; shift; done\n'
        '{ cat "$in"; printf " signed"; } > "$out"\n',
        "utf-8",
    )
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", os.pathsep.join([str(tool.parent), os.environ["PATH"]]))
    for name in signing._named():
        monkeypatch.setenv(name, "a file.pem")
    told.write_text("Calculated message digest : AB12\nFailed\n", "utf-8")
    return told


@pytest.mark.skipif(shutil.which("sh") is None, reason="the signer is played by a shell script")
def test_a_file_is_signed_in_place(tmp_path: Path, key: Path) -> None:
    file = put(tmp_path, "sgdesk.exe")
    signing.sign(file)
    assert file.read_bytes() == b"a part signed"
    assert not file.with_name("sgdesk.exe.signed").exists()


@pytest.mark.skipif(shutil.which("sh") is None, reason="the signer is played by a shell script")
@pytest.mark.parametrize(
    "verdict", ["No signature found\n", "Calculated message digest : AB12    MISMATCH!!!\n"]
)
def test_a_signature_that_is_not_of_this_file_stops_the_build_and_leaves_the_file(
    tmp_path: Path, key: Path, verdict: str
) -> None:
    key.write_text(verdict, "utf-8")
    file = put(tmp_path, "sgdesk.exe")
    with pytest.raises(SetupStopError, match=r"the signature of sgdesk\.exe does not hold"):
        signing.sign(file)
    assert file.read_bytes() == b"a part"


def test_the_version_that_windows_shows_of_the_program_is_the_programs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(windows_bundle, "version", lambda: "7.8.9")
    told = windows_bundle._version_resource()
    compile(told, "version.txt", "eval")
    assert "filevers=(7, 8, 9, 0)" in told
    assert "StringStruct('ProductVersion', '7.8.9')" in told
