"""What goes wrong is told in a sentence; what was typed is never logged."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.ui.errors import trouble_of

if TYPE_CHECKING:
    import pytest


def test_an_expected_error_is_its_own_sentence(caplog: pytest.LogCaptureFixture) -> None:
    trouble = trouble_of(UserError("The disk is full. Free some space and save again."))

    assert trouble.sentence == "The disk is full. Free some space and save again."
    assert trouble.reference == ""
    assert caplog.records == []


def test_an_unexpected_error_has_a_reference_that_the_log_holds_too(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        trouble = trouble_of(ValueError("Ada Planted"))

    assert "Ada Planted" not in trouble.sentence
    assert trouble.reference
    (record,) = caplog.records
    assert trouble.reference in record.getMessage()
    assert "Ada Planted" not in record.getMessage()


def test_two_errors_have_two_references() -> None:
    assert trouble_of(ValueError()).reference != trouble_of(ValueError()).reference


def test_even_something_that_is_no_error_is_told() -> None:
    assert trouble_of("what").reference
