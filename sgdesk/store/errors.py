"""What can go wrong with the register and its key, each with the way out."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from sgdesk.errors import UserError, WrongSecretError

if TYPE_CHECKING:
    from collections.abc import Generator


class StoreError(UserError):
    """An expected failure with a sentence of its own."""

    sentence: ClassVar[str] = ""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.sentence)


class MissingKeyFileError(StoreError):
    sentence = (
        "The key file of this register is missing. Put it back beside the register, from "
        "your copy of the register folder."
    )


class DamagedKeyFileError(StoreError):
    sentence = (
        "The key file of this register is damaged. Put back the one from your copy of the "
        "register folder; nothing in the register is lost."
    )


class KeyFileExistsError(StoreError):
    sentence = (
        "A key file exists in this place already, and a register cannot be opened without its "
        "own. Choose another place."
    )


class NotEnoughMemoryError(StoreError):
    sentence = (
        "There is not enough free memory to check the passphrase. Close other programs and "
        "try again."
    )


class WrongPassphraseError(StoreError, WrongSecretError):
    sentence = "That is not the passphrase of this register. Capitals count, extra spaces do not."


class WrongRecoveryKeyError(StoreError, WrongSecretError):
    sentence = "That recovery key is typed correctly but belongs to another register."


class MistypedRecoveryKeyError(StoreError, WrongSecretError):
    sentence = "The recovery key is mistyped. Compare it with the paper, group by group."


class RegisterMissingError(StoreError):
    sentence = "There is no register in this place. Choose another place."


class RegisterExistsError(StoreError):
    sentence = "A register exists in this place already. Open it, or choose another place."


class NotARegisterError(StoreError):
    sentence = (
        "This file is not a register of SGDesk, or it is cut short. Put back your copy of the "
        "register folder."
    )


class NotEncryptedError(StoreError):
    sentence = "This file is a database without encryption; SGDesk does not open it."


class WrongKeyError(StoreError):
    sentence = (
        "The key file does not fit this register, or the register's first page is damaged. "
        "Put back the register and its key file together, from one copy of their folder."
    )


class RegisterTooNewError(StoreError):
    sentence = (
        "This register was last used with a newer version of SGDesk. Install that version; "
        "nothing was changed."
    )


class RegisterBusyError(StoreError):
    sentence = (
        "The register is open in another window of SGDesk. Use that window, or close it first."
    )


class DamagedRegisterError(StoreError):
    sentence = (
        "The register is damaged. Keep the damaged file, and put back your latest copy of the "
        "register folder."
    )


class DamagedBackupError(StoreError):
    sentence = "This backup is damaged and cannot be used. Choose another one; older ones stay."


class DiskFullError(StoreError):
    sentence = "The disk is full, so nothing was saved. Free some space and save again."


class ReadOnlyError(StoreError):
    sentence = (
        "The register cannot be written: its folder or file is read-only. "
        "Ask your administrator for the right to write there."
    )


class DiskFaultError(StoreError):
    sentence = (
        "The disk reported a fault, so nothing was saved. Save again; if it happens twice, "
        "close SGDesk and have the disk checked."
    )


class CannotOpenError(StoreError):
    sentence = (
        "The register could not be opened in its folder. Check that the folder can be reached "
        "and that you may use it."
    )


class ChangedMeanwhileError(StoreError):
    sentence = (
        "This was changed meanwhile in another window. Look at the newer version and enter "
        "your change again."
    )


class NoSuchRecordError(StoreError):
    sentence = "This has been removed meanwhile."


class UnauditedWriteError(RuntimeError):
    """A mistake in the program: a write that would have left no audit row was refused."""


_BY_RESULT_CODE: dict[int, type[StoreError]] = {
    5: RegisterBusyError,
    6: RegisterBusyError,
    8: ReadOnlyError,
    10: DiskFaultError,
    11: DamagedRegisterError,
    13: DiskFullError,
    14: CannotOpenError,
    26: DamagedRegisterError,
}
"""SQLite's primary result codes: busy, locked, read-only, I/O, corrupt, full, cannot open,
not a database."""

_BY_ERRNO: dict[int | None, type[StoreError]] = {
    errno.EACCES: ReadOnlyError,
    errno.EPERM: ReadOnlyError,
    errno.EROFS: ReadOnlyError,
    errno.ENOENT: CannotOpenError,
    errno.ENOTDIR: CannotOpenError,
    errno.ENOSPC: DiskFullError,
    errno.EIO: DiskFaultError,
}


def error_for(failure: Exception) -> StoreError | None:
    """Return the officer's error for a failure of the disk or of SQLite, if it is a known one.

    `failure` is the system's, sqlcipher3's, or SQLAlchemy's that wraps sqlcipher3's.
    """
    if isinstance(failure, OSError):
        kind = _BY_ERRNO.get(failure.errno)
    else:
        origin = getattr(failure, "orig", None) or failure
        kind = _BY_RESULT_CODE.get(getattr(origin, "sqlite_errorcode", 0) & 0xFF)
    return None if kind is None else kind()


@contextmanager
def told(*failures: type[Exception]) -> Generator[None]:
    """Raise the officer's error in place of one of `failures`, where there is one."""
    try:
        yield
    except failures as failure:
        if error := error_for(failure):
            raise error from failure
        raise
