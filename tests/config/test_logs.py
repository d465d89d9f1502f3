from __future__ import annotations

import logging

from sgdesk.config.logs import PlaceOnlyFormatter, start_log


def test_the_log_says_where_and_never_what_was_typed(tmp_path):
    handler = start_log(tmp_path)
    logger = logging.getLogger("sgdesk.somewhere")
    try:
        int("Planted Name")
    except ValueError:
        logger.exception("A page could not be drawn")
    handler.close()
    logging.getLogger("sgdesk").removeHandler(handler)
    text = (tmp_path / "sgdesk.log").read_text()
    assert "A page could not be drawn" in text
    assert "ValueError" in text
    assert "test_logs.py" in text
    assert "Planted" not in text


def test_a_log_grown_large_is_put_aside_at_the_next_start(tmp_path):
    log = tmp_path / "sgdesk.log"
    for size, is_moved in ((200_000, False), (200_001, True)):
        log.write_bytes(b"x" * size)
        handler = start_log(tmp_path)
        handler.close()
        logging.getLogger("sgdesk").removeHandler(handler)
        assert (tmp_path / "sgdesk.old.log").exists() is is_moved


def test_a_record_without_an_error_adds_nothing():
    assert PlaceOnlyFormatter().formatException((None, None, None)) == ""
