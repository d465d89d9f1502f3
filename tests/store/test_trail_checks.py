import pytest
from store_samples import ACTOR, AT, KEY, add, add_case, make_case

from sgdesk.store.checks import integrity_problems
from sgdesk.store.cipher import connect
from sgdesk.store.entities.case_parts import AttachmentEntity
from sgdesk.store.entities.cases import CaseEntity, ChildEntity

LONG = "What the agencies knew, and when. " * 200


@pytest.fixture
def problems_after(store):
    """What is found after a statement that the audit never saw, as an older page would do."""

    def tamper(statement):
        connection = connect(store.path, KEY, foreign_keys=False)
        try:
            connection.execute(statement)
            return integrity_problems(connection, KEY)
        finally:
            connection.close()

    return tamper


def change(store, case_id, **values):
    with store.write(ACTOR, AT) as session:
        case = session.get_one(CaseEntity, case_id)
        for name, value in values.items():
            setattr(case, name, value)


def attach(store, content):
    case_id = add_case(store)
    file = AttachmentEntity(
        case_id=case_id,
        title="One",
        file_name="a.txt",
        content=content,
        size=len(content),
        sha256="0" * 64,
        added_at=AT,
    )
    add(store, file)


def said(count):
    if count == 1:
        return ["1 entry of the register is not what the history says of it."]
    return [f"{count} entries of the register are not what the history says of them."]


def test_rows_that_are_what_the_trail_says_are_no_problem(store, problems_after):
    attach(store, b"%PDF" * 3000)
    case_id = add_case(store, 2, area_of_incident=LONG)
    change(store, case_id, area_of_incident=LONG.upper(), owner="Officer", themes=("Neglect",))
    change(store, case_id, deleted_at=AT)
    assert problems_after("SELECT 1") == []


def test_a_row_of_an_older_revision_is_found(store, problems_after):
    for number in (1, 2, 3):
        change(store, add_case(store, number), owner="Officer")
    assert problems_after(
        "UPDATE case_file SET owner = '', revision = 1 WHERE reference_key < 'prac2026-27-03'"
    ) == said(2)


def test_a_row_that_is_gone_is_found(store, problems_after):
    add_case(store)
    assert problems_after("DELETE FROM case_file") == said(1)


def erase(store, child_id):
    with store.write(ACTOR, AT) as session:
        session.delete(session.get_one(ChildEntity, child_id))


def test_a_row_that_was_erased_is_there_again_only_where_the_trail_says_so(store, problems_after):
    case_id = add_case(store)
    child = ChildEntity(case_id=case_id, pseudonym="Child A")
    add(store, child)
    change(store, case_id, owner="Officer")
    problems_after("CREATE TABLE kept AS SELECT * FROM child")
    erase(store, child.id)
    assert problems_after("SELECT 1") == []
    assert problems_after("INSERT INTO child SELECT * FROM kept") == said(1)
    problems_after("DELETE FROM child")
    add(store, ChildEntity(id=child.id, case_id=case_id, pseudonym="Child A"))
    assert problems_after("SELECT 1") == []


def test_a_long_text_of_an_older_page_is_found(store, problems_after):
    add_case(store, area_of_incident=LONG)
    add(store, make_case(2))
    older = "UPDATE case_file SET area_of_incident = replace(area_of_incident, 'knew', 'said')"
    assert problems_after(older) == said(1)


def test_a_file_of_an_older_page_is_found(store, problems_after):
    attach(store, b"%PDF" * 3000)
    assert problems_after("UPDATE attachment SET content = zeroblob(12000)") == said(1)
