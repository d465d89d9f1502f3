"""The licence texts of every part, gathered; a part without one stops the build."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

from steps.console import SetupStopError
from steps.environment import ROOT, RUNTIME_LOCK

TEXTS = ROOT / "packaging/licences"
_DOCUMENTS = Path("/usr/share/doc")
# Texts that a wheel lacks although what lies in it asks for them to be passed on.
MISSING_IN_WHEELS = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "fpdf2": ("GPL-3.0.txt",),
    "sqlcipher3": ("SQLCipher.txt", "Apache-2.0.txt"),
}
# Parts that are no package of their own: their licence, and where the text is.
WITHIN = {
    "CPython": ("PSF-2.0", "the Python Software Foundation's licence, in licences/cpython"),
    "Qt 6.11": ("LGPL-3.0-only", "in licences/pyside6-essentials; source: download.qt.io"),
    "ICU": ("Unicode-3.0", "unicode.org/copyright; inside Qt's libraries on Linux"),
    "SQLCipher with SQLite": ("BSD-3-Clause", "in licences/sqlcipher3"),
    "OpenSSL": ("Apache-2.0", "in licences/sqlcipher3"),
}
_READ = """
import importlib.metadata, json, sys, sysconfig
found = []
for one in importlib.metadata.distributions():
    texts = [
        str(one.locate_file(file)) for file in one.files or []
        if not file.suffix.startswith(".py") and (
            "licen" in file.name.lower() or "copying" in file.name.lower()
            or "notice" in file.name.lower() or "licenses" in file.parts)
    ]
    meta = one.metadata
    named = meta.get("License-Expression") or meta.get("License") or ""
    found.append([meta["Name"], one.version, named.split("\\n")[0], texts])
print(json.dumps([found, sysconfig.get_path("stdlib")]))
"""


def gather_licences(python: Path, target: Path) -> None:
    """Copy the texts of all that `python` has of the program's needs into `target`, with a list.

    Raises SetupStopError for a part that has no text.
    """
    told = subprocess.run([str(python), "-c", _READ], capture_output=True, text=True, check=True)
    found, stdlib = json.loads(told.stdout)
    wanted = _needs()
    shutil.rmtree(target, ignore_errors=True)
    lines, bare = [], []
    for name, version, licence, texts in sorted(found, key=lambda one: str(one[0]).lower()):
        key = _plain(name)
        if key not in wanted:
            continue
        own = [TEXTS / text for text in MISSING_IN_WHEELS.get(key, ())]
        if not texts and not own:
            bare.append(name)
        _copy([Path(text) for text in texts] + own, target / key)
        lines.append(f"{name} {version}: {licence or 'see the text'}")
    # Python for Windows has its own beside python.exe.
    places = [folder / "LICENSE.txt" for folder in (Path(stdlib), Path(stdlib).parent)]
    own = [text for text in places if text.exists()][:1]
    if not own:
        bare.append("CPython")
    _copy(own, target / "cpython")
    if bare:
        raise SetupStopError(f"package: no licence text of {', '.join(bare)}")
    lines += [f"{name}: {licence}; {where}" for name, (licence, where) in WITHIN.items()]
    (target / "PARTS.txt").write_text("\n".join(lines) + "\n", "utf-8")


def gather_system_licences(bundle: Path, target: Path) -> None:
    """Copy the texts of the system's own libraries in a Linux bundle into `target`, with a list.

    Raises SetupStopError for a library of which no Debian package, or no text of it, is here.
    """
    lines, bare = [], []
    for library in sorted((bundle / "_internal").glob("lib*.so*")):
        # What a wheel brings is a link into its folder; CPython has its own text.
        if library.is_symlink() or library.name.startswith("libpython"):
            continue
        package = _owner(library.name)
        text = _DOCUMENTS / package / "copyright"
        if not package or not text.exists():
            bare.append(library.name)
            continue
        (target / "system").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(text, target / "system" / f"{package}.txt")
        lines.append(f"{library.name}: of {package}, see the text in licences/system")
    if bare:
        raise SetupStopError(f"package: no licence text of {', '.join(bare)}")
    with (target / "PARTS.txt").open("a", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in lines)


def _owner(library: str) -> str:
    """Return the Debian package that brings a library; "" if none does."""
    words = ["dpkg", "-S", f"*/{library}"]
    told = subprocess.run(words, capture_output=True, text=True, check=False).stdout
    return told.partition(":")[0]


def _needs() -> set[str]:
    """Return the names of the packages that the program needs to run, on any system."""
    lines = RUNTIME_LOCK.read_text("utf-8").splitlines()
    return {_plain(line.split("==")[0]) for line in lines if re.match(r"[A-Za-z0-9]", line)}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _copy(texts: list[Path], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for text in texts:
        name, number = text.name, 2
        while (folder / name).exists():
            name, number = f"{text.stem}-{number}{text.suffix}", number + 1
        shutil.copyfile(text, folder / name)
