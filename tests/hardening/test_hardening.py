import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from figures import Figure, Hardening
from harden import every, main, run_apart, tenth_of

TRIALS = every()
SABOTAGES = [(name, how) for name, trial in TRIALS.items() for how in trial.sabotages]
DURABILITY = range(1, 9)


@pytest.mark.parametrize("name", TRIALS)
def test_a_tenth_of_the_rounds_holds(name):
    figure = run_apart(name, tenth_of(TRIALS[name]))
    assert figure.is_held, figure.words


@pytest.mark.parametrize(("name", "sabotage"), SABOTAGES)
def test_each_sabotage_turns_its_trial_red(name, sabotage):
    figure = run_apart(name, TRIALS[name].sabotages[sabotage], sabotage)
    assert not figure.is_held, figure.words
    assert not figure.words.startswith("broke off"), figure.words


def test_each_trial_of_durability_has_a_sabotage():
    for trial in TRIALS.values():
        assert trial.sabotages or trial.number not in DURABILITY, trial.name


def test_a_trial_that_fails_is_told_and_ends_in_one(monkeypatch, capsys):
    trial = Hardening(1, "storm", 10, lambda *_: Figure(False, ""), {"early": 2})
    monkeypatch.setattr("harden.every", lambda: {"storm": trial})
    monkeypatch.setattr("harden.run_apart", lambda *_: Figure(False, "3 lost"))
    assert main([]) == 1
    assert "1 storm: FAILED; 3 lost" in capsys.readouterr().out
    assert main(["--sabotage"]) == 0
    assert "1 storm under early: red, as it must" in capsys.readouterr().out
    assert main(["--only", "2"]) == 0
    assert capsys.readouterr().out == ""
