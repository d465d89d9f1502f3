"""The lock files: every package the project installs, by version and hash, for every system."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from steps.console import SetupStopError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def write(root: Path, further: Sequence[str]) -> int:
    """Resolve pyproject.toml into the three lock files. Return uv's exit status.

    `further` goes to uv: `--upgrade` takes the newest versions that pyproject.toml allows.
    """
    folder = root / ".venv" / ("Scripts" if os.name == "nt" else "bin")
    uv = shutil.which("uv", path=os.pathsep.join([str(folder), os.environ.get("PATH", "")]))
    if uv is None:
        raise SetupStopError("lock: uv is not here; `.venv/bin/python -m pip install uv` brings it")
    common = [uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    # No index in the files: whoever installs uses the registry that pip is set up for.
    common += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", *further]
    surroundings = os.environ | {"UV_CUSTOM_COMPILE_COMMAND": "python3 packaging/dev.py lock"}
    runtime = ["pyproject.toml", "--output-file", "requirements.lock"]
    dev = ["pyproject.toml", "--extra", "dev", "--constraints", "requirements.lock"]
    dev += ["--output-file", "requirements-dev.lock"]
    build = ["pyproject.toml", "--extra", "build", "--constraints", "requirements.lock"]
    build += ["--output-file", "requirements-build.lock"]
    for words in (runtime, dev, build):
        result = subprocess.run([*common, *words], cwd=root, env=surroundings, check=False)
        if result.returncode != 0:
            return result.returncode
    return 0
