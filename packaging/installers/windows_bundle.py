"""The Windows bundle, made by PyInstaller in Python for Windows; and what Wine would hide."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from steps.console import SetupStopError, say
from steps.environment import ROOT

from installers.bundle import is_broken, make_bundle
from installers.gates import check_bundle
from installers.licences import gather_licences
from installers.proving import run, screen
from installers.release import NAME, SUMMARY, surroundings, version
from installers.windows_python import lay_out_python
from installers.wine import Wine, in_wine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WINES_OWN = (b"Wine builtin DLL", b"Wine placeholder DLL")
_OF_WINDOWS = frozenset((
    "advapi32", "authz", "bcrypt", "bcryptprimitives", "cfgmgr32", "comctl32", "comdlg32",
    "crypt32", "d3d11", "d3d12", "d3d9", "dbghelp", "dwmapi", "dwrite", "dxgi", "gdi32",
    "icuuc", "imm32", "iphlpapi", "kernel32", "mpr", "mscms", "netapi32", "ntdll", "ole32",
    "oleaut32", "powrprof", "propsys", "psapi", "rpcrt4", "secur32", "setupapi", "shcore",
    "shell32", "shlwapi", "ucrtbase", "uiautomationcore", "user32", "usp10", "userenv", "uxtheme",
    "version", "winmm", "winspool", "ws2_32", "wtsapi32",
))  # fmt: skip
"""Libraries that Windows 10 has itself."""


def make_windows_bundle(python: Path, out: Path) -> Path:
    """Make the folder `out/sgdesk` for Windows and return it.

    `python` is the Python of the environment to build in. Raises SetupStopError if a gate stays
    shut.
    """
    if sys.platform == "win32":
        return _make_natively(python, out)
    bundle = out / "sgdesk"
    for folder in (bundle, out / "work"):
        shutil.rmtree(folder, ignore_errors=True)
    windows_python = out / "python"
    lay_out_python(python, windows_python)
    resource = _write_version_resource(out)
    wine = Wine(out / "wine")
    with screen():
        wine.set_up()
        say("package: the bundle for Windows, under Wine")
        words = [
            in_wine(windows_python / "python.exe"),
            "-m",
            "PyInstaller",
            "--noconfirm",
            "--clean",
        ]
        words += ["--log-level", "WARN", "--distpath", in_wine(out)]
        words += ["--workpath", in_wine(out / "work"), in_wine(ROOT / "packaging/sgdesk.spec")]
        given: dict[str, str] = {"SGDESK_VERSION_RESOURCE": in_wine(resource)} | {
            name: surroundings()[name] for name in ("SOURCE_DATE_EPOCH", "PYTHONHASHSEED")
        }
        status, told = wine.run(*words, surroundings=given)
        wine.stop()
    (out / "pyinstaller.log").write_text(told, "utf-8")
    if status != 0 or is_broken(told):
        raise SetupStopError(
            f"package: PyInstaller did not do its work; read {out}/pyinstaller.log"
        )
    gather_licences(python, bundle / "licences")
    shutil.copyfile(windows_python / "LICENSE.txt", bundle / "licences/cpython/LICENSE.txt")
    check_bundle(bundle, "win32")
    check_libraries(python, bundle)
    return bundle


def _make_natively(python: Path, out: Path) -> Path:
    bundle = make_bundle(out, SGDESK_VERSION_RESOURCE=str(_write_version_resource(out)))
    check_libraries(python, bundle)
    return bundle


def check_libraries(python: Path, bundle: Path) -> None:
    """Raise SetupStopError unless each library that is asked for is there or Windows' own.

    Wine cannot show this: it brings libraries that Windows leaves to the program.
    """
    leaked = [
        path.name
        for path in _programs(bundle)
        if any(mark in path.read_bytes()[:4096] for mark in _WINES_OWN)
    ]
    if leaked:
        raise SetupStopError(f"package: Wine's own libraries are in the bundle: {leaked}")
    here = {path.name.lower() for path in _programs(bundle)}
    files = [str(path) for path in _programs(bundle)]
    status, told = run([str(python), "-c", _READ_IMPORTS, *files])
    if status != 0:
        raise SetupStopError(f"package: the libraries could not be read: {told[-500:]}")
    pairs = [line.split("\t") for line in told.splitlines() if "\t" in line]
    missing = [f"{name} wants {asked}" for name, asked in pairs if not _is_there(asked, here)]
    if missing or not pairs:
        raise SetupStopError("package: libraries are missing: " + "; ".join(missing))
    say(f"package: {len(pairs)} libraries are asked for, none is missing")


_READ_IMPORTS = """
import sys, pathlib, pefile
for name in sys.argv[1:]:
    read = pefile.PE(name, fast_load=True)
    read.parse_data_directories([1, 13])
    for kind in ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT"):
        for one in getattr(read, kind, []):
            print(pathlib.Path(name).name, one.dll.decode().lower(), sep="\\t")
"""


def _is_there(asked: str, here: set[str]) -> bool:
    if asked in here or asked.startswith(("api-ms-win-", "ext-ms-")):
        return True
    return asked.removesuffix(".dll").removesuffix(".drv") in _OF_WINDOWS


def _programs(bundle: Path) -> Iterator[Path]:
    for path in sorted(bundle.rglob("*")):
        if path.suffix.lower() in {".exe", ".dll", ".pyd"}:
            yield path


def _write_version_resource(out: Path) -> Path:
    out.mkdir(parents=True, exist_ok=True)
    resource = out / "version.txt"
    resource.write_text(_version_resource(), "utf-8")
    return resource


def _version_resource() -> str:
    """Return what Windows shows of the program's file, in PyInstaller's form."""
    number = version()
    parts = (*(int(part) for part in number.split(".")), 0)
    told = {
        "CompanyName": "The SGDesk authors",
        "FileDescription": SUMMARY,
        "FileVersion": number,
        "InternalName": "sgdesk",
        "LegalCopyright": "The SGDesk authors, MIT licence",
        "OriginalFilename": "sgdesk.exe",
        "ProductName": NAME,
        "ProductVersion": number,
    }
    lines = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in told.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={parts}, prodvers={parts}, mask=0x3F, "
        "flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)), "
        f"kids=[StringFileInfo([StringTable('080904B0', [{lines}])]), "
        "VarFileInfo([VarStruct('Translation', [2057, 1200])])])\n"
    )
