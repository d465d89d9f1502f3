"""Proves the Windows installer under Wine: installed, used, upgraded and removed."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

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
from installers.wine import Wine, in_wine

if TYPE_CHECKING:
    from pathlib import Path

_REFUSED_RUNNING, _REFUSED_OLDER = 5, 4
_UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\SGDesk"


def prove_setup(setup: Path, newer: Path, out: Path) -> bool:
    """Return whether every fact holds of `setup`; `newer` is the same with a higher version."""
    out.mkdir(parents=True, exist_ok=True)
    proof = Proof("Windows installer, under Wine")
    wine = Wine(out / "wine")
    with screen():
        wine.set_up()
        try:
            _install(proof, wine, setup)
            _test_itself(proof, wine, out)
            _use(proof, wine, setup, out)
            _upgrade(proof, wine, setup, newer)
            _remove(proof, wine)
        finally:
            wine.stop()
    return proof.is_well()


def _program(wine: Wine) -> Path:
    return wine.home / "AppData/Local/Programs/SGDesk"


def _register(wine: Wine) -> Path:
    return wine.home / "AppData/Local/sgdesk/register"


def _install(proof: Proof, wine: Wine, setup: Path) -> None:
    status, told = wine.run(in_wine(setup), "/S")
    proof.expect("it installs in silence", status == 0, told)
    proof.expect(
        "the program is in the user's own folder", (_program(wine) / "sgdesk.exe").exists()
    )
    menu = wine.home / "AppData/Roaming/Microsoft/Windows/Start Menu"
    proof.expect("it is in the Start menu", len(list(menu.rglob("SGDesk.lnk"))) == 1)
    _status, told = wine.run("reg", "query", _UNINSTALL)
    proof.expect("it is in the list of installed programs", "DisplayVersion" in told, told)
    network = [path.name for path in _program(wine).rglob("*") if "network" in path.name.lower()]
    proof.expect("there is no network library in it", not network, " ".join(network))


def _test_itself(proof: Proof, wine: Wine, out: Path) -> None:
    folder = out / "self-test"
    report = out / "self-test-windows.json"
    words = ("self-test", "--out", in_wine(folder), "--report", in_wine(report))
    status, told = wine.run(in_wine(_program(wine) / "sgdesk.exe"), *words)
    is_well = status == 0 and report.exists() and json.loads(report.read_text("utf-8"))["ok"]
    told = report.read_text("utf-8") if report.exists() else told
    proof.expect(
        "self-test of the installed program, with Qt's own windows platform", is_well, told
    )


def _use(proof: Proof, wine: Wine, setup: Path, out: Path) -> None:
    """Open a register of an earlier version with the installed program, as an officer would."""
    data = _register(wine)
    data.mkdir(parents=True, exist_ok=True)
    for path in OLD_REGISTER.iterdir():
        shutil.copyfile(path, data / path.name)
    program = wine.start([in_wine(_program(wine) / "sgdesk.exe")])
    try:
        is_seen = wait_for(lambda: window_named("SGDesk is locked"), 90)
        proof.expect("it asks for the passphrase of the register that is there", is_seen)
        picture(out / "windows-locked.png")
        type_into(OLD_PASSPHRASE)
        is_seen = wait_for(lambda: window_named("Today"), 90)
        proof.expect("the register of an earlier version opens", is_seen)
        is_kept = wait_for(lambda: OLD_VERSION in versions_kept(data / "backups"))
        proof.expect("the older register was backed up before it was changed", is_kept)
        picture(out / "windows-today.png")
        status, told = wine.run(in_wine(_program(wine) / "sgdesk.exe"))
        proof.expect("a second start shows the window that is there, and ends", status == 0, told)
        status, told = wine.run(in_wine(setup), "/S")
        proof.expect("it is not installed over a running program", status == _REFUSED_RUNNING, told)
        run(["xdotool", "key", "ctrl+q"], DISPLAY=":87")
        proof.expect("it ends when it is told to", program.wait(60) == 0)
    finally:
        program.kill()


def _upgrade(proof: Proof, wine: Wine, setup: Path, newer: Path) -> None:
    stale = _program(wine) / "_internal/stale.pyd"
    stale.touch()
    status, told = wine.run(in_wine(newer), "/S")
    proof.expect("a newer version goes over it", status == 0, told)
    proof.expect("nothing of the older version stays", not stale.exists())
    status, told = wine.run(in_wine(setup), "/S")
    proof.expect("an older version is refused", status == _REFUSED_OLDER, told)


def _remove(proof: Proof, wine: Wine) -> None:
    status, told = wine.run(in_wine(_program(wine) / "uninstall.exe"), "/S")
    wait_for(lambda: not _program(wine).exists())
    proof.expect("it is removed", status == 0 and not _program(wine).exists(), told)
    _status, told = wine.run("reg", "query", _UNINSTALL)
    proof.expect("it is out of the list of installed programs", "DisplayVersion" not in told, told)
    is_kept = (_register(wine) / "register.sgdesk").exists()
    proof.expect("the register stays when the program goes", is_kept)
