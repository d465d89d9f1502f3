"""Standing texts of public documents: their wordings, and the one that holds on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sgdesk.config.resources import resource
from sgdesk.domain.boilerplate import (
    BOILERPLATE_WORDS,
    BoilerplateDraft,
    BoilerplateKey,
    check_boilerplate,
    wording_on,
)
from sgdesk.errors import RejectedError
from sgdesk.records.boilerplate import WordingRow
from sgdesk.records.entries import Entry
from sgdesk.services.drafts import cleaned, fill, values_of
from sgdesk.services.outcomes import Changes
from sgdesk.text import clean_block

if TYPE_CHECKING:
    from sgdesk.services.register import Register

_SELECT = (
    "SELECT id, revision, key, starts_on, text FROM boilerplate WHERE deleted_at IS NULL "
    "ORDER BY starts_on"
)


def list_wordings(register: Register) -> tuple[Entry[BoilerplateDraft], ...]:
    """Return every wording that the partnership wrote, the earliest first."""
    with register.store.rows() as rows:
        return tuple(
            Entry(UUID(key), revision, BoilerplateDraft(name, date.fromisoformat(day), text))
            for key, revision, name, day, text in rows.all(_SELECT)
        )


def wording_rows(register: Register, key: BoilerplateKey, *, today: date) -> tuple[WordingRow, ...]:
    """Return the wordings of one standing text: the program's own, then the partnership's."""
    own = [entry for entry in list_wordings(register) if entry.draft.key == key]
    starts = [None, *(entry.draft.starts_on for entry in own)]
    ends = [*starts[1:], None]
    in_force = sum(day is not None and day <= today for day in starts)
    texts = [shipped_wording(key), *(entry.draft.text for entry in own)]
    return tuple(
        WordingRow(text, start, end, place == in_force, entry)
        for place, (text, start, end, entry) in enumerate(
            zip(texts, starts, ends, [None, *own], strict=True)
        )
    )


def standing_text(register: Register, key: BoilerplateKey, *, on: date) -> tuple[str, ...]:
    """Return the paragraphs of a standing text as it holds on the day `on`."""
    return standing_texts(register, on=on)[key]


def standing_texts(register: Register, *, on: date) -> dict[BoilerplateKey, tuple[str, ...]]:
    """Return the paragraphs of every standing text as it holds on the day `on`."""
    wordings = [entry.draft for entry in list_wordings(register)]
    return {
        key: tuple(wording_on(key, wordings, on, shipped_wording(key)).split("\n"))
        for key in BoilerplateKey
    }


def shipped_wording(key: BoilerplateKey) -> str:
    """Return the program's own wording: it holds until the first of the partnership's begins."""
    return clean_block(resource("boilerplate", f"{key.value}.md").read_text(encoding="utf-8"))


def save_wording(
    register: Register, entry: Entry[BoilerplateDraft] | None, draft: BoilerplateDraft
) -> Changes:
    """Store a wording in place of `entry`, or as a new one if that is None.

    Raises `RejectedError` with every problem at once; nothing is stored then.
    """
    from sgdesk.store.entities.documents import BoilerplateEntity  # noqa: PLC0415 - slow import
    from sgdesk.store.queries.find import get_live  # noqa: PLC0415 - as above

    draft = cleaned(draft)
    others = [
        one.draft
        for one in list_wordings(register)
        if entry is None or one.entry_id != entry.entry_id
    ]
    if problems := check_boilerplate(draft, others=others):
        raise RejectedError(problems)
    with register.write() as session:
        if entry is None:
            session.add(BoilerplateEntity(**values_of(draft)))
        else:
            fill(get_live(session, BoilerplateEntity, entry.entry_id, entry.revision), draft)
    return Changes(f"Standing text saved: {BOILERPLATE_WORDS[BoilerplateKey(draft.key)]}")


def remove_wording(register: Register, entry: Entry[BoilerplateDraft]) -> Changes:
    """Take a wording away; the one before it holds in its place. The history keeps it."""
    from sgdesk.store.entities.documents import BoilerplateEntity  # noqa: PLC0415 - slow import
    from sgdesk.store.queries.find import get_live  # noqa: PLC0415 - as above

    with register.write() as session:
        held = get_live(session, BoilerplateEntity, entry.entry_id, entry.revision)
        held.deleted_at = register.now()
    return Changes(f"Wording removed: {BOILERPLATE_WORDS[BoilerplateKey(entry.draft.key)]}")
