"""Signing for Windows, with a key that is named in the environment; without one nothing is signed.

SGDESK_SIGNING_CERT and SGDESK_SIGNING_KEY name PEM files, or on Windows itself
SGDESK_SIGNING_THUMBPRINT a certificate of its store. With SGDESK_SIGNING_TIME, the address of a
time-stamping authority, the signature outlives its certificate.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from steps.console import SetupStopError, say
from steps.environment import ROOT

from installers.proving import run
from installers.release import NAME


def is_signing() -> bool:
    """Return whether there is a key to sign with; say it aloud if not.

    Raises SetupStopError if only half of what it takes is named: that is meant as signing.
    """
    wanted = _named()
    given = [name for name in wanted if os.environ.get(name)]
    if len(given) == len(wanted):
        return True
    if given:
        raise SetupStopError(f"package: signing takes {' and '.join(wanted)}; only one is set")
    say("package: no key to sign with, so Windows will warn before the first start")
    return False


def signing_command() -> str:
    """Return the command that signs the file named after it; "" without a key."""
    if not is_signing():
        return ""
    if sys.platform == "win32":
        return " ".join(_signtool())
    path, script = ROOT / "packaging", ROOT / "packaging/installers/signing.py"
    return shlex.join(["env", f"PYTHONPATH={path}", sys.executable, str(script)])


def sign(file: Path) -> None:
    """Sign a program in place.

    Raises CalledProcessError if that fails, SetupStopError if the signature is not of this file;
    the file is then as it was.
    """
    if sys.platform == "win32":
        subprocess.run([*_signtool(), str(file)], check=True)
        return
    cert, key = (os.environ[name] for name in _named())
    signed = file.with_name(f"{file.name}.signed")
    signed.unlink(missing_ok=True)
    words = ["osslsigncode", "sign", "-certs", cert, "-key", key, "-n", NAME, "-h", "sha256"]
    if authority := os.environ.get("SGDESK_SIGNING_TIME"):
        words += ["-ts", authority]
    words += ["-in", str(file), "-out", str(signed)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    # Who stands behind the certificate is for Windows to judge; that it signs this file is not.
    _status, told = run(["osslsigncode", "verify", "-in", str(signed)])
    if "Calculated message digest" not in told or "MISMATCH" in told:
        raise SetupStopError(f"package: the signature of {file.name} does not hold")
    signed.replace(file)


def _named() -> tuple[str, ...]:
    if sys.platform == "win32":
        return ("SGDESK_SIGNING_THUMBPRINT",)
    return ("SGDESK_SIGNING_CERT", "SGDESK_SIGNING_KEY")


def _signtool() -> list[str]:
    words = ["signtool", "sign", "/q", "/fd", "sha256", "/d", NAME]
    if authority := os.environ.get("SGDESK_SIGNING_TIME"):
        words += ["/tr", authority, "/td", "sha256"]
    return [*words, "/sha1", os.environ["SGDESK_SIGNING_THUMBPRINT"]]


if __name__ == "__main__":
    sign(Path(sys.argv[1]))
