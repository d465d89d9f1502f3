"""The partnership's own PowerPoint template: kept, used, put aside, removed."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pptx import Presentation
from services_samples import TODAY

from sgdesk.config.resources import resource
from sgdesk.domain.briefings import BriefingDraft
from sgdesk.domain.deck_templates import LayoutChoice
from sgdesk.errors import RejectedError, UserError
from sgdesk.records.deck_templates import TemplateReport, UseOfLayout
from sgdesk.records.exports import DocumentKind
from sgdesk.records.made_files import FileState
from sgdesk.records.packs import PackPlace
from sgdesk.services.briefings import save_briefing
from sgdesk.services.deck_templates import (
    MOST_BYTES,
    check_choices,
    kept_template,
    read_template,
    read_template_file,
    remove_template,
    save_template,
    slide_pictures,
    template_for,
    use_template,
)
from sgdesk.services.documents import plan_documents
from sgdesk.services.outdated_files import list_logged_files
from sgdesk.services.packs import run_pack

SHIPPED = resource("deck", "sgdesk-16x9.pptx").read_bytes()


def default():
    stream = io.BytesIO()
    Presentation().save(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def report():
    return read_template("C:/Users/someone/Own.potx", SHIPPED)


def test_without_a_template_of_its_own_decks_take_the_built_in_one(register):
    assert kept_template(register) is None
    assert template_for(register) is None


def test_a_template_that_fits_is_kept_cleaned_and_used(register, report):
    assert report.deck.name == "Own.potx"
    assert save_template(register, report).what == "Deck template saved"
    assert kept_template(register) == (report.deck, True)
    assert template_for(register) == report.deck
    assert template_for(register).content != SHIPPED


def test_another_one_takes_its_place(register, report):
    save_template(register, report)
    other = read_template("Other.pptx", default())
    save_template(register, other)
    assert template_for(register) == other.deck
    with register.store.rows() as rows:
        assert len(rows.all("SELECT id FROM deck_template")) == 1


def test_it_can_be_put_aside_and_used_again(register, report):
    save_template(register, report)
    assert use_template(register, is_used=False).what == "Decks use the built-in template"
    assert template_for(register) is None
    assert kept_template(register) == (report.deck, False)
    assert use_template(register, is_used=True).what == "Decks use your template"
    assert template_for(register) == report.deck


def test_it_can_be_removed(register, report):
    save_template(register, report)
    remove_template(register)
    assert kept_template(register) is None
    remove_template(register)
    with pytest.raises(UserError, match="choose the file again"):
        use_template(register, is_used=True)


def test_one_that_does_not_fit_is_not_kept(register, report):
    unfit = TemplateReport(report.deck, (UseOfLayout("opening", "Opening", "", (), ("No.",)),))
    with pytest.raises(RejectedError, match=r"No\."):
        save_template(register, unfit)
    assert kept_template(register) is None


def test_choices_of_layouts_are_kept_with_it(register):
    read = read_template("a.pptx", default())
    other = next(offer for offer in read.uses[0].offers if offer.name == "Section Header")
    choices = (LayoutChoice("opening", other.layout), *read.deck.layouts[1:])
    save_template(register, check_choices(read.deck.with_layouts(choices)))
    assert template_for(register).layouts == choices


def test_a_file_is_read_from_its_path(tmp_path):
    file = tmp_path / "Own.potx"
    file.write_bytes(SHIPPED)
    assert read_template_file(file).is_fit
    with pytest.raises(UserError, match="cannot be found"):
        read_template_file(tmp_path / "gone.potx")
    with file.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    with pytest.raises(UserError, match="too large"):
        read_template_file(file)


def test_there_are_pictures_of_the_built_in_template():
    assert len(slide_pictures(None, width=120)) == 4


def test_what_is_told_is_told_once(report):
    twice = replace(report, notes=("Look.", "Look."))
    assert twice.warnings == ("Look.",)


def test_decks_are_made_on_it_and_those_made_before_are_out_of_date(register, report, tmp_path):
    draft = BriefingDraft(title="Behind the door", background="One.")
    saved = save_briefing(register, None, draft)
    both = frozenset({DocumentKind.BRIEFING, DocumentKind.DECK})
    place = PackPlace(tmp_path / "pack")
    run_pack(register, [saved.briefing_id], both, place, today=TODAY)
    save_template(register, read_template("Own.pptx", default()))
    files = {one.kind: one for one in list_logged_files(register, today=TODAY)}
    assert files["briefing"].state is FileState.CURRENT
    assert files["deck"].changed == ("PowerPoint template",)
    (deck,) = plan_documents(register, [saved.briefing_id], {DocumentKind.DECK}, today=TODAY)
    presentation = Presentation(io.BytesIO(deck.content()))
    assert presentation.slide_width * 3 == presentation.slide_height * 4
    use_template(register, is_used=False)
    files = {one.kind: one for one in list_logged_files(register, today=TODAY)}
    assert files["deck"].state is FileState.CURRENT
