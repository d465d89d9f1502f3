"""Keeping what is typed and not saved, beside the register, until it is saved or given up."""

from __future__ import annotations

import errno
import json
import logging
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sgdesk.errors import UserError
from sgdesk.files import sweep_parts
from sgdesk.records.kept_typing import FormPlace, KeptForm, TypedField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sgdesk.services.register import Register

_FILE = "register.typing"
_VERSION = 1
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NOT_KEPT = "{why}, so what you type is not kept at present. It is still here: save it soon."
_log = logging.getLogger(__name__)


def keep_typing(register: Register, forms: Iterable[KeptForm]) -> None:
    """Keep the typing of `forms` in place of what was kept before; for none, nothing is kept.

    It is on the disk when this returns. The practice register keeps nothing. Raises a
    `UserError` if it cannot be kept; what was kept before is still there then.
    """
    from sgdesk.store.kept_typing import remove_kept, write_kept  # noqa: PLC0415 - not at start

    if register.is_practice:
        return
    path = _path(register)
    told = [_told(one) for one in forms]
    try:
        if told:
            content = json.dumps({"version": _VERSION, "forms": told}).encode("ascii")
            write_kept(path, register.store.key, content)
        else:
            remove_kept(path)
    except ValueError:
        raise UserError(_NOT_KEPT.format(why="It is very long")) from None
    except OSError as error:
        is_full = error.errno in _FULL
        why = "The disk is full" if is_full else "The register’s folder cannot be written"
        raise UserError(_NOT_KEPT.format(why=why)) from error


def read_kept_typing(register: Register) -> tuple[KeptForm, ...]:
    """Return what was kept, the latest first; none for the practice register.

    A file that is damaged or belongs to another register is put aside, and counts as none; so
    does one that cannot be read at present, which stays. What a kill left half-written beside
    it, encrypted, goes. To be called at the opening, while nothing else writes in the folder.
    """
    if register.is_practice:
        return ()
    sweep_parts(register.folder)
    path = _path(register)
    if not path.exists():
        return ()
    from sgdesk.store.kept_typing import put_aside, read_kept  # noqa: PLC0415 - as above

    try:
        content = read_kept(path, register.store.key)
        if content is None:
            return ()
        try:
            held = json.loads(content)
            forms = tuple(_form_of(one) for one in held["forms"])
        except (ValueError, TypeError, KeyError):  # of a newer version
            put_aside(path)
            return ()
    except OSError:
        _log.warning("the file of unsaved typing could not be read")
        return ()
    return tuple(sorted(forms, key=lambda form: form.at, reverse=True))


def _path(register: Register) -> Path:
    return register.folder / _FILE


def _told(form: KeptForm) -> dict[str, Any]:
    place = form.place
    return {
        "key": form.key,
        "title": form.title,
        "about": form.about,
        "at": form.at.isoformat(),
        "place": place and [place.page, place.way, str(place.case_id or ""), place.is_new],
        "fields": [[one.name, one.title, one.before, one.typed, one.words] for one in form.fields],
    }


def _form_of(told: dict[str, Any]) -> KeptForm:
    place = None
    if told["place"]:
        page, way, case_id, is_new = told["place"]
        place = FormPlace(page, way, UUID(case_id) if case_id else None, is_new)
    fields = tuple(TypedField(*one) for one in told["fields"])
    at = datetime.fromisoformat(told["at"])
    return KeptForm(told["key"], told["title"], told["about"], at, place, fields)
