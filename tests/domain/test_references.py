from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.references import financial_year, next_reference, reference_key


def test_two_spellings_of_one_reference_share_a_key():
    assert reference_key("BSCP2018-19/01") == reference_key(" bscp2018-19-01 ")
    assert reference_key("Child R (2020)") == reference_key("child r 2020")
    assert reference_key("BSCP 2018-19-01") == reference_key("BSCP2018-19-01")
    assert reference_key("CSPR 14") != reference_key("CSPR 15")
    assert reference_key("A1-11") != reference_key("A11-1")
    assert reference_key(" / ") == ""


@given(st.text())
def test_a_key_is_its_own_key(text):
    key = reference_key(text)
    assert reference_key(key) == key


def test_the_next_reference_is_the_lowest_free_one():
    taken = frozenset({reference_key("PRAC2026-27/01"), reference_key("PRAC2026-27-03")})
    assert next_reference("PRAC", "2026-27", taken) == "PRAC2026-27-02"
    assert next_reference("PRAC", "2027-28", taken) == "PRAC2027-28-01"


def test_financial_years_run_from_april_to_march():
    assert financial_year(date(2026, 3, 31)) == "2025-26"
    assert financial_year(date(2099, 4, 1)) == "2099-00"
