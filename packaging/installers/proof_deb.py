"""Proves the Debian package: installed, used, upgraded and removed in a bare Debian."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from installers.chroot import USER, bare_debian
from installers.proving import (
    OLD_PASSPHRASE,
    OLD_REGISTER,
    OLD_VERSION,
    Proof,
    picture,
    run,
    screen,
    type_into,
    versions_kept,
    wait_for,
    window_named,
)
from installers.release import APP_ID, BUILD

if TYPE_CHECKING:
    from pathlib import Path

    from installers.chroot import Chroot

_DATA = ".local/share/sgdesk/register"


def prove_deb(deb: Path, newer: Path, out: Path) -> bool:
    """Return whether every fact holds of `deb`; `newer` is the same with a higher version."""
    out.mkdir(parents=True, exist_ok=True)
    proof = Proof("Debian package")
    status, told = run(["lintian", "--fail-on", "error", "--allow-root", str(deb)])
    proof.expect("lintian finds no error", status == 0, told)
    with screen() as display, bare_debian(BUILD / "bare-debian") as chroot:
        _install(proof, chroot, deb)
        _entries(proof, chroot)
        for platform in ("offscreen", "xcb"):
            where = {"QT_QPA_PLATFORM": platform, "DISPLAY": display}
            words = ("sgdesk", "self-test", "--out", f"/home/{USER}/self-test")
            status, told = chroot.as_user(*words, **where)
            (out / f"self-test-{platform}.json").write_text(told, "utf-8")
            is_well = status == 0 and json.loads(told)["ok"]
            proof.expect(f"self-test of the installed program, {platform}", is_well, told)
        _use(proof, chroot, display, out)
        status, told = _apt(chroot, newer)
        proof.expect("a newer version goes over it", status == 0, told)
        kept = chroot.home / _DATA / "register.sgdesk"
        proof.expect("the register is there after the upgrade", kept.exists())
        status, told = chroot.as_root("apt-get", "purge", "-y", "sgdesk")
        proof.expect("it is removed without a word of trouble", status == 0, told)
        proof.expect("nothing of the program stays", not (chroot.root / "usr/lib/sgdesk").exists())
        proof.expect("the register stays when the program goes", kept.exists())
    return proof.is_well()


def _install(proof: Proof, chroot: Chroot, deb: Path) -> None:
    status, told = _apt(chroot, deb)
    proof.expect("apt installs it with what it needs", status == 0, told)
    program = chroot.root / "usr/lib/sgdesk"
    network = [path.name for path in program.rglob("*") if "network" in path.name.lower()]
    proof.expect("there is no network library in it", not network, " ".join(network))
    modes = {
        path.name for path in program.rglob("*") if os.access(path, os.W_OK) and _is_open(path)
    }
    proof.expect("nobody but root may change it", not modes, " ".join(modes))


def _is_open(path: Path) -> bool:
    return not path.is_symlink() and bool(path.stat().st_mode & 0o022)


def _apt(chroot: Chroot, deb: Path) -> tuple[int, str]:
    shutil.copyfile(deb, chroot.root / "opt" / deb.name)
    words = ("apt-get", "install", "-y", "--no-install-recommends", f"/opt/{deb.name}")
    return chroot.as_root(*words)


def _entries(proof: Proof, chroot: Chroot) -> None:
    share = chroot.root / "usr/share"
    status, told = run(["desktop-file-validate", str(share / f"applications/{APP_ID}.desktop")])
    proof.expect("the menu entry is valid", status == 0 and not told, told)
    metainfo = share / f"metainfo/{APP_ID}.metainfo.xml"
    status, told = run(["appstreamcli", "validate", "--no-net", str(metainfo)])
    proof.expect("the description for software centres is valid", status == 0, told)
    icons = list((share / "icons/hicolor").rglob(f"{APP_ID}.*"))
    proof.expect("its icon is there in nine sizes", len(icons) == 9)  # noqa: PLR2004
    status, told = chroot.as_user("sgdesk", "--help")
    proof.expect("it says what it can do", status == 0 and "self-test" in told, told)


def _use(proof: Proof, chroot: Chroot, display: str, out: Path) -> None:
    """Open a register of an earlier version with the installed program, as an officer would."""
    data = chroot.home / _DATA
    data.mkdir(parents=True)
    for path in OLD_REGISTER.iterdir():
        shutil.copyfile(path, data / path.name)
    chroot.as_root("chown", "-R", f"{USER}:{USER}", f"/home/{USER}/.local")
    words = chroot.user_words("sgdesk", DISPLAY=display)
    program = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        is_seen = wait_for(lambda: window_named("SGDesk is locked"))
        proof.expect("it asks for the passphrase of the register that is there", is_seen)
        picture(out / "linux-locked.png")
        type_into(OLD_PASSPHRASE)
        is_seen = wait_for(lambda: window_named("Today"))
        proof.expect("the register of an earlier version opens", is_seen)
        is_kept = wait_for(lambda: OLD_VERSION in versions_kept(data / "backups"))
        proof.expect("the older register was backed up before it was changed", is_kept)
        picture(out / "linux-today.png")
        status, told = chroot.as_user("sgdesk", DISPLAY=display)
        proof.expect("a second start shows the window that is there, and ends", status == 0, told)
        run(["xdotool", "key", "ctrl+q"], DISPLAY=display)
        proof.expect("it ends when it is told to", program.wait(60) == 0)
    finally:
        program.kill()
