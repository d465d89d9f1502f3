"""The Linux installer: a Debian package made of the bundle, the same to the byte each time."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from steps.console import say
from steps.environment import ROOT

from installers.release import APP_ID, SUMMARY, moment, surroundings, version

HERE = ROOT / "packaging/linux"
ICONS = ROOT / "packaging/icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
MAINTAINER = "The SGDesk authors <authors@sgdesk.org>"
DEPENDS = (
    "libc6 (>= 2.36)", "libgl1", "libegl1", "libopengl0", "libfontconfig1", "libxkbcommon0",
    "libxkbcommon-x11-0", "libdbus-1-3", "libwayland-client0", "libwayland-cursor0",
    "libwayland-egl1", "libglib2.0-0", "hicolor-icon-theme", "desktop-file-utils",
)  # fmt: skip
"""What the bundle leaves to the system. glibc 2.36 is that of Debian 12."""


def make_deb(bundle: Path, out: Path, *, compression: str = "xz", number: str = "") -> Path:
    """Make `out/sgdesk_VERSION_amd64.deb` of a bundle and return it.

    `number` is the version to say, for trying an upgrade; without it, the program's own.
    """
    number = number or version()
    target = out / f"sgdesk_{number}_amd64.deb"
    say(f"package: {target.name}")
    with tempfile.TemporaryDirectory(prefix="sgdesk-deb-") as place:
        root = Path(place, "root")
        _lay_out(bundle, root, number)
        _finish(root, number)
        words = ["dpkg-deb", "--root-owner-group", f"-Z{compression}", "-b", str(root), str(target)]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, env=surroundings())
    return target


def _lay_out(bundle: Path, root: Path, number: str) -> None:
    program = root / "usr/lib/sgdesk"
    shutil.copytree(bundle, program, symlinks=True)
    link = root / "usr/bin/sgdesk"
    link.parent.mkdir(parents=True)
    link.symlink_to("../lib/sgdesk/sgdesk")
    share = root / "usr/share"
    day = f"{_when():%Y-%m-%d}"
    for name, place in (
        (f"{APP_ID}.desktop", "applications"),
        (f"{APP_ID}.metainfo.xml", "metainfo"),
    ):
        _write(share / place / name, _filled(HERE / name, number, day))
    for size in SIZES:
        _write(
            share / f"icons/hicolor/{size}x{size}/apps/{APP_ID}.png",
            (ICONS / f"sgdesk-{size}.png").read_bytes(),
        )
    _write(share / f"icons/hicolor/scalable/apps/{APP_ID}.svg", (ICONS / "sgdesk.svg").read_bytes())
    _write(share / "man/man1/sgdesk.1.gz", _packed(_filled(HERE / "sgdesk.1", number, day)))
    _write(share / "lintian/overrides/sgdesk", (HERE / "lintian-overrides").read_bytes())
    documents = share / "doc/sgdesk"
    _write(documents / "copyright", (HERE / "copyright").read_bytes())
    changes = f"sgdesk ({number}) stable; urgency=medium\n\n  * Release {number}.\n\n"
    changes += f" -- {MAINTAINER}  {format_datetime(_when())}\n"
    _write(documents / "changelog.gz", _packed(changes.encode()))


def _finish(root: Path, number: str) -> None:
    """Write the control files, and give everything the modes and the moment of the build."""
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file())
    plain = [path for path in files if not path.is_symlink()]
    sums = (f"{_digest(path)}  {path.relative_to(root)}\n" for path in plain)
    size = sum(path.stat().st_size for path in plain) // 1024
    control = {
        "Package": "sgdesk",
        "Version": number,
        "Section": "misc",
        "Priority": "optional",
        "Architecture": "amd64",
        "Installed-Size": str(size),
        "Maintainer": MAINTAINER,
        "Depends": ", ".join(DEPENDS),
        "Recommends": "libcups2",
        "Description": f"{SUMMARY[0].lower()}{SUMMARY[1:]}\n"
        " SGDesk records serious incidents for a safeguarding children partnership in\n"
        " England, runs the clock on their deadlines and explains every date, and makes\n"
        " briefings and slides from the record. It is encrypted and uses no network.",
    }
    text = "".join(f"{name}: {value}\n" for name, value in control.items())
    _write(root / "DEBIAN/control", text.encode())
    _write(root / "DEBIAN/md5sums", "".join(sums).encode())
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            is_run = path.is_dir() or path == root / "usr/lib/sgdesk/sgdesk"
            path.chmod(0o755 if is_run else 0o644)
        os.utime(path, (moment(), moment()), follow_symlinks=False)


def _filled(path: Path, number: str, day: str) -> bytes:
    return path.read_text("utf-8").replace("@VERSION@", number).replace("@DATE@", day).encode()


def _packed(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _digest(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def _when() -> datetime:
    return datetime.fromtimestamp(moment(), UTC)
