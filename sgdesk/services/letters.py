"""Letters from templates: the program's own texts, or those that the partnership wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.config.resources import resource
from sgdesk.domain.letters import LetterKey, LetterTemplate, check_template, filled
from sgdesk.errors import RejectedError, UserError
from sgdesk.files import write_atomically
from sgdesk.records.letters import Letter, TemplateRow
from sgdesk.services.left_parts import noted
from sgdesk.services.outcomes import Changes
from sgdesk.services.papers import handling_mark
from sgdesk.text import clean_letter, clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from sgdesk.services.register import Register

_SUBJECT = "Subject:"
_OWN = "SELECT subject, body FROM letter_template WHERE key = ? AND deleted_at IS NULL"


def write_letter(
    register: Register,
    key: str,
    fields: Mapping[str, str],
    *,
    to: str = "",
    recipient: str = "",
) -> Letter:
    """Return the letter of the template `key`, as in "chase", filled with `fields`.

    `fields` gives values by the names of `domain.letters.fields_of(key)`; names that the
    template does not use are left aside. The partnership and the officer's role are filled in
    from the profile. A field without a value stands in the text as "[due date]".
    Raises `ValueError` if there is no such template.
    """
    held = read_template(register, LetterKey(key))
    profile = register.profile
    values = {
        "partnership": profile.name,
        "officer": profile.officer,
        "recipient": recipient,
        **fields,
    }
    return Letter(
        key=held.key.value,
        to=to,
        recipient=recipient,
        subject=clean_line(filled(held.subject, values)),
        body=clean_letter(filled(held.body, values)),
        sender="\n".join(line for line in (profile.name, profile.officer) if line),
        mark=handling_mark(register),
    )


def read_template(register: Register, key: LetterKey) -> LetterTemplate:
    """Return the partnership's own template, or the program's where it wrote none."""
    with register.store.rows() as rows:
        own = rows.all(_OWN, (key.value,))
    return LetterTemplate(key, *own[0]) if own else shipped_template(key)


def shipped_template(key: LetterKey) -> LetterTemplate:
    """Return the program's own text of a template."""
    text = resource("letters", f"{key.value}.md").read_text(encoding="utf-8")
    subject, _, body = text.partition("\n")
    return LetterTemplate(key, clean_line(subject.removeprefix(_SUBJECT)), clean_letter(body))


def list_templates(register: Register) -> tuple[TemplateRow, ...]:
    """Return every template as it holds now, in the order of `LetterKey`."""
    return tuple(
        TemplateRow(read_template(register, key), shipped_template(key)) for key in LetterKey
    )


def save_template(register: Register, template: LetterTemplate) -> Changes:
    """Store the partnership's own text; the program's own holds again where both are the same.

    Raises `RejectedError` with every problem at once; nothing is stored then.
    """
    from sqlalchemy import select  # noqa: PLC0415 - the ORM loads slowly

    from sgdesk.store.entities.partnerships import LetterTemplateEntity  # noqa: PLC0415 - as above

    key = template.key
    template = LetterTemplate(key, clean_line(template.subject), clean_letter(template.body))
    if problems := check_template(template):
        raise RejectedError(problems)
    is_shipped = template == shipped_template(key)
    with register.write() as session:
        own = session.scalars(
            select(LetterTemplateEntity).where(
                LetterTemplateEntity.key == key.value, LetterTemplateEntity.deleted_at.is_(None)
            )
        ).one_or_none()
        if own is None and not is_shipped:
            session.add(
                LetterTemplateEntity(key=key.value, subject=template.subject, body=template.body)
            )
        elif own is not None and is_shipped:
            own.deleted_at = register.now()
        elif own is not None:
            own.subject, own.body = template.subject, template.body
    return Changes("Letter set back" if is_shipped else "Letter template saved")


def save_letter_file(register: Register, letter: Letter, path: Path, *, today: date) -> Path:
    """Write `letter` as a Word document dated `today` to `path`, whole, and return the path.

    Raises `UserError` if it cannot be written; what was there before stays then.
    """
    from sgdesk.exports.word.letter import letter_document  # noqa: PLC0415 - slow import

    content = letter_document(letter, on=today, ink=register.profile.ink)
    try:
        with noted(register, path.parent):
            return write_atomically(path, content)
    except OSError as error:
        raise UserError(
            "The letter could not be written. Close it if it is open elsewhere, check that there "
            "is room and that you may write to this folder, or choose another folder."
        ) from error
