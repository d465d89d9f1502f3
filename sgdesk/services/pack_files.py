"""Putting the files of a pack into a folder, all of them or none, or into one ZIP file."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.files import FileBatch
from sgdesk.services.write_refusals import refuse_long_paths, told_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from sgdesk.progress import Progress

_PLAIN_FILE = 0o644 << 16
_UNIX = 3


def zip_bytes(files: Mapping[str, bytes], day: date) -> bytes:
    """Return one ZIP file with `files` in their order, the same bytes every time.

    Every entry is dated `day`. It says nothing of the computer or of who made it.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, content)
    return stream.getvalue()


def save_files(
    folder: Path, files: Mapping[str, bytes], log: Callable[[], None], progress: Progress
) -> None:
    """Write `files` into `folder` and call `log`; if any of that fails, the folder is as it was.

    Raises `UserError` with the way out, and passes on what `progress` and `log` raise.
    """
    refuse_long_paths(folder, tuple(files))
    with FileBatch(folder) as batch:
        _make_folder(batch)
        for done, (name, content) in enumerate(files.items()):
            progress(done, len(files), f"Saving {name}")
            with told_of(name):
                batch.stage(name, content)
        progress(len(files), len(files), "Saving")
        for name in files:
            with told_of(name):
                batch.place(name)
        log()


def _make_folder(batch: FileBatch) -> None:
    try:
        batch.make_folder()
    except OSError as error:
        raise UserError(
            "This folder cannot be made. Choose another one, or make it yourself first."
        ) from error
