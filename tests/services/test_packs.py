"""Packs: every document is made in memory and checked as a finished file, then all are saved."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from dataclasses import replace

import pytest
from pack_samples import BOTH, DECK, DRAFT, add_telling, failed, names_in
from services_samples import TODAY, make_case

from sgdesk import files
from sgdesk.domain.made_files import ExportRecipientDraft
from sgdesk.errors import CancelledError, RejectedError, UserError
from sgdesk.exports.pdf.accessibility import inspect_pdf
from sgdesk.records.exports import DocumentKind
from sgdesk.records.packs import PackPlace
from sgdesk.services import packs
from sgdesk.services.briefings import get_briefing, save_briefing
from sgdesk.services.case_views import get_case
from sgdesk.services.exports import list_choices, outdated_counts
from sgdesk.services.outdated_files import list_logged_files
from sgdesk.services.pack_contents import CONTENTS_NAME, CONTENTS_TABLE_NAME, contents_table
from sgdesk.services.pack_recipients import save_pack_recipient
from sgdesk.services.packs import make_pack, run_pack, save_pack


@pytest.fixture
def out(tmp_path):
    """An empty folder."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def case_id(register):
    return make_case(register)


@pytest.fixture
def briefing_id(register, case_id):
    return save_briefing(register, None, replace(DRAFT, case_ids=(case_id,))).briefing_id


@pytest.fixture
def telling(register, case_id):
    return add_telling(register, case_id)


def test_the_files_are_named_by_reference_and_the_pack_tells_what_is_in_it(
    register, case_id, briefing_id, out
):
    saved = run_pack(register, [briefing_id], BOTH, PackPlace(out), today=TODAY)
    assert saved.names == (
        "RIV2026-27-01 Briefing Note.pdf",
        "RIV2026-27-01 Presentation.pptx",
        CONTENTS_NAME,
        CONTENTS_TABLE_NAME,
    )
    assert names_in(out) == sorted(saved.names)
    assert saved.zip_file is None
    for file in saved.files:
        content = file.path.read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file.size, file.sha256)
    documents = get_case(register, case_id, today=TODAY).documents
    assert {row.kind for row in documents} == {"briefing", "deck", "contents", "contents-table"}
    assert {row.actor for row in documents} == {"Business support"}


def test_every_kind_has_a_name_of_its_own_and_stands_in_the_history_of_its_case(
    register, case_id, briefing_id, out
):
    every = frozenset(DocumentKind)
    saved = run_pack(register, [briefing_id], every, PackPlace(out), today=TODAY)
    assert saved.names == (
        "RIV2026-27-01 Briefing Note.pdf",
        "RIV2026-27-01 Presentation.pptx",
        "RIV2026-27-01 Briefing Note.docx",
        "RIV2026-27-01 Web Page.html",
        "RIV2026-27-01 Press Statement.docx",
        "RIV2026-27-01 Repository Abstract.docx",
        "Public List 2026-11-23.html",
        "Archive List 2026-11-23.html",
        "Register 2026-11-23.xlsx",
        "Register 2026-11-23.csv",
        "Deadline Report 2026-11-23.pdf",
        CONTENTS_NAME,
        CONTENTS_TABLE_NAME,
    )
    documents = get_case(register, case_id, today=TODAY).documents
    not_on_a_list = {kind.value for kind in every} - {"list", "archive"}
    assert {row.kind for row in documents} == not_on_a_list | {"contents", "contents-table"}


def test_a_document_that_is_not_made_of_a_theme_is_told(register):
    theme = save_briefing(register, None, DRAFT).briefing_id
    with pytest.raises(UserError, match="briefing on a theme"):
        make_pack(register, [theme], {DocumentKind.PRESS}, today=TODAY)


def test_one_document_comes_without_a_contents_sheet(register, briefing_id, out):
    run_pack(register, [briefing_id], DECK, PackPlace(out), today=TODAY)
    assert names_in(out) == ["RIV2026-27-01 Presentation.pptx"]


def test_a_briefing_without_a_reference_is_named_by_its_title(register, out):
    saved = save_briefing(register, None, DRAFT)
    pack = run_pack(register, [saved.briefing_id], DECK, PackPlace(out), today=TODAY)
    assert pack.names[0].startswith("Behind-the-door-")


def test_two_briefings_on_one_review_get_files_of_their_own(register, case_id, out):
    draft = replace(DRAFT, case_ids=(case_id,))
    ids = [save_briefing(register, None, draft).briefing_id for _ in range(2)]
    saved = run_pack(register, ids, DECK, PackPlace(out), today=TODAY)
    assert saved.names[:2] == (
        "RIV2026-27-01 Presentation.pptx",
        "RIV2026-27-01 (2) Presentation.pptx",
    )


def test_the_bytes_that_were_checked_are_the_bytes_that_are_saved(register, briefing_id, out):
    pack = make_pack(register, [briefing_id], BOTH, today=TODAY)
    assert list(out.iterdir()) == []
    save_pack(register, pack, PackPlace(out), today=TODAY)
    for file in pack.files:
        assert (out / file.made.name).read_bytes() is not file.made.content
        assert (out / file.made.name).read_bytes() == file.made.content


def test_the_contents_sheet_is_an_accessible_pdf_and_its_table_holds_whole_fingerprints(
    register, briefing_id, out
):
    saved = run_pack(register, [briefing_id], BOTH, PackPlace(out), today=TODAY)
    assert inspect_pdf((out / CONTENTS_NAME).read_bytes()).problems == ()
    text = (out / CONTENTS_TABLE_NAME).read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["File"] for row in rows] == list(saved.names[:2])
    for row in rows:
        content = (out / row["File"]).read_bytes()
        assert row["SHA-256"] == hashlib.sha256(content).hexdigest()
    assert rows[0]["Length"] == "1 page"
    assert {row["Accessibility"] for row in rows} == {"Passed"}
    assert {row["Identity check"] for row in rows} == {"Passed"}
    assert {row["Made on"] for row in rows} == {"2026-11-23"}
    assert all("not yet published" in row["Mark"] for row in rows)


def test_a_title_cannot_become_a_formula_in_the_table(register, briefing_id):
    pack = make_pack(register, [briefing_id], DECK, today=TODAY)
    line = replace(pack.report.lines[0], title="=HYPERLINK(1)")
    row = contents_table([line], today=TODAY).decode("utf-8-sig").splitlines()[1]
    assert "'=HYPERLINK(1)" in row


@pytest.mark.parametrize("name", ["../out.zip", "a/b.zip", "CON.zip", "a\u202ebc.zip", ".zip"])
def test_a_zip_is_not_put_elsewhere_or_under_a_name_that_hides_something(
    register, briefing_id, out, name
):
    pack = make_pack(register, [briefing_id], BOTH, today=TODAY)
    with pytest.raises(UserError, match="cannot be called that"):
        save_pack(register, pack, PackPlace(out, name), today=TODAY)
    assert not out.exists() or names_in(out) == []


def test_a_zip_holds_the_same_files_and_nothing_of_this_computer(register, briefing_id, out):
    pack = make_pack(register, [briefing_id], BOTH, today=TODAY)
    saved = save_pack(register, pack, PackPlace(out, "Pecyn ŵ.zip"), today=TODAY)
    assert names_in(out) == ["Pecyn ŵ.zip"]
    assert saved.zip_file.path == out / "Pecyn ŵ.zip"
    with zipfile.ZipFile(out / "Pecyn ŵ.zip") as archive:
        assert tuple(archive.namelist()) == saved.names
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 23, 0, 0, 0)}
        assert {(entry.comment, entry.extra) for entry in archive.infolist()} == {(b"", b"")}
        for file in pack.files:
            assert archive.read(file.made.name) == file.made.content
    assert "pack" in {row.kind for row in _documents(register, briefing_id)}


def _documents(register, briefing_id):
    (case_id,) = get_briefing(register, briefing_id).case_ids
    return get_case(register, case_id, today=TODAY).documents


def test_the_same_pack_zipped_twice_is_the_same_file(register, briefing_id, out):
    for name in ("a.zip", "b.zip"):
        page = {DocumentKind.BRIEFING}
        run_pack(register, [briefing_id], page, PackPlace(out, name), today=TODAY)
    assert (out / "a.zip").read_bytes() == (out / "b.zip").read_bytes()


def test_the_zip_is_named_after_the_review_or_the_day(register, briefing_id):
    second = save_briefing(register, None, DRAFT).briefing_id
    one = make_pack(register, [briefing_id], DECK, today=TODAY)
    two = make_pack(register, [briefing_id, second], DECK, today=TODAY)
    assert one.report.zip_name == "RIV2026-27-01 Pack 2026-11-23.zip"
    assert two.report.zip_name == "Review Pack 2026-11-23.zip"


@pytest.mark.parametrize("step", range(1, 8))
def test_cancel_at_any_step_leaves_the_folder_as_it_was(register, briefing_id, out, step):
    (out / "RIV2026-27-01 Briefing Note.pdf").write_text("older")
    steps = iter(range(1, 100))

    def stop(_done, _total, _label):
        if next(steps) == step:
            raise CancelledError

    with pytest.raises(CancelledError):
        run_pack(register, [briefing_id], BOTH, PackPlace(out), today=TODAY, progress=stop)
    assert names_in(out) == ["RIV2026-27-01 Briefing Note.pdf"]
    assert (out / "RIV2026-27-01 Briefing Note.pdf").read_text() == "older"
    assert _documents(register, briefing_id) == ()


def test_progress_names_each_document(register, briefing_id, out):
    labels = []
    run_pack(
        register, [briefing_id], BOTH, PackPlace(out), today=TODAY,
        progress=lambda _done, _total, label: labels.append(label),
    )  # fmt: skip
    assert labels[0] == "Making and checking RIV2026-27-01 Briefing Note.pdf"
    assert labels[-2:] == [f"Saving {CONTENTS_TABLE_NAME}", "Saving"]


@pytest.mark.parametrize(
    ("error", "way_out"),
    [
        (OSError(28, "No space left on device"), "The disk is full"),
        (PermissionError(13, "denied"), "open in another program"),
        (OSError(5, "io"), "open elsewhere"),
    ],
    ids=["full", "open", "other"],
)
def test_what_the_disk_refuses_is_told_with_the_way_out_and_nothing_is_left(
    register, briefing_id, out, monkeypatch, error, way_out
):
    def refuse(_folder, _content):
        raise error

    monkeypatch.setattr(files, "_write_part", refuse)
    with pytest.raises(UserError, match=way_out) as told:
        run_pack(register, [briefing_id], BOTH, PackPlace(out / "new"), today=TODAY)
    assert str(told.value).startswith("RIV2026-27-01 Briefing Note.pdf could not be written.")
    assert list(out.iterdir()) == []
    assert _documents(register, briefing_id) == ()


def test_a_log_that_cannot_be_written_takes_the_files_back(register, briefing_id, out, monkeypatch):
    def refuse(*_given):
        raise UserError("The register is full.")

    monkeypatch.setattr(packs, "log_documents", refuse)
    with pytest.raises(UserError, match="register is full"):
        run_pack(register, [briefing_id], BOTH, PackPlace(out), today=TODAY)
    assert list(out.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(register, briefing_id, out):
    (out / "file").write_text("")
    with pytest.raises(UserError, match="cannot be made"):
        run_pack(register, [briefing_id], DECK, PackPlace(out / "file" / "pack"), today=TODAY)


def test_a_path_that_others_could_not_open_is_refused_before_anything_is_made(
    register, briefing_id, out
):
    deep = out / ("x" * 120) / ("y" * 120)
    with pytest.raises(UserError, match="characters too long"):
        run_pack(register, [briefing_id], DECK, PackPlace(deep), today=TODAY)
    assert list(out.iterdir()) == []


def test_a_file_that_the_record_has_left_behind_is_counted(register, briefing_id, out):
    run_pack(register, [briefing_id], BOTH, PackPlace(out), today=TODAY)
    assert outdated_counts(register, today=TODAY) == {}
    draft = replace(get_briefing(register, briefing_id), title="Open doors")
    save_briefing(register, briefing_id, draft)
    assert outdated_counts(register, today=TODAY) == {briefing_id: 2}


def test_who_received_a_pack_is_kept_with_each_file(register, briefing_id, out):
    saved = run_pack(register, [briefing_id], BOTH, PackPlace(out), today=TODAY)
    draft = ExportRecipientDraft("Communications team", TODAY)
    save_pack_recipient(register, saved.export_ids, draft, today=TODAY)
    logged = list_logged_files(register, today=TODAY)
    assert [[entry.draft.name for entry in one.recipients] for one in logged] == [
        ["Communications team"]
    ] * 2
    with pytest.raises(RejectedError):
        save_pack_recipient(register, saved.export_ids, ExportRecipientDraft(), today=TODAY)


def test_nothing_of_a_pack_shows_in_logs(register, telling):
    pack = make_pack(register, [telling], DECK, today=TODAY)
    assert "Behind" not in repr(pack)
    assert "Behind" not in repr(pack.files[0])


def test_every_kind_of_every_practice_briefing_can_be_made_and_passes(practice):
    ids = [choice.briefing_id for choice in list_choices(practice) if choice.references]
    pack = make_pack(practice, ids[:2], frozenset(DocumentKind), today=TODAY)
    assert failed(pack) == {}
    assert {line.kind for line in pack.report.lines} == set(DocumentKind)
