"""A bare Debian to install into: what is missing on a new machine is missing there too."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from steps.console import SetupStopError, say

from installers.proving import run

if TYPE_CHECKING:
    from collections.abc import Generator

_SUITE, _MIRROR = "bookworm", "http://deb.debian.org/debian"
USER = "officer"
_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 - where every X server has it


class Chroot:
    """A folder that holds a Debian of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def home(self) -> Path:
        return self.root / "home" / USER

    def as_root(self, *words: str, seconds: int = 900) -> tuple[int, str]:
        """Run a program in it as root; return exit status and output."""
        clean = [
            "env",
            "-i",
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
            "DEBIAN_FRONTEND=noninteractive",
        ]
        return run(["chroot", str(self.root), *clean, "LANG=C.UTF-8", *words], seconds)

    def user_words(self, *words: str, **surroundings: str) -> list[str]:
        """Return how a program is run in it by an ordinary user who has nothing set."""
        given = [f"{name}={value}" for name, value in surroundings.items()]
        return [
            "chroot", "--userspec", f"{USER}:{USER}", str(self.root), "env", "-i",
            f"HOME=/home/{USER}", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", *given, *words,
        ]  # fmt: skip

    def as_user(self, *words: str, **surroundings: str) -> tuple[int, str]:
        return run(self.user_words(*words, **surroundings))


@contextmanager
def bare_debian(root: Path) -> Generator[Chroot]:
    """Give a bare Debian below `root`, made anew, with an ordinary user; it goes with the block.

    Raises SetupStopError where it cannot be made: that takes root and debootstrap.
    """
    _let_go(root)
    shutil.rmtree(root, ignore_errors=True)
    say("package: a bare Debian to install into")
    words = ["debootstrap", "--variant=minbase", _SUITE, str(root), _MIRROR]
    status, told = run(words)
    if status != 0:
        raise SetupStopError(f"package: no bare Debian: {told[-500:]}")
    chroot = Chroot(root)
    # The machine's way to its packages goes along; nothing else does.
    for folder in ("apt.conf.d", "sources.list.d", "auth.conf.d"):
        source = Path("/etc/apt", folder)
        if source.is_dir():
            shutil.copytree(source, root / "etc/apt" / folder, dirs_exist_ok=True)
    if any((root / "etc/apt/sources.list.d").iterdir()):
        (root / "etc/apt/sources.list").unlink()
    for place in (root / "proc", root / "dev/shm", root / str(_SOCKETS)[1:]):
        place.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "proc", "proc", str(root / "proc")], check=True)
    if _SOCKETS.is_dir():
        words = ["mount", "--bind", str(_SOCKETS), str(root / str(_SOCKETS)[1:])]
        subprocess.run(words, check=True)
    try:
        chroot.as_root("apt-get", "-q", "update")
        chroot.as_root("useradd", "--create-home", USER)
        yield chroot
    finally:
        _let_go(root)
        shutil.rmtree(root, ignore_errors=True)


def _let_go(root: Path) -> None:
    """Unmount everything below `root`. Raises SetupStopError if something stays.

    What a run that was killed has left mounted would otherwise be emptied with the folder.
    """
    for place in _mounted_below(root):
        subprocess.run(["umount", "--lazy", str(place)], check=False)
    if left := _mounted_below(root):
        raise SetupStopError(f"package: {left[0]} is still mounted")


def _mounted_below(root: Path) -> list[Path]:
    """Return what is mounted below `root`, the deepest first."""
    lines = Path("/proc/mounts").read_text("utf-8").splitlines()
    places = [Path(line.split()[1]) for line in lines]
    return sorted((one for one in places if one.is_relative_to(root.resolve())), reverse=True)
