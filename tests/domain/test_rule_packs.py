"""The rules as data."""

from __future__ import annotations

from datetime import date

import pytest

from sgdesk.domain.deadlines import rules_for
from sgdesk.domain.editions import IN_FORCE_FROM, Edition, edition_on
from sgdesk.domain.notifications import NotificationKind
from sgdesk.domain.rule_packs import RULE_CODES, RULE_PACKS
from sgdesk.domain.rules import Phase, Weight

ALL = {
    "SIN-5", "SIN-P", "LAC-5", "CL-5", "RR-COPY", "RR-ISSUE", "RR-RETURN", "RR-PANEL", "RR-SIGN",
    "RR-15", "PANEL-RESP", "LR-TELL", "LR-6M", "LR-MON", "LR-DELAY", "PUB-7", "PUB-1Y", "PUB-3Y",
    "PUB-REP", "YR-12", "ACT",
}  # fmt: skip


def test_each_edition_holds_the_rules_of_its_time():
    assert set(RULE_CODES) == ALL
    assert set(RULE_PACKS[Edition.WT2023]) == ALL
    assert set(RULE_PACKS[Edition.WT2018]) == ALL - {"CL-5"}


def test_each_rule_names_its_edition_source_and_validity():
    for edition, pack in RULE_PACKS.items():
        for code, rule in pack.items():
            assert rule.code == code
            assert rule.edition is edition
            assert rule.source
            assert rule.title
            assert rule.valid_from == IN_FORCE_FROM[edition]
    assert RULE_PACKS[Edition.WT2018]["RR-15"].valid_to == date(2023, 12, 14)
    assert RULE_PACKS[Edition.WT2026]["RR-15"].valid_to is None


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2017, 11, 1), Edition.WT2018),
        (date(2018, 7, 4), Edition.WT2018),
        (date(2023, 12, 14), Edition.WT2018),
        (date(2023, 12, 15), Edition.WT2023),
        (date(2026, 3, 18), Edition.WT2023),
        (date(2026, 3, 19), Edition.WT2026),
        (date(2026, 11, 22), Edition.WT2026),
    ],
)
def test_the_edition_in_force_follows_the_day(day, edition):
    assert edition_on(day) is edition
    assert edition.label.endswith(edition.value)


def test_the_separate_death_duties_start_no_rapid_review():
    for kind in (NotificationKind.LOOKED_AFTER_DEATH, NotificationKind.CARE_LEAVER_DEATH):
        phases = {rule.phase for rule in rules_for(Edition.WT2026, kind)}
        assert Phase.RAPID_REVIEW not in phases
        codes = {rule.code for rule in rules_for(Edition.WT2026, kind)}
        assert "SIN-5" not in codes
    assert "LAC-5" in {
        r.code for r in rules_for(Edition.WT2026, NotificationKind.LOOKED_AFTER_DEATH)
    }
    assert "CL-5" in {r.code for r in rules_for(Edition.WT2026, NotificationKind.CARE_LEAVER_DEATH)}


def test_weights_tell_duty_from_guidance_from_expectation_from_local_practice():
    rules = RULE_PACKS[Edition.WT2026]
    assert rules["SIN-5"].weight is Weight.DUTY
    assert rules["LR-6M"].weight is Weight.STATUTORY_GUIDANCE
    assert rules["RR-15"].weight is Weight.PANEL_EXPECTATION
    assert rules["PUB-3Y"].weight is Weight.LOCAL_PRACTICE


def test_what_is_not_verified_is_to_be_confirmed():
    to_confirm = {
        code for code, rule in RULE_PACKS[Edition.WT2026].items() if not rule.is_confirmed
    }
    assert to_confirm == {"PANEL-RESP", "LR-TELL", "LR-DELAY", "PUB-7", "PUB-1Y", "YR-12"}
