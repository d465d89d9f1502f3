"""A small invented bundle that passes every gate, for breaking one thing at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FILES = {
    "linux": (
        "sgdesk",
        "_internal/PySide6/Qt/lib/libQt6Core.so.6",
        "_internal/PySide6/Qt/plugins/platforms/libqxcb.so",
        "_internal/PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "_internal/PySide6/Qt/plugins/platforms/libqwayland.so",
        "_internal/PySide6/Qt/plugins/imageformats/libqsvg.so",
        "_internal/sqlcipher3/_sqlite3.cpython-311-x86_64-linux-gnu.so",
        "_internal/resources/style.qss",
    ),
    "win32": (
        "sgdesk.exe",
        "_internal/msvcp140.dll",
        "_internal/PySide6/Qt6Core.dll",
        "_internal/PySide6/plugins/platforms/qwindows.dll",
        "_internal/PySide6/plugins/platforms/qoffscreen.dll",
        "_internal/PySide6/plugins/imageformats/qsvg.dll",
        "_internal/sqlcipher3/_sqlite3.cp311-win_amd64.pyd",
        "_internal/resources/style.qss",
    ),
}


def small_bundle(folder: Path, system: str) -> Path:
    bundle = folder / "sgdesk"
    for name in _FILES[system]:
        put(bundle, name)
    return bundle


def put(bundle: Path, name: str, content: bytes = b"a part") -> Path:
    path = bundle / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
