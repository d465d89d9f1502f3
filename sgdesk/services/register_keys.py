"""The two ways into a register: its passphrase changed, its recovery key renewed and typed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.errors import RejectedError
from sgdesk.services.passphrases import passphrase_problems
from sgdesk.store.backup_sets import KEYS
from sgdesk.store.errors import MistypedRecoveryKeyError, WrongKeyError

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.services.register import Register
    from sgdesk.store.wrapping import Cost

_MOST_NAMED = 3
_COMPARE = "Compare it with the paper, group by group."


def change_passphrase(register: Register, old: str, new: str, *, cost: Cost | None = None) -> None:
    """Change the passphrase. Backups made before keep the one of their day.

    Raises `RejectedError` if `new` is weak or a `UserError` if `old` is wrong; nothing changes
    then.
    """
    from sgdesk.store import keys as key_files  # noqa: PLC0415 - ciphers load slowly
    from sgdesk.store.wrapping import COST  # noqa: PLC0415 - as above

    if problems := passphrase_problems(new):
        raise RejectedError(problems)
    key_files.change_passphrase(register.folder / KEYS, old, new, cost=cost or COST)


def offer_recovery_key(register: Register, passphrase: str) -> str:
    """Return a new recovery key, to be shown once. The one in force stays so for now.

    Raises a `UserError` if `passphrase` does not open the register. Takes about half a second.
    """
    from sgdesk.store import keys as key_files  # noqa: PLC0415 - ciphers load slowly

    if key_files.open_with_passphrase(register.folder / KEYS, passphrase) != register.store.key:
        raise WrongKeyError
    return key_files.offer_recovery_key()


def renew_recovery_key(register: Register, shown: str, *, today: date) -> None:
    """Put the recovery key that was shown, and is on paper by now, in force.

    From then on the paper before opens nothing but backups made before. Raises a `UserError` if
    the key file cannot be written; the key before stays in force then.
    """
    from sgdesk.store import keys as key_files  # noqa: PLC0415 - ciphers load slowly

    key_files.set_recovery_key(register.folder / KEYS, register.store.key, shown, today)
    register.is_opened_by_paper = False


def recovery_key_day(register: Register) -> date | None:
    """Return the day that the paper with the recovery key in force bears; None if unknown.

    Raises a `UserError` if the key file cannot be read.
    """
    from sgdesk.store import keys as key_files  # noqa: PLC0415 - ciphers load slowly

    return key_files.recovery_key_day(register.folder / KEYS)


def recovery_key_problem(typed: str) -> str:
    """Return what no paper can say, such as "Group 3 looks wrong", or "" where nothing is amiss.

    It is worked out from the typing alone: the register is not asked.
    """
    from sgdesk.store import recovery  # noqa: PLC0415 - not for the start

    try:
        recovery.read_back(typed)
    except MistypedRecoveryKeyError as error:
        return str(error)
    return ""


def typed_back_problem(shown: str, typed: str) -> str:
    """Return how what was typed back differs from the key that was shown; "" if it is the key.

    Spaces, dashes and capitals do not count.
    """
    from sgdesk.store import recovery  # noqa: PLC0415 - not for the start

    groups = recovery.differing_groups(shown, typed)
    if not groups:
        return recovery_key_problem(typed)
    if len(groups) > _MOST_NAMED:
        return f"That is not the key. {_COMPARE}"
    differ = "differ" if len(groups) > 1 else "differs"
    return f"That is not the key yet: {recovery.groups_words(groups)} {differ} from it."
