"""Sealing finished PDFs with a password, which is kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.errors import Problem, RejectedError, UserError
from sgdesk.store.passphrases import check_passphrase, generate_passphrase

if TYPE_CHECKING:
    from sgdesk.services.made_files import MadeDocument

_LONGEST = 127
"""What the form of sealed PDFs takes. Longer ones would be cut off without a word."""
_FIELD = "password"


def password_problems(password: str) -> list[Problem]:
    """Return what is wrong with the password of a PDF that others are to open.

    It is as strong as a passphrase of the register: a sealed file, too, may be guessed at in
    peace. And every program and keyboard has to be able to type it.
    """
    if password != " ".join(password.split()):
        sentence = "Password: leave out spaces at its ends, and two beside each other."
        return [Problem(_FIELD, sentence)]
    if not password.isascii() or not password.isprintable():
        sentence = (
            "Password: use letters without accents, digits, spaces and plain signs. Programs that "
            "open PDFs disagree on others."
        )
        return [Problem(_FIELD, sentence)]
    if len(password) > _LONGEST:
        return [Problem(_FIELD, f"Password: {_LONGEST} characters are the most a PDF takes.")]
    return [
        Problem(_FIELD, one.message.replace("Passphrase:", "Password:"))
        for one in check_passphrase(password)
    ]


def suggest_password() -> str:
    """Return a password of five common words, each chosen at random."""
    return generate_passphrase()


def seal_with(made: MadeDocument, password: str) -> MadeDocument:
    """Return a PDF sealed, or as it is where there is no password.

    It was opened again with the password then, and could not be without it. What looks into
    documents looks at them before. Raises `RejectedError` for a weak password, `UserError`
    where the seal does not hold.
    """
    if not password:
        return made
    if problems := password_problems(password):
        raise RejectedError(problems)
    from sgdesk.exports.pdf.sealing import is_sealed_copy, seal_pdf  # noqa: PLC0415 - slow import

    content = seal_pdf(made.content, password)
    if not is_sealed_copy(content, made.content, password):
        raise UserError(f"{made.name} could not be protected with the password. Nothing was saved.")
    return made._replace(content=content)
