"""Every text that any save lets into the register has passed the one gate that cleans text."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum

import pytest
from kept_registers import copied_practice
from services_samples import NOW, TODAY
from sqlalchemy import Enum as EnumColumn
from sqlalchemy import String, text

from sgdesk.config.resources import resource
from sgdesk.domain.agency_requests import ChaseStep
from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.boilerplate import BoilerplateDraft, BoilerplateKey
from sgdesk.domain.letters import LetterKey
from sgdesk.domain.made_files import ExportRecipientDraft
from sgdesk.domain.partnerships import (
    AgencyContactDraft,
    CalendarChange,
    CalendarChangeKind,
    FormerNameDraft,
    ReadingLine,
)
from sgdesk.domain.rapid_reviews import Decision
from sgdesk.domain.saved_views import SavedViewDraft
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.errors import UserError
from sgdesk.progress import silent
from sgdesk.records.exports import DocumentKind
from sgdesk.records.packs import PackPlace
from sgdesk.services import agency_directory, boilerplate, briefings, chases, letters
from sgdesk.services import attachments as attached
from sgdesk.services import settings as saved_settings
from sgdesk.services import timetables as own_timetables
from sgdesk.services.agency_rows import list_requests
from sgdesk.services.case_list import list_cases
from sgdesk.services.deck_templates import read_template, save_template
from sgdesk.services.history import RESTORABLE
from sgdesk.services.imports import plan_import, save_import
from sgdesk.services.outdated_files import save_export_recipient
from sgdesk.services.packs import run_pack
from sgdesk.services.saved_views import save_view
from sgdesk.services.saving_ways import way_of
from sgdesk.services.stored_values import ENTITIES as BY_TABLE
from sgdesk.services.value_lists import read_value_list, save_value_list
from sgdesk.store.base import Base, Records, Texts
from sgdesk.text import clean

MARK = "Zq"
HOSTILE = f"{MARK}\u202e\x07\r\n\ud800\ufeff\u2066e\u0301\x00\u2028{MARK}"
"""What no text of the register may hold: overrides, controls, surrogates, other line ends."""

OF_THE_PROGRAM = ("id", "key", "sha256", "digest", "previous", "fingerprint", "media_type", "code")
NOT_TYPED = {
    "deck_template.layouts": "names of parts that the program gives",
    "export.actor": "the officer of the profile, written after the profile was saved anew",
    "export.fields": "names of fields and digests",
    "export.file_name": "made by the program; the name of a ZIP file has to be legal",
    "export.kind": "a code",
    "export.override_by": "cleaned with the override, which only a finding asks for",
    "export.override_reason": "as above",
    "partnership.accent": "a colour, checked by its digits",
    "partnership.ink": "a colour",
    "publication.embargo_time": "a time, checked by its form",
    "publication.web_address": "an address, checked by its form",
    "publication.web_slot_time": "a time",
    "publication.webinar_address": "an address",
}
"""Columns of text into which no typed text comes, and why."""
QUOTED = {"kept_result.working", "moved_date.cause"}
"""Words of the program that may quote a typed name."""


def soiled(value):
    """Return a draft, a text or a tuple with every text in it soiled."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return f"{value}{HOSTILE}"
    if isinstance(value, tuple):
        return tuple(soiled(one) for one in value)
    if is_dataclass(value) and not isinstance(value, (type, date)):
        texts = {one.name: soiled(getattr(value, one.name)) for one in fields(value)}
        return replace(value, **texts)
    return value


def soiled_each(draft):
    """Yield the draft with all its texts soiled, then with one of them at a time.

    Some texts are only taken beside a date, so the same follows with every date given.
    """
    undated = [one.name for one in fields(draft) if "date | None" in str(one.type)]
    for start in (draft, replace(draft, **dict.fromkeys(undated, TODAY))):
        yield soiled(start)
        for one in fields(start):
            value = getattr(start, one.name)
            if soiled(value) != value:
                yield replace(start, **{one.name: soiled(value)})


def try_each(save, draft):
    """Save what can be saved; what a check refuses never comes in, and nothing else is raised."""
    for one in soiled_each(draft):
        with suppress(UserError):
            save(one)


@pytest.fixture(scope="module")
def soiled_register(tmp_path_factory):
    register = copied_practice(today=TODAY, now=lambda: NOW)
    save_parts_of_cases(register)
    save_texts_in_groups(register)
    save_settings_of_register(register)
    save_files_and_letters(register, tmp_path_factory.mktemp("soiled"))
    yield register
    register.close()


def save_parts_of_cases(register):
    for table in sorted(RESTORABLE & BY_TABLE.keys()):
        ways = ("involvement", "contact") if table == "agency_request" else ("",)
        for field in ways:
            with suppress(KeyError):  # saved together with another record
                save_some(register, BY_TABLE[table], way_of(table, field))


def save_some(register, entity, way):
    """Save two records of a kind with soiled texts, of those that can be saved at all."""
    with register.store.read() as session:
        live = session.query(entity).filter(entity.deleted_at.is_(None))
        ids = [row.id for row in live.order_by(text("rowid"))]
    saved = 0
    for row_id in ids:
        saved += save_one(register, entity, row_id, way)
        if saved == 2:
            return


def save_one(register, entity, row_id, way):
    """Return whether the record could be saved with all its texts soiled, or with one."""
    draft_of, save = way
    with register.store.read() as session:
        draft = draft_of(session, session.get(entity, row_id))
    is_saved = False
    for one in soiled_each(draft):
        with register.store.read() as session:
            held = session.get(entity, row_id)
            session.expunge(held)
        with suppress(UserError):
            save(register, held, one, TODAY)
            is_saved = True
    return is_saved


WORDS = f"Words{HOSTILE}"
IN_GROUPS = (
    (
        "action",
        "",
        {
            "due_on": TODAY - timedelta(days=30),
            "revised_on": TODAY,
            "revised_reason": WORDS,
            "revised_by": WORDS,
        },
    ),
    (
        "agency_request",
        "involvement",
        {
            "checked_on": TODAY,
            "checked_by": WORDS,
            "found_sound": Answer.NO,
            "check_note": WORDS,
        },
    ),
    (
        "notification",
        "",
        {"first_notified_on": TODAY - timedelta(days=3000), "resubmitted_reason": WORDS},
    ),
    ("notification", "", {"withdrawn_on": TODAY, "withdrawn_reason": WORDS}),
    (
        "rapid_review",
        "",
        {
            "reconsidered": Decision.LOCAL_REVIEW,
            "reconsidered_on": TODAY,
            "reconsidered_reasons": WORDS,
            "considered": (Considered("code", Answer.YES, WORDS),),
        },
    ),
    ("local_review", "", {"quality": (Considered("code", Answer.YES, WORDS),)}),
    ("publication", "", {"gates": (Considered("code", Answer.YES, WORDS),)}),
)
"""Texts that are only taken together with other answers."""


def save_texts_in_groups(register):
    for table, field, together in IN_GROUPS:
        entity = BY_TABLE[table]
        with register.store.read() as session:
            live = session.query(entity).filter(entity.deleted_at.is_(None))
            ids = [row.id for row in live.order_by(text("rowid"))]
        draft_of, save = way_of(table, field)
        for row_id in ids:
            with register.store.read() as session:
                held = session.get(entity, row_id)
                draft = replace(draft_of(session, held), **together)
                session.expunge(held)
            with suppress(UserError):
                save(register, held, draft, TODAY)
                break


def save_settings_of_register(register):
    line = ReadingLine(WORDS, WORDS, "https://www.example.org")
    profile = replace(register.profile, reading=(line,))
    saved_settings.save_profile(register, profile, today=TODAY)
    try_each(lambda one: saved_settings.save_profile(register, one, today=TODAY), register.profile)
    agency = saved_settings.list_agencies(register)[0]
    try_each(lambda one: saved_settings.save_agency(register, agency.agency_id, one), agency.draft)
    contact = AgencyContactDraft(name="Named doctor", role="Doctor", email="a@example.org")
    try_each(
        lambda one: agency_directory.save_contact(
            register, agency.agency_id, None, one, today=TODAY
        ),
        contact,
    )
    try_each(
        lambda one: agency_directory.save_earlier_name(
            register, agency.agency_id, None, one, today=TODAY
        ),
        FormerNameDraft(name="Former name", until_on=TODAY - timedelta(days=900)),
    )
    day = CalendarChange(date(2026, 12, 29), CalendarChangeKind.CLOSURE, "Office closed")
    try_each(lambda one: saved_settings.save_calendar_change(register, one), day)
    for row in own_timetables.list_timetables(register):
        draft = row.timetable
        named = replace(draft, milestones=soiled(draft.milestones))
        for one in (*soiled_each(draft), named):
            with suppress(UserError):
                own_timetables.save_timetable(register, row, one)
    try_each(lambda one: save_view(register, None, one), SavedViewDraft("cases", "Mine", text="no"))
    for key in ValueListKey:
        with suppress(UserError):
            save_value_list(register, key, soiled(read_value_list(register, key)))
    for key in LetterKey:
        with suppress(UserError):
            letters.save_template(register, soiled(letters.shipped_template(key)))
    wording = BoilerplateDraft(BoilerplateKey.STATEMENT.value, TODAY, WORDS)
    boilerplate.save_wording(register, None, wording)
    for row in briefings.list_briefings(register):
        draft = briefings.get_briefing(register, row.briefing_id)
        try_each(
            lambda one, row=row: briefings.save_briefing(register, row.briefing_id, one), draft
        )


def save_files_and_letters(register, folder):
    case_id = list_cases(register, today=TODAY)[0].case_id
    file = folder / f"{MARK}\u202egpj\r\nx.pdf"
    file.write_bytes(b"content")
    draft = soiled(AttachmentDraft(title="Return", kind="Return", note="Note"))
    attached.add_attachment(register, case_id, file, draft, progress=silent)
    template = resource("deck", "sgdesk-16x9.pptx").read_bytes()
    save_template(register, read_template(f"{HOSTILE}.potx", template))
    page = resource("practice", "public-list.txt").read_text("utf-8")
    plan = plan_import(register, page, today=TODAY)
    reviews = tuple(
        replace(one, title=soiled(one.title), summary=soiled(one.summary)) for one in plan.reviews
    )
    save_import(register, replace(plan, reviews=reviews), today=TODAY)
    made = run_pack(register, [], {DocumentKind.LIST}, PackPlace(folder), today=TODAY)
    send = soiled(
        ExportRecipientDraft(name="The board", route="E-mail", sent_on=TODAY, note="By hand")
    )
    save_export_recipient(register, made.export_ids[0], None, send, today=TODAY)
    for row in list_cases(register, today=TODAY):
        for request in list_requests(register, row.case_id, today=TODAY):
            with suppress(UserError):
                letter = chases.draft_chase(register, request, ChaseStep.REMINDER, today=TODAY)
                chases.log_chase(
                    register,
                    request,
                    ChaseStep.REMINDER,
                    soiled(letter),
                    soiled("E-mail"),
                    today=TODAY,
                )


def texts_in(value):
    """Yield every text in a value, whatever holds it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from texts_in(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from (*texts_in(key), *texts_in(one))


def cells_of(register):
    """Yield each column that holds text, with the texts in each of its cells."""
    with register.store.rows() as rows:
        for entity in [mapper.class_ for mapper in Base.registry.mappers]:
            table = entity.__tablename__
            for column in entity.__table__.columns:
                if isinstance(column.type, EnumColumn) or column.name.endswith(OF_THE_PROGRAM):
                    continue
                is_json = isinstance(column.type, (Texts, Records)) or column.name == "changes"
                if not is_json and not isinstance(column.type, String):
                    continue
                for (cell,) in rows.all(f'SELECT "{column.name}" FROM {table}'):  # noqa: S608
                    value = json.loads(cell) if is_json and cell else cell
                    yield f"{table}.{column.name}", tuple(texts_in(value))


def test_no_save_lets_anything_in_that_the_gate_would_take_out(soiled_register):
    dirty = {
        name for name, texts in cells_of(soiled_register) if any(one != clean(one) for one in texts)
    }
    assert dirty == set()


def test_the_walk_has_written_a_hostile_text_into_every_column_that_takes_typed_text(
    soiled_register,
):
    with soiled_register.store.rows() as rows:
        trail = rows.all("SELECT table_name, changes FROM audit")
    reached = {
        f"{table}.{column}"
        for table, changes in trail
        for column, values in json.loads(changes).items()
        if any(MARK in one for one in texts_in(values))
    }
    columns = {name for name, _texts in cells_of(soiled_register) if not name.startswith("audit.")}
    assert columns - reached - QUOTED - NOT_TYPED.keys() == set()
    assert NOT_TYPED.keys() & reached == set()
