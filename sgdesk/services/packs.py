"""A pack: documents of one review or of many, made, checked as finished files, then saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sgdesk.domain.made_files import FieldPrint
from sgdesk.errors import RejectedError, UserError
from sgdesk.exports.packages import zipped
from sgdesk.progress import Progress, silent
from sgdesk.records.packs import (
    MOST_REVIEWS,
    PackLine,
    PackReport,
    SavedPack,
    can_be_sealed,
    check_override,
    is_sound_zip_name,
)
from sgdesk.services.documents import plan_documents
from sgdesk.services.drafts import cleaned
from sgdesk.services.identity_checks import identities_in, is_checked, read_private_facts
from sgdesk.services.left_parts import noted
from sgdesk.services.made_files import MadeDocument, digest_of, log_documents, made_file
from sgdesk.services.pack_checks import Found, file_checks, refusal_check, review_checks
from sgdesk.services.pack_contents import CONTENTS_NAME, CONTENTS_TABLE_NAME, contents_of
from sgdesk.services.pack_files import save_files
from sgdesk.services.pack_words import identity_words, mark_groups, mark_of, pack_stem
from sgdesk.services.sealing import seal_with

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.identity import Identity
    from sgdesk.domain.identity_finder import IdentityFinder
    from sgdesk.records.exports import Check, DocumentKind
    from sgdesk.records.packs import Inspection, Override, PackPlace
    from sgdesk.services.documents import PlannedDocument
    from sgdesk.services.register import Register
    from sgdesk.store.audit_chain import AuditHead


@dataclass(frozen=True, repr=False)
class PackFile:
    """A finished file of a pack, with what was found in it."""

    made: MadeDocument
    inspection: Inspection
    identities: tuple[Identity, ...]
    mark: str
    is_sealed: bool = False

    @property
    def is_blocked(self) -> bool:
        return any(one.is_certain for one in self.identities)


@dataclass(frozen=True, repr=False)
class Pack:
    """Documents that are made and checked, and not yet saved. Nothing of it is on any disk."""

    report: PackReport
    files: tuple[PackFile, ...]
    facts: IdentityFinder
    head: AuditHead
    """The end of the audit trail when it was made: it tells whether anything was saved since."""
    today: date

    @property
    def blocked_names(self) -> frozenset[str]:
        """Return the names of the files in which somebody could be recognised."""
        return frozenset(file.made.name for file in self.files if file.is_blocked)


class ChangedSinceError(UserError):
    """The register changed after a pack was made: it must be made and checked again."""

    def __init__(self) -> None:
        super().__init__("A record has changed since the documents were checked. Check again.")


def make_pack(
    register: Register,
    briefing_ids: Sequence[UUID],
    kinds: Collection[DocumentKind],
    *,
    today: date,
    progress: Progress = silent,
) -> Pack:
    """Make the documents in memory and check each finished file.

    What cannot be made is a finding of the pack's report. Raises `UserError` where there are
    more than 50 reviews, or nothing to make, and passes on what `progress` raises.
    """
    if len(briefing_ids) > MOST_REVIEWS:
        raise UserError(f"Choose {MOST_REVIEWS} reviews at most, and make the others afterwards.")
    head = register.store.audit_head()
    facts = read_private_facts(register)
    planned = plan_documents(register, briefing_ids, kinds, today=today)
    if not planned:
        raise UserError(
            "None of these documents is made of a briefing on a theme. Choose another document, "
            "or a briefing on a review."
        )
    files: list[PackFile] = []
    checks: list[Check] = list(review_checks(planned))
    for done, one in enumerate(planned):
        progress(done, len(planned), f"Making and checking {one.name}")
        try:
            made = one.make()
        except UserError as error:
            checks.append(refusal_check(one, error))
            continue
        file = PackFile(made, _inspected(made), identities_in(facts, made), mark_of(one))
        files.append(file)
        checks += file_checks(one, Found(file.identities, is_checked(one.kind), file.inspection))
    progress(len(planned), len(planned), "Checked")
    return Pack(_report(planned, files, checks, today), tuple(files), facts, head, today)


def save_pack(
    register: Register,
    pack: Pack,
    place: PackPlace,
    *,
    override: Override | None = None,
    today: date,
    progress: Progress = silent,
) -> SavedPack:
    """Write the very bytes that were checked to `place`, and log each document.

    Where `place` has a password, each PDF is sealed with it after the checks; it is kept nowhere.

    Raises `ChangedSinceError` where the register changed meanwhile, `UserError` where a finding
    stops the pack, `RejectedError` for an incomplete `override` or a weak password, `UserError`
    where the files cannot be written, and passes on what `progress` raises. Nothing is written
    then.
    """
    if register.store.audit_head() != pack.head or today != pack.today:
        raise ChangedSinceError
    override = _accepted(pack, override)
    _refuse_telling_name(pack, place)
    if place.password:
        pack = _sealed(pack, place.password)
    lines = tuple(_line(file, override) for file in pack.files)
    made, content = _with_the_rest(register, pack, lines, place)
    zipped = place.folder / place.zip_name if place.zip_name else None
    saved = tuple(made_file(one, zipped or place.folder / one.name) for one in made)
    overrides = dict.fromkeys(pack.blocked_names, override) if override else {}

    ids: list[UUID] = []

    def log() -> None:
        ids.extend(log_documents(register, made, saved, overrides))

    with noted(register, place.folder):
        save_files(place.folder, content, log, progress)
    names = tuple(one.name for one in made)
    within = slice(-1 if zipped else None)
    whole = saved[-1] if zipped else None
    return SavedPack(
        place.folder,
        saved[within],
        names[within],
        lines,
        whole,
        tuple(ids),
        is_sealed=bool(place.password),
    )


def run_pack(
    register: Register,
    briefing_ids: Sequence[UUID],
    kinds: Collection[DocumentKind],
    place: PackPlace,
    *,
    today: date,
    progress: Progress = silent,
) -> SavedPack:
    """Make, check and save a pack in one go, for callers without a window.

    Raises what `make_pack` and `save_pack` raise.
    """
    pack = make_pack(register, briefing_ids, kinds, today=today, progress=progress)
    return save_pack(register, pack, place, today=today, progress=progress)


def _accepted(pack: Pack, override: Override | None) -> Override | None:
    """Return the override if the pack needs one. Raises `UserError` where it may not be made."""
    blocking = pack.report.blocking
    if not blocking:
        return None
    if override is None or not pack.report.can_be_overridden:
        told = " ".join(f"{one.finding}: {one.detail}" for one in blocking)
        raise UserError(f"The pack is not made. {told}")
    override = cleaned(override)
    if problems := check_override(override):
        raise RejectedError(problems)
    return override


def _sealed(pack: Pack, password: str) -> Pack:
    """Return the pack with its PDFs sealed. Raises `RejectedError` for a weak password."""
    files = (
        replace(file, made=seal_with(file.made, password), is_sealed=True)
        if can_be_sealed(file.made.name)
        else file
        for file in pack.files
    )
    return replace(pack, files=tuple(files))


def _inspected(made: MadeDocument) -> Inspection:
    from sgdesk.exports.inspecting import inspect_file  # noqa: PLC0415 - with what it is made of

    return inspect_file(made.name, made.content)


def _report(
    planned: Sequence[PlannedDocument],
    files: Sequence[PackFile],
    checks: Sequence[Check],
    today: date,
) -> PackReport:
    names = tuple(one.name for one in planned)
    contents = (CONTENTS_NAME, CONTENTS_TABLE_NAME) if len(names) > 1 else ()
    lines = tuple(_line(file, None) for file in files)
    return PackReport(
        lines,
        tuple(checks),
        names + contents,
        mark_groups(lines),
        f"{pack_stem(planned, today)}.zip",
    )


def _line(file: PackFile, override: Override | None) -> PackLine:
    made = file.made
    return PackLine(
        made.name,
        made.kind,
        made.title,
        digest_of(made.content),
        len(made.content),
        file.inspection,
        file.mark,
        identity_words(made.kind, file.identities, override if file.is_blocked else None),
        file.is_sealed,
    )


def _with_the_rest(
    register: Register, pack: Pack, lines: Sequence[PackLine], place: PackPlace
) -> tuple[list[MadeDocument], dict[str, bytes]]:
    """Return all that is logged, and the files that come to stand in the folder."""
    made = [file.made for file in pack.files]
    if CONTENTS_NAME in pack.report.names:
        sheet, table = contents_of(register, lines, made, today=pack.today)
        made += [seal_with(sheet, place.password), table]
    content = {one.name: one.content for one in made}
    if not place.zip_name:
        return made, content
    whole = zipped(content, pack.today)
    cases = tuple(dict.fromkeys(case for one in made for case in one.case_ids))
    prints = tuple(FieldPrint(one.name, digest_of(one.content)) for one in made)
    made.append(MadeDocument(place.zip_name, "pack", "The pack", whole, prints, case_ids=cases))
    return made, {place.zip_name: whole}


def _refuse_telling_name(pack: Pack, place: PackPlace) -> None:
    """Raise `UserError` where the ZIP file has no legal name, or one that gives somebody away."""
    if place.zip_name and not is_sound_zip_name(place.zip_name):
        raise UserError("The ZIP file cannot be called that. Give it a name of letters and digits.")
    cases = tuple({case for file in pack.files for case in file.made.case_ids})
    if any(one.is_certain for one in pack.facts.find([("Name", place.zip_name)], cases)):
        raise UserError(
            "The name of the ZIP file holds a name, date or place of a case. Give it another name."
        )
