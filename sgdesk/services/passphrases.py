"""New passphrases: what is wrong with one, and one that is suggested."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sgdesk.errors import Problem


def passphrase_problems(passphrase: str) -> list[Problem]:
    """Return what is wrong with a new passphrase."""
    from sgdesk.store.passphrases import check_passphrase  # noqa: PLC0415 - reads a word list

    return check_passphrase(passphrase)


def suggest_passphrase() -> str:
    """Return a passphrase of five common words, each chosen at random."""
    from sgdesk.store.passphrases import generate_passphrase  # noqa: PLC0415 - reads a word list

    return generate_passphrase()
