"""What is private is found in finished files, wherever it stands, and its place is told."""

from __future__ import annotations

import base64

import identity_containers as containers
import identity_files as files
import pytest
from identity_facts import PETRA, facts

from sgdesk.domain.identity_finder import IdentityFinder
from sgdesk.exports.reading.finished import read_texts
from sgdesk.records.exports import DocumentKind
from sgdesk.services import identity_checks
from sgdesk.services.documents import document_bytes
from sgdesk.services.identity_checks import identities_in
from sgdesk.services.made_files import MadeDocument
from sgdesk.services.private_facts import english_words

NAME = "RIV2024-25-01 Briefing Note"


@pytest.fixture(scope="module")
def finder() -> IdentityFinder:
    return IdentityFinder(facts(english_words()))


def made(content: bytes, suffix: str, name: str = NAME) -> MadeDocument:
    return MadeDocument(f"{name}.{suffix}", files.KINDS[suffix], "", content, (), None, (PETRA,))


def places(finder, content, suffix, name=NAME):
    return [one.where for one in identities_in(finder, made(content, suffix, name))]


PLANTED = [
    *((files.deck, "pptx", name, where) for name, (_, where) in files.DECKS.items()),
    *((files.word, "docx", name, where) for name, (_, where) in files.WORDS.items()),
    *((files.pdf, "pdf", name, where) for name, (_, where) in files.PDFS.items()),
    *((files.page, "html", name, where) for name, (_, where) in files.PAGES.items()),
]


@pytest.mark.parametrize("suffix", files.KINDS)
def test_a_finished_file_that_gives_nobody_away_raises_no_alarm(finder, suffix):
    assert identities_in(finder, made(files.clean(suffix), suffix)) == ()


@pytest.mark.parametrize(
    ("plant", "suffix", "name", "where"), PLANTED, ids=[f"{s} {n}" for _, s, n, _ in PLANTED]
)
def test_what_was_put_into_a_finished_file_is_found_and_its_place_told(
    finder, plant, suffix, name, where
):
    found = places(finder, plant(name), suffix)
    assert found
    assert all(one.startswith(where) for one in found), found


@pytest.mark.parametrize("suffix", files.KINDS)
@pytest.mark.parametrize("field", files.FIELDS)
def test_a_leak_in_the_record_is_found_in_every_kind_of_document(finder, field, suffix):
    content = document_bytes(files.FIELDS[field], files.KINDS[suffix])
    assert identities_in(finder, made(content, suffix))


@pytest.mark.parametrize("suffix", files.KINDS)
def test_a_name_in_the_file_name_is_found(finder, suffix):
    found = places(finder, files.clean(suffix), suffix, "Petra Quellish Briefing")
    assert found == ["file name"]


def test_everything_in_a_workbook_is_found(finder):
    texts = read_texts("register.xlsx", containers.workbook())
    found = {one.where for one in finder.find(texts, (PETRA,))}
    assert {
        "names in the workbook, name of a part",
        "sheet 1, row 1",
        "sheet 1, row 3",
        "sheet 1, comment",
        "sheet 1, row 6",
        "sheet 1, link",
        "sheet 1, header, footer, hint or rule, hint on a link",
        "sheet 1, header, footer, hint or rule",
        "properties: author",
    } <= found


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("list.csv", b"Reference,Child\r\nRIV-1,Bexa\r\nRIV-2,Petra\r\n", "row 3"),
        ("list.csv", b'"Petra\r\nQuellish",x\r\n', "row 1"),
        ("dates.ics", b"BEGIN:VCALENDAR\r\nSUMMARY:Quel\r\n lish\r\n", "calendar entry, summary"),
        (
            "dates.ics",
            b'BEGIN:VCALENDAR\r\nORGANIZER;CN="Odalys Fennimore":mailto:x@y.example\r\n',
            "calendar entry, settings of organizer",
        ),
        ("page.txt", b"Heading\n\nThe Quel-\nlish family\n", "line 3"),
        ("page.txt", "Siobhán".encode("utf-16"), "line 1"),
        ("page.txt", "Siobhán Łęcka Petra".encode("cp1250"), "line 1"),
        ("logo.png", containers.picture(), "properties of the picture"),
    ],
    ids=["row", "cell of two lines", "folded", "organiser", "hyphen", "utf-16", "old", "picture"],
)
def test_plain_files_are_read_too(finder, name, content, where):
    found = finder.find(read_texts(name, content), (PETRA,))
    assert found
    assert all(one.where.startswith(where) for one in found)


def test_the_files_of_a_zip_are_read_and_told_by_their_number(finder):
    content = containers.packed(
        {
            "pack/": b"",
            "pack/one.pptx": files.deck("notes"),
            "pack/quellish/two.html": files.page("comment"),
            "three.zip": containers.packed({"petra.txt": b"nothing"}),
        }
    )
    found = [one.where for one in finder.find(read_texts("pack.zip", content), (PETRA,))]
    assert found == [
        "file 2 of the zip, slide 4, notes",
        "file 3 of the zip, folder",
        "file 3 of the zip, comment in the page’s source",
        "file 4 of the zip, file 1 of the zip, file name",
    ]


@pytest.mark.parametrize("suffix", ["pptx", "docx"])
def test_what_no_page_shows_is_found_too(finder, suffix):
    content = containers.with_hidden_part(files.clean(suffix), "customXml/item9.xml", "Petra")
    assert places(finder, content, suffix) == ["hidden part of the file"]


def test_a_picture_within_a_file_says_nothing_of_a_child(finder):
    content = containers.with_hidden_part(files.clean("docx"), "customXml/x.xml", "nothing")
    assert places(finder, content, "docx") == []
    page = files.clean("html").replace(
        b"</body>",
        b'<img alt="" src="data:image/png;base64,%s"></body>' % _base64(containers.picture()),
    )
    assert places(finder, page, "html") == [
        "picture or file in the page, properties of the picture"
    ]


def _base64(content: bytes) -> bytes:
    return base64.b64encode(content)


def test_papers_that_stay_with_the_partners_are_not_checked(finder):
    document = made(files.deck("notes"), "pptx")
    for kind in (DocumentKind.DEADLINES, DocumentKind.REGISTER, "agency-returns"):
        assert identities_in(finder, document._replace(kind=kind)) == ()
    assert identities_in(finder, document)


@pytest.mark.parametrize("left_out", ["notes", "alt text", "properties", "file name", "link"])
def test_each_place_that_is_read_is_needed(finder, monkeypatch, left_out):
    def without(name, content):
        return tuple(one for one in read_texts(name, content) if left_out not in one.where)

    def count():
        hits = [
            identities_in(finder, made(plant(name), suffix)) for plant, suffix, name, _ in PLANTED
        ]
        named = identities_in(finder, made(files.clean("pdf"), "pdf", "Petra"))
        return sum(map(bool, [*hits, named]))

    everything = count()
    monkeypatch.setattr("sgdesk.exports.reading.finished.read_texts", without)
    assert count() < everything
    assert identity_checks.is_checked(DocumentKind.BRIEFING)
