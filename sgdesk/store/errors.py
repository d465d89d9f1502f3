"""What can go wrong with the register and its key, each with the way out."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from sgdesk.errors import GO_BACK, NeedsBackupError, UserError, WrongSecretError

if TYPE_CHECKING:
    from collections.abc import Generator


class StoreError(UserError):
    """An expected failure with a sentence of its own."""

    sentence: ClassVar[str] = ""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.sentence)


class MissingKeyFileError(StoreError, NeedsBackupError):
    sentence = (
        "The key file of this register is missing, and only it can open the register. Each "
        f"backup holds a copy. {GO_BACK}"
    )


class DamagedKeyFileError(StoreError, NeedsBackupError):
    sentence = (
        "The key file of this register is damaged, and only it can open the register. Each "
        f"backup holds a copy. {GO_BACK}"
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
    sentence = "That is not the passphrase. Capitals count, extra spaces do not."


class WrongRecoveryKeyError(StoreError, WrongSecretError):
    sentence = (
        "That recovery key is typed correctly but does not open this register. The paper is an "
        "older one, or another register’s."
    )


class MistypedRecoveryKeyError(StoreError):
    """No paper can say that, so it was not tried: it makes nobody wait."""

    sentence = "The recovery key is mistyped. Compare it with the paper, group by group."


class RegisterMissingError(StoreError, NeedsBackupError):
    sentence = f"There is no register in its folder any more. {GO_BACK}"


class RegisterExistsError(StoreError):
    sentence = "A register exists in this place already. Open it, or choose another place."


class NotARegisterError(StoreError, NeedsBackupError):
    sentence = f"The file of the register holds something else, not a register. {GO_BACK}"


class EmptyRegisterError(StoreError, NeedsBackupError):
    sentence = f"The file of the register is empty: it has 0 bytes. {GO_BACK}"


class CutShortError(StoreError, NeedsBackupError):
    sentence = (
        "The file of the register does not end where it should: it is cut short, or something "
        f"was added to it. {GO_BACK}"
    )


class NotEncryptedError(StoreError, NeedsBackupError):
    sentence = (
        "The file of the register is a database without encryption, not one of SGDesk. It is "
        f"not opened. {GO_BACK}"
    )


class WrongKeyError(StoreError, NeedsBackupError):
    sentence = (
        "The key file does not fit this register, or the register’s first page is damaged. "
        f"{GO_BACK}"
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


class DamagedRegisterError(StoreError, NeedsBackupError):
    sentence = f"The register is damaged, and its files are left as they are. {GO_BACK}"


class RefusesWritesError(StoreError):
    """The register was open, and was found to be damaged; reading what can be read goes on."""

    sentence = (
        "The register is damaged, so nothing more is saved in it. Go back to a backup with the "
        "button above the page."
    )


class OpenToReadError(StoreError):
    """The register was opened although its folder or file cannot be written."""

    sentence = (
        "The register is open to read only, as its folder or file cannot be written. Nothing "
        "can be saved until that is mended and SGDesk is started again."
    )


class OlderAndReadOnlyError(StoreError):
    sentence = (
        "This register is of an older version of SGDesk, and its folder or file cannot be "
        "written, so it cannot be brought up to date. Nothing was changed. Ask whoever looks "
        "after this computer for the right to write there."
    )


class UpgradeFailedError(StoreError):
    sentence = (
        "The register could not be brought up to this version of SGDesk, and is as it was "
        "before. Open it with the version that you had, and tell whoever looks after SGDesk."
    )


class UnfitPlaceError(StoreError):
    """The folder is one in which a register comes to harm; each has its own sentence."""

    sentence = (
        "SGDesk does not keep a register in this folder. Move the folder to this computer’s own "
        "disk."
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


class RegisterMovedError(StoreError):
    """Its files were moved or removed while they were open."""

    sentence = (
        "The register is not in its folder any more: it was moved or removed while it was open. "
        "Nothing was saved. Leave SGDesk open, put the folder back where it was, and save again."
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
    errno.EDQUOT: DiskFullError,
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
def told_of_set() -> Generator[None]:
    """Say of a backup what is wrong with its files: the register’s own may be good."""
    try:
        yield
    except NeedsBackupError:
        raise DamagedBackupError from None


@contextmanager
def told(*failures: type[Exception]) -> Generator[None]:
    """Raise the officer's error in place of one of `failures`, where there is one."""
    try:
        yield
    except failures as failure:
        if error := error_for(failure):
            raise error from failure
        raise
