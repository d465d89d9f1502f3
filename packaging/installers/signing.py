"""Signing for Windows, with a key that is named in the environment; without one nothing is signed.

SGDESK_SIGNING_CERT and SGDESK_SIGNING_KEY name PEM files. With SGDESK_SIGNING_TIME, the address
of a time-stamping authority, the signature outlives its certificate.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from steps.console import say
from steps.environment import ROOT

from installers.release import NAME


def is_signing() -> bool:
    """Return whether there is a key to sign with; say it aloud if not."""
    if os.environ.get("SGDESK_SIGNING_CERT") and os.environ.get("SGDESK_SIGNING_KEY"):
        return True
    say("package: no key to sign with, so Windows will warn before the first start")
    return False


def signing_command() -> str:
    """Return the command that signs the file named after it; "" without a key."""
    if not is_signing():
        return ""
    script = ROOT / "packaging/installers/signing.py"
    return f"env PYTHONPATH={ROOT / 'packaging'} {sys.executable} {shlex.quote(str(script))}"


def sign(file: Path) -> None:
    """Sign a program in place. Raises CalledProcessError if that fails or does not verify."""
    cert, key = os.environ["SGDESK_SIGNING_CERT"], os.environ["SGDESK_SIGNING_KEY"]
    signed = file.with_name(f"{file.name}.signed")
    words = ["osslsigncode", "sign", "-certs", cert, "-key", key, "-n", NAME, "-h", "sha256"]
    if authority := os.environ.get("SGDESK_SIGNING_TIME"):
        words += ["-ts", authority]
    words += ["-in", str(file), "-out", str(signed)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    signed.replace(file)


if __name__ == "__main__":
    sign(Path(sys.argv[1]))
