"""The page of deadline rules says what the program counts by."""

from __future__ import annotations

import rules_page

from sgdesk.domain.rule_packs import RULE_CODES


def test_the_page_is_what_the_rules_give_now() -> None:
    written = rules_page.PAGE.read_text("utf-8")
    assert written == rules_page.page(), "run python packaging/rules_page.py"


def test_every_rule_has_one_row_and_says_whether_it_is_confirmed() -> None:
    rows = [line for line in rules_page.page().splitlines() if line.startswith("| ")]
    for code in RULE_CODES:
        found = [row for row in rows if row.startswith(f"| {code} |") and row.count("|") == 7]
        assert len(found) == 1
        assert ("to be confirmed" in found[0]) is not rules_page.newest(code).is_confirmed
