"""`due`: one date with its working, or a stream of them."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from sgdesk.app.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command; return its status, what it printed, and what it complained of."""

    def run_it(*words: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        status = main(["due", *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run_it


def test_the_date_comes_first_and_then_its_working(run: Run) -> None:
    status, out, _ = run("RR-15", "2022-09-09")
    lines = out.splitlines()
    assert status == 0
    assert lines[0] == "2022-10-03  Mon 3 Oct 2022"
    assert "Skipped: 8 weekend days and Mon 19 Sep 2022 (State Funeral" in lines[1]
    assert lines[3].startswith("Panel expectation. ")
    assert lines[3].endswith("Working Together 2018.")


def test_a_rule_that_is_not_confirmed_says_so(run: Run) -> None:
    assert "To be confirmed with your partnership." in run("PUB-7", "3/6/2026")[1]
    assert "To be confirmed" not in run("RR-15", "3/6/2026")[1]


def test_a_task_has_no_date(run: Run) -> None:
    status, out, _ = run("PUB-REP", "5/1/2026")
    assert (status, out.splitlines()[0]) == (0, "none")


def test_codes_may_be_typed_small(run: Run) -> None:
    assert run("rr-15", "2022-09-09")[1] == run("RR-15", "2022-09-09")[1]


def test_json_holds_the_same_working(run: Run) -> None:
    status, out, _ = run("RR-15", "9 Sep 2022", "--json")
    answer = json.loads(out)
    assert status == 0
    assert (answer["trigger_date"], answer["due"]) == ("2022-09-09", "2022-10-03")
    assert {"day": "2022-09-19", "bank_holiday": "State Funeral of Queen Elizabeth II"} in answer[
        "skipped"
    ]
    assert answer["skipped"][0] == {"day": "2022-09-10", "bank_holiday": None}
    assert answer["explanation"] in run("RR-15", "2022-09-09")[1]


def test_json_of_a_task_has_no_date_either(run: Run) -> None:
    assert json.loads(run("PUB-REP", "5/1/2026", "--json")[1])["due"] is None


@pytest.mark.parametrize("edition", ["2018", "2023", "2026"])
def test_an_edition_may_be_asked_for(run: Run, edition: str) -> None:
    assert json.loads(run("SIN-5", "2022-09-09", "--edition", edition, "--json")[1])["edition"] == (
        edition
    )


def test_the_edition_in_force_on_the_day_is_taken_else(run: Run) -> None:
    for typed, edition in (("2022-09-09", "2018"), ("2024-09-09", "2023"), ("2026-11-09", "2026")):
        assert json.loads(run("RR-15", typed, "--json")[1])["edition"] == edition


def test_a_rule_that_came_later_is_taken_from_where_it_came(run: Run) -> None:
    status, out, _ = run("CL-5", "2022-09-09", "--json")
    assert status == 0
    assert json.loads(out)["edition"] > "2018"
    assert run("CL-5", "2022-09-09", "--edition", "2018")[0] == 1


@pytest.mark.parametrize(
    ("counting", "due"),
    [
        ("day_after", "2026-04-07"),
        ("deemed_next", "2026-04-08"),
        ("trigger_is_day_1", "2026-04-07"),
    ],
)
def test_the_ways_of_counting_differ_from_a_saturday(run: Run, counting: str, due: str) -> None:
    out = run("SIN-5", "2026-03-28", "--counting", counting)[1]
    assert out.startswith(due)


def test_each_line_of_a_stream_is_answered_and_a_wrong_one_is_an_error(run: Run) -> None:
    typed = "RR-15 2022-09-09\n\npub-rep 5 Jan 2026\nRR-15 3/6/26\nNOPE 1/1/2026\nRR-15\n"
    status, out, err = run("-", typed=typed)
    lines = out.splitlines()
    assert (status, err) == (1, "")
    assert lines[:3] == [
        "2022-10-03",
        "none",
        "error: Which year is 26? Type all four digits.",
    ]
    assert lines[3].startswith("error: There is no rule NOPE. The rules are: SIN-5,")
    assert lines[4] == "error: each line needs a code and a date"
    assert len(lines) == 5


def test_a_stream_without_a_fault_is_done(run: Run) -> None:
    assert run("-", typed="SIN-5 23/12/2025\n")[:2] == (0, "2026-01-02\n")
    assert run("-")[:2] == (0, "")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["RR-15", "3/6/26"], "Which year is 26? Type all four digits."),
        (["RR-15", "31/11/2026"], "November has 30 days"),
        (["RR-15", "1/1/2055"], "The working-day calendar runs from"),
        (["XX-1", "1/1/2026"], "There is no rule XX-1. The rules are: SIN-5,"),
        (["RR-15"], "Give the trigger date after the code"),
        (["CL-5", "1/1/2026", "--edition", "2018"], "Working Together 2018 has no rule CL-5."),
    ],
)
def test_what_cannot_be_answered_is_said_in_words(
    run: Run, words: list[str], complaint: str
) -> None:
    status, out, err = run(*words)
    assert (status, out) == (1, "")
    assert complaint in err


@pytest.mark.parametrize("words", [["due"], ["due", "RR-15", "1/1/2026", "--edition", "1999"]])
def test_words_that_make_no_sense_have_a_status_of_their_own(words: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
