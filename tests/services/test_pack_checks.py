"""What is found in the finished files of a pack: what stops it, and who may answer for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pack_samples import BOTH, DECK, DRAFT, REASON, add_telling, failed
from services_samples import TODAY, make_case

from sgdesk.domain.briefings import BriefingDraft
from sgdesk.domain.identity import Identity
from sgdesk.errors import RejectedError, UserError
from sgdesk.records.exports import DocumentKind
from sgdesk.records.packs import Inspection, Override, PackPlace
from sgdesk.records.papers import PaperText
from sgdesk.services import packs
from sgdesk.services.briefings import get_briefing, save_briefing
from sgdesk.services.case_views import get_case
from sgdesk.services.documents import PlannedDocument
from sgdesk.services.history import read_history
from sgdesk.services.outdated_files import list_logged_files
from sgdesk.services.pack_contents import CONTENTS_TABLE_NAME, contents_paper
from sgdesk.services.packs import ChangedSinceError, make_pack, save_pack


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


def test_a_childs_name_stops_the_pack_and_is_told_where_and_not_repeated(register, telling, out):
    pack = make_pack(register, [telling], BOTH, today=TODAY)
    told = [one.detail for one in pack.report.blocking]
    assert [one.split(":")[0].split(",")[0] for one in told] == ["Briefing", "Presentation"]
    assert not any("Planted" in one for one in told)
    assert pack.report.can_be_overridden
    with pytest.raises(UserError, match="The pack is not made") as stopped:
        save_pack(register, pack, PackPlace(out), today=TODAY)
    assert "Planted" not in str(stopped.value)
    assert list(out.iterdir()) == []
    assert list_logged_files(register, today=TODAY) == ()


def test_a_named_person_with_a_reason_may_answer_for_it_and_that_is_kept(register, telling, out):
    pack = make_pack(register, [telling], BOTH, today=TODAY)
    saved = save_pack(register, pack, PackPlace(out), override=REASON, today=TODAY)
    logged = list_logged_files(register, today=TODAY)
    assert {(one.override_by, one.override_reason) for one in logged} == {
        (REASON.name, REASON.reason)
    }
    assert all(line.identity.endswith("answered for by A. Lead") for line in saved.lines)
    assert REASON.reason.encode() not in (out / CONTENTS_TABLE_NAME).read_bytes()


def test_the_history_and_the_case_say_who_answered_for_it_and_why(register, case_id, telling, out):
    pack = make_pack(register, [telling], DECK, today=TODAY)
    save_pack(register, pack, PackPlace(out), override=REASON, today=TODAY)
    (row,) = get_case(register, case_id, today=TODAY).documents
    assert (row.override_by, row.override_reason) == (REASON.name, REASON.reason)
    told = read_history(register)[0]
    assert "Identity check overridden by: A. Lead" in told.new
    assert "Reason for the override: The family asked" in told.new


def test_an_override_must_be_complete_and_is_told_all_at_once(register, telling, out):
    pack = make_pack(register, [telling], DECK, today=TODAY)
    with pytest.raises(RejectedError) as refused:
        save_pack(register, pack, PackPlace(out), override=Override(" ", ""), today=TODAY)
    assert [one.field for one in refused.value.problems] == ["name", "reason"]
    assert list(out.iterdir()) == []


def test_an_override_that_nothing_needs_is_not_kept(register, briefing_id, out):
    pack = make_pack(register, [briefing_id], DECK, today=TODAY)
    save_pack(register, pack, PackPlace(out), override=REASON, today=TODAY)
    assert [one.override_by for one in list_logged_files(register, today=TODAY)] == [""]


def test_the_name_of_the_zip_must_give_nobody_away(register, telling, case_id, out):
    draft = replace(get_briefing(register, telling), background="A child was seen.")
    save_briefing(register, telling, draft)
    pack = make_pack(register, [telling], DECK, today=TODAY)
    with pytest.raises(UserError, match="name of the ZIP file"):
        save_pack(register, pack, PackPlace(out, "Planted Name.zip"), today=TODAY)
    assert list(out.iterdir()) == []


def test_a_page_that_is_too_long_stops_the_pack_and_nobody_can_answer_for_that(
    register, briefing_id, out
):
    long = replace(get_briefing(register, briefing_id), background="word " * 3000)
    save_briefing(register, briefing_id, long)
    pack = make_pack(register, [briefing_id], BOTH, today=TODAY)
    told = failed(pack)["Too long for one page"]
    assert told.is_blocking
    assert told.briefing_id == briefing_id
    assert not pack.report.can_be_overridden
    with pytest.raises(UserError, match="Too long for one page"):
        save_pack(register, pack, PackPlace(out), override=REASON, today=TODAY)
    assert list(out.iterdir()) == []


def test_what_is_not_written_or_cannot_be_drawn_is_told_and_stops_nothing(register):
    draft = BriefingDraft(title="\u0985\u09ad\u09bf \U0001f9ff", background="One.")
    saved = save_briefing(register, None, draft)
    found = failed(make_pack(register, [saved.briefing_id], BOTH, today=TODAY))
    assert not found["Not everything is written yet"].is_blocking
    assert all(not check.is_blocking for check in found.values())


def test_another_refusal_of_a_document_is_told_with_its_own_words(
    register, briefing_id, monkeypatch
):
    def refuse(_self):
        raise UserError("The logo cannot be read.")

    monkeypatch.setattr(PlannedDocument, "make", refuse)
    pack = make_pack(register, [briefing_id], DECK, today=TODAY)
    assert failed(pack)["A document cannot be made"].detail == (
        "Presentation: The logo cannot be read."
    )


def test_a_record_that_changed_meanwhile_must_be_checked_again(register, briefing_id, out):
    pack = make_pack(register, [briefing_id], DECK, today=TODAY)
    draft = replace(get_briefing(register, briefing_id), title="Open doors")
    save_briefing(register, briefing_id, draft)
    with pytest.raises(ChangedSinceError):
        save_pack(register, pack, PackPlace(out), today=TODAY)
    again = make_pack(register, [briefing_id], DECK, today=TODAY)
    with pytest.raises(ChangedSinceError):
        save_pack(register, again, PackPlace(out), today=TODAY.replace(day=24))
    assert list(out.iterdir()) == []


def test_fifty_reviews_are_the_most(register, briefing_id):
    with pytest.raises(UserError, match="50 reviews at most"):
        make_pack(register, [briefing_id] * 51, DECK, today=TODAY)


def test_the_marks_are_summed_up_with_the_reviews_that_carry_them(register, briefing_id):
    kinds = {*BOTH, DocumentKind.REGISTER_CSV}
    (review, internal) = make_pack(register, [briefing_id], kinds, today=TODAY).report.marks
    assert (review.documents, review.titles) == (2, ("Behind the door",))
    assert "not yet published" in review.mark
    assert internal.documents == 1


def test_what_may_be_a_name_is_told_and_stops_nothing(register, briefing_id, monkeypatch):
    perhaps = Identity("Slide 3: a word that is also a name.", is_certain=False)
    monkeypatch.setattr(packs, "identities_in", lambda _facts, _made: (perhaps,))
    pack = make_pack(register, [briefing_id], DECK, today=TODAY)
    told = failed(pack)["Perhaps somebody could be recognised"]
    assert not told.is_blocking
    assert told.detail == "Presentation, slide 3: a word that is also a name."
    assert [line.identity for line in pack.report.lines] == ["1 place to look at"]


def test_what_is_found_for_accessibility_is_told_and_stands_on_the_contents_sheet(
    register, briefing_id, monkeypatch
):
    found = Inspection(3, "slide", ("Slide 2: it has no title.",))
    monkeypatch.setattr(packs, "_inspected", lambda _made: found)
    report = make_pack(register, [briefing_id], DECK, today=TODAY).report
    (told,) = [one for one in report.checks if not one.is_passed]
    assert (told.detail, told.is_blocking) == ("Presentation: Slide 2: it has no title.", False)
    paper = contents_paper(register, report.lines, today=TODAY)
    said = {part.title: part.lines for part in paper.parts if isinstance(part, PaperText)}
    assert said["What was found for accessibility"] == (
        "RIV2026-27-01 Presentation.pptx: Slide 2: it has no title.",
    )


def test_the_contents_sheet_carries_the_mark_that_all_share_or_the_strictest(register, briefing_id):
    (line,) = make_pack(register, [briefing_id], DECK, today=TODAY).report.lines
    released = replace(line, mark="")
    assert contents_paper(register, [line], today=TODAY).mark == line.mark
    assert contents_paper(register, [released], today=TODAY).mark == ""
    both = contents_paper(register, [line, released], today=TODAY)
    assert both.mark == register.profile.handling_mark
