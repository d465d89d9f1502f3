"""What agencies still owe, read the short way, against the requests told whole."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.agency_requests import AgencyRequestDraft, AgencyReturnDraft
from sgdesk.domain.cases import CaseDraft
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.services.agency_rows import list_requests
from sgdesk.services.cases import save_case
from sgdesk.services.drafts import fill
from sgdesk.services.entries import list_entries, put_entry
from sgdesk.services.outstanding_returns import read_outstanding_returns
from sgdesk.services.settings import list_agencies, save_agency
from sgdesk.store.entities.agencies import AgencyRequestEntity
from sgdesk.store.queries.find import get_live

TODAY = date(2026, 11, 23)
DAY = date(2026, 11, 20)
SOME_DAY = st.sampled_from([None, DAY])


@st.composite
def held_requests(draw):
    return (
        AgencyRequestDraft(
            asked_on=draw(SOME_DAY),
            queried_on=draw(SOME_DAY),
            answered_on=draw(SOME_DAY),
            not_needed_reason=draw(st.sampled_from(["", "Not known there"])),
        ),
        AgencyReturnDraft(received_on=draw(SOME_DAY), is_nil=draw(st.booleans())),
    )


def test_the_short_way_tells_the_same_agencies_as_the_long_one(register):
    save_agency(register, None, AgencyDraft(name="Police"))
    (agency,) = list_agencies(register)
    numbers = iter(range(1, 10_000))

    @given(st.lists(held_requests(), max_size=4))
    def tell(held):
        draft = CaseDraft(reference=f"PRAC{next(numbers)}", title="A case", aware_on=DAY)
        (case_id,) = save_case(register, None, draft, today=TODAY).case_ids
        with register.write() as session:
            for place, (request, returned) in enumerate(held):
                chosen = agency.agency_id if place % 2 == 0 else None
                whole = AgencyRequestDraft(
                    chosen,
                    asked_on=request.asked_on,
                    queried_on=request.queried_on,
                    answered_on=request.answered_on,
                    not_needed_reason=request.not_needed_reason,
                )
                key = put_entry(session, case_id, None, whole)
                session.flush()
                fill(get_live(session, AgencyRequestEntity, key), returned)

        short = read_outstanding_returns(register, case_id)

        rows = list_requests(register, case_id, today=TODAY)
        assert len(short.agencies) == sum(row.is_outstanding for row in rows)
        assert short.has_requests == any(not one.request.not_needed_reason for one in rows)
        assert len(rows) == len(list_entries(register, AgencyRequestDraft, case_id))

    tell()
