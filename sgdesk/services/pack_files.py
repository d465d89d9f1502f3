"""Putting the files of a pack into a folder, all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.files import FileBatch
from sgdesk.services.write_refusals import refuse_long_paths, told_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sgdesk.progress import Progress


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
