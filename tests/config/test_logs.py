from __future__ import annotations

import logging

from sgdesk.config.logs import PlaceOnlyFormatter, start_log


def test_the_log_says_where_and_never_what_was_typed(tmp_path):
    handler = start_log(tmp_path)
    logger = logging.getLogger("sgdesk.somewhere")
    try:
        raise ValueError("Planted Name")
    except ValueError:
        logger.exception("A page could not be drawn")
    handler.close()
    logging.getLogger("sgdesk").removeHandler(handler)
    text = (tmp_path / "sgdesk.log").read_text()
    assert "A page could not be drawn" in text
    assert "ValueError" in text
    assert "test_logs.py" in text
    assert "Planted" not in text


def test_a_record_without_an_error_adds_nothing():
    assert PlaceOnlyFormatter().formatException((None, None, None)) == ""
