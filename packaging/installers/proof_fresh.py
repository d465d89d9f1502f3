"""Proves the README's two commands on a machine that has Python and nothing else.

`dev.py prove-fresh` runs them in a bare Debian: as root, where the set-up installs what is missing,
and as an ordinary user with that in place. Further words go to the tests; all tests take long.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from steps.console import say
from steps.environment import ROOT

from installers.chroot import USER, bare_debian
from installers.proving import Proof, run
from installers.release import BUILD
from installers.tools import need

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from installers.chroot import Chroot

_PACKAGES = ("python3", "git")
_CERTIFICATES, _TRUSTED = Path("/etc/ssl/certs/ca-certificates.crt"), "opt/certificates.crt"
_SECONDS = 5400


def prove_fresh(words: Sequence[str]) -> int:
    """Return 0 if both commands succeed for both users."""
    need(["linux"], proves=True)
    proof = Proof("Fresh machine")
    with bare_debian(BUILD / "fresh-debian") as chroot, _way_to_packages(chroot):
        status, told = chroot.as_root("apt-get", "install", "-y", *_PACKAGES)
        proof.expect("the bare machine has Python", status == 0, told)
        for name in ("root", USER):
            _try_as(proof, chroot, name, words)
    return int(not proof.is_well())


def _try_as(proof: Proof, chroot: Chroot, name: str, words: Sequence[str]) -> None:
    home = Path("/root") if name == "root" else Path("/home", name)
    clone = chroot.root / str(home / "sgdesk")[1:]
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    chroot.as_root("chown", "-R", f"{name}:{name}", str(home))
    for command in (["run"], ["test", *words]):
        start = time.monotonic()
        script = f"cd {home}/sgdesk && python3 packaging/dev.py {' '.join(command)}"
        given = {key: value for key, value in os.environ.items() if key.startswith("PIP_")}
        given |= {"PIP_CERT": f"/{_TRUSTED}", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
        inner = ["env", "-i", f"HOME={home}", "LANG=C.UTF-8"]
        inner += [f"{key}={value}" for key, value in given.items()]
        status, told = run(
            [
                "chroot",
                "--userspec",
                f"{name}:{name}",
                str(chroot.root),
                *inner,
                "sh",
                "-c",
                script,
            ],
            _SECONDS,
        )
        proof.expect(f"`dev.py {command[0]}` works for {name}", status == 0, told)
        say(f"    {time.monotonic() - start:.0f} s")


@contextmanager
def _way_to_packages(chroot: Chroot) -> Generator[None]:
    """Let pip in there find packages where this machine does, folders on its disk included."""
    with ExitStack() as undo:
        settings = Path("/etc/pip.conf")
        told = os.environ.get("PIP_FIND_LINKS", "")
        if settings.exists():
            shutil.copyfile(settings, chroot.root / "etc/pip.conf")
            told += settings.read_text("utf-8")
        shutil.copyfile(_CERTIFICATES, chroot.root / _TRUSTED)
        folders = {Path(one) for one in re.findall(r"/[\w./-]+", told) if Path(one).is_dir()}
        for folder in sorted(folders):
            place = chroot.root / str(folder)[1:]
            place.mkdir(parents=True, exist_ok=True)
            subprocess.run(["mount", "--bind", "-o", "ro", str(folder), str(place)], check=True)
            undo.callback(subprocess.run, ["umount", "--lazy", str(place)], check=False)
        yield
