"""Attachments in the clear, for another program to show, until they are wiped.

A copy is read-only and its name is random letters and the file's ending: no name of a case or a
child is in it.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import sys
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.domain.attachments import AttachmentDraft, ending_of, opening_problem
from sgdesk.errors import UserError
from sgdesk.outside.kinds import holds_macros, is_program
from sgdesk.progress import silent
from sgdesk.records.attachments import OpenedCopy
from sgdesk.services import attachments
from sgdesk.services.outcomes import Changes
from sgdesk.services.private_folders import PrivateFolder

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sgdesk.services.register import Register

_RANDOM_BYTES = 8
_LONGEST_STEM = 100
_VERSION = re.compile(r", version \d+$")
_NOT_OPENED = "This file is kept but not opened from here: {}. You can save a copy."
_FROM_OUTSIDE = b"[ZoneTransfer]\r\nZoneId=3\r\n"
"""The mark of a file from the internet: Office opens it without running what is in it. The file
had it where it came from, and the register keeps bytes alone."""
_NO_PLACE = (
    "The file could not be opened: no temporary copy of it can be made. Check that the disk has "
    "room."
)


def opened_copies(register: Register) -> OpenedCopies:
    """Return the copies that were opened from `register`; they are wiped when it is closed."""
    held = register.opened
    if not isinstance(held, OpenedCopies):
        held = OpenedCopies(register)
        register.opened = held
        register.before_close = held.close
    return held


class OpenedCopies:
    """The copies that were opened from one register. Close it, and they are wiped."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._folder: PrivateFolder | None = None
        self._copies: list[OpenedCopy] = []
        self._decided: dict[Path, str] = {}
        """What changed copies held when the officer decided on them, by its hash."""

    def open(self, case_id: UUID, attachment_id: UUID) -> OpenedCopy:
        """Return a read-only copy for another program; the same one again while it is unchanged.

        Raises `UserError` for a kind of file that is not opened, and for one that was removed.
        """
        for held in self._copies:
            is_meant = held.attachment_id == attachment_id
            if is_meant and _fingerprint(held.path) == held.sha256:
                return held
        content = attachments.read_attachment(self._register, attachment_id)
        name = self._drafts(case_id)[attachment_id].file_name
        if why := opening_problem(name) or _content_problem(content):
            raise UserError(why)
        file_name = f"{secrets.token_hex(_RANDOM_BYTES)}{ending_of(name)}"
        try:
            path = _write(self._place() / file_name, content)
        except OSError as error:
            raise UserError(_NO_PLACE) from error
        copy = OpenedCopy(case_id, attachment_id, path, hashlib.sha256(content).hexdigest())
        self._copies.append(copy)
        return copy

    def changed(self) -> tuple[OpenedCopy, ...]:
        """Return the copies that another program has changed and nobody has decided on."""
        return tuple(copy for copy in self._copies if self._is_open_question(copy))

    def bring_back(self, copy: OpenedCopy) -> Changes:
        """Store a changed copy as a new version beside the file it came from.

        Raises `UserError` if the case cannot take it; the copy stays then.
        """
        drafts = self._drafts(copy.case_id)
        lone = AttachmentDraft(title="Changed copy", file_name=f"copy{copy.path.suffix}")
        draft = drafts.get(copy.attachment_id, lone)
        taken = {one.title for one in drafts.values()}
        draft = replace(draft, title=_next_version(draft.title, taken))
        attachments.add_attachment(self._register, copy.case_id, copy.path, draft, progress=silent)
        self.leave(copy)
        return Changes("New version kept", frozenset({copy.case_id}))

    def leave(self, copy: OpenedCopy) -> None:
        """Take what the copy holds now as decided on: it is wiped with the others."""
        self._decided[copy.path] = _fingerprint(copy.path)

    def close(self) -> None:
        """Keep changed copies as new versions, so that no edit is lost unasked; wipe them all.

        A copy that the register cannot take, such as one grown too large, is wiped all the same:
        nothing stays in the clear.
        """
        try:
            for copy in self.changed():
                with suppress(UserError):
                    self.bring_back(copy)
        finally:
            self._copies.clear()
            if self._folder is not None:
                self._folder.wipe()
                self._folder = None

    def _is_open_question(self, copy: OpenedCopy) -> bool:
        now = _fingerprint(copy.path)
        return bool(now) and now not in (copy.sha256, self._decided.get(copy.path))

    def _drafts(self, case_id: UUID) -> dict[UUID, AttachmentDraft]:
        rows = attachments.list_attachments(self._register, case_id)
        return {row.attachment_id: row.draft for row in rows}

    def _place(self) -> Path:
        if self._folder is None:
            self._folder = PrivateFolder()
        return self._folder.path


def _content_problem(content: bytes) -> str:
    """Return why a file is not opened whatever its name says, or "" if it may be."""
    if is_program(content):
        return _NOT_OPENED.format("it is a program or starts one, whatever its name says")
    if holds_macros(content):
        return _NOT_OPENED.format("it holds macros, which are programs")
    return ""


def _write(path: Path, content: bytes) -> Path:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
    if sys.platform == "win32":  # pragma: no cover - Windows keeps this mark beside the file
        with suppress(OSError):
            path.with_name(f"{path.name}:Zone.Identifier").write_bytes(_FROM_OUTSIDE)
    path.chmod(0o400)
    return path


def _fingerprint(path: Path) -> str:
    """Return the hash of a copy, or "" if it is gone or cannot be read now."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _next_version(title: str, taken: set[str]) -> str:
    """Return the title with the first version number that no file of the case has."""
    stem = _VERSION.sub("", title)[:_LONGEST_STEM]
    numbers = range(2, len(taken) + 3)
    return next(one for number in numbers if (one := f"{stem}, version {number}") not in taken)
