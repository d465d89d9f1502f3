"""Tests of the web pages of the public list and of the archive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing_samples import PARTNERSHIP, logo_png
from web_reading import SAFE, read_page

from sgdesk.exports.web.lists import archive_page, list_page
from sgdesk.imports.public_list import read_public_list
from sgdesk.records.briefing import Brand
from sgdesk.records.public_lists import ArchivedEntry, ArchiveList, ListedEntry, PublicList

BRAND = Brand(PARTNERSHIP, "Eastmarsh SCP", logo_png=logo_png(), contacts=("reviews@escp.example",))
ENTRY = ListedEntry(
    title="Out of Sight",
    reference="ESCP2024-25/03",
    review_type="",
    published_on=date(2025, 3, 12),
    summary=("Three children and nine addresses.", "Nobody saw the whole picture."),
    web_address="https://escp.example/out-of-sight",
    accompanied_by=("Learning briefing: Out of Sight", "Press statement"),
)
NATIONAL = ListedEntry(
    title="A national review",
    reference="",
    review_type="National review",
    published_on=date(2024, 5, 1),
    summary=("What was learned in the whole country.",),
    web_address="",
    accompanied_by=(),
)
LIST = PublicList(
    as_of=date(2025, 6, 2),
    brand=BRAND,
    mark="",
    opening=("These are our reviews.", "They leave names out."),
    reviews=(ENTRY, NATIONAL, replace(ENTRY, title="", summary=(), web_address="javascript:x")),
    closing=("In an emergency call 999.",),
)
ARCHIVE = ArchiveList(
    as_of=date(2025, 6, 2),
    brand=BRAND,
    mark="OFFICIAL: not yet published",
    opening=("These reviews have left the list.",),
    reviews=(
        ArchivedEntry(
            "Seen and heard", "ESCP2019-20/01", date(2021, 2, 3), date(2024, 2, 3), date(2021, 3, 1)
        ),
        ArchivedEntry("", "ESCP2018-19/02", date(2020, 2, 3), date(2023, 2, 3), None),
    ),
)


def test_the_list_says_opening_reviews_and_closing_in_their_order(golden):
    golden("web/list.txt", read_page(list_page(LIST)).text)


def test_the_archive_says_what_left_when_and_where_it_was_sent(golden):
    golden("web/archive.txt", read_page(archive_page(ARCHIVE)).text)


def test_the_list_that_is_copied_from_the_page_can_be_read_in_again():
    copied = "\n".join(words for _, words in read_page(list_page(LIST)).blocks)
    found = read_public_list(copied, today=LIST.as_of).reviews
    assert [(one.reference, one.published_on) for one in found][:1] == [
        ("ESCP2024-25/03", date(2025, 3, 12))
    ]
    assert found[0].summary.startswith("Three children and nine addresses.")


def test_each_link_says_which_review_it_opens():
    content = list_page(LIST)
    assert read_page(content).links == [
        "https://escp.example/out-of-sight",
        "mailto:reviews@escp.example",
    ]
    assert b">Read the review: Out of Sight</a>" in content


def test_days_can_be_read_by_programs_too():
    found = [one for name, one in read_page(list_page(LIST)).elements if name == "time"]
    assert {"datetime": "2025-03-12"} in found


def test_empty_lists_say_so():
    empty_list = read_page(list_page(replace(LIST, reviews=())))
    assert "There is no review on this list at present." in empty_list.all_of("p")
    empty_archive = read_page(archive_page(replace(ARCHIVE, reviews=())))
    assert "No review has left the public list yet." in empty_archive.all_of("p")


def test_a_list_without_closing_words_ends_with_its_reviews():
    without = read_page(list_page(replace(LIST, closing=())))
    assert "About this list" not in without.all_of("h2")


def test_a_partnership_without_contact_lines_has_no_such_heading():
    without = read_page(list_page(replace(LIST, brand=Brand(PARTNERSHIP))))
    assert "Contact" not in without.all_of("h2")
    assert "Contact" in read_page(list_page(LIST)).all_of("h2")


def test_hostile_titles_and_summaries_stay_text():
    hostile = "</main><script>x</script>"
    entry = replace(ENTRY, title=hostile, summary=(hostile,), accompanied_by=(hostile,))
    page = read_page(list_page(replace(LIST, reviews=(entry,), opening=(hostile,))))
    assert page.names <= SAFE
    assert page.all_of("h2")[0] == hostile


def test_the_mark_of_the_archive_stands_first():
    assert read_page(archive_page(ARCHIVE)).blocks[0] == ("p", ARCHIVE.mark)
