"""Letting go of a kept result, so that a met deadline is judged by what is recorded now."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sqlalchemy.exc import NoResultFound

from sgdesk.errors import UserError
from sgdesk.services.field_words import RULE_TITLES
from sgdesk.services.kept_dates import kept_row
from sgdesk.services.outcomes import Changes

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.services.register import Register, Written

_NOT_KEPT = "The result of this deadline is not kept any more. It is judged by what is recorded."


def judge_anew(register: Register, case_id: UUID, code: str) -> Changes:
    """Let go of the result that a met deadline keeps; it can be undone, and history tells of it.

    Raises `UserError` if no result is kept; nothing is changed then.
    """
    with register.write() as session:
        try:
            held = kept_row(session, case_id, code)
        except NoResultFound as error:
            raise UserError(_NOT_KEPT) from error
        held.deleted_at = register.now()
    what = f"{RULE_TITLES.get(code, 'Local milestone')} judged anew"
    register.written = cast("Written", register.written)._replace(what=what)
    return Changes(what, frozenset({case_id}))
