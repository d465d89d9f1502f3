"""The fields that documents are made from, in words, for "out of date: Key learning"."""

from __future__ import annotations

FIELD_TITLES = {
    "improvements": "Areas for practice improvement",
    "brand": "The partnership’s look",
    "find_out_more": "Find out more",
    "web_address": "Web address",
    "mark": "Handling mark",
    "statement": "What is left out, and why",
    "published": "Published on",
    "themes": "Themes of all reviews",
    "deck_template": "PowerPoint template",
    "timeline": "Timeline by age",
    "staff_support": "Support for staff",
    "template": "Text of the press statement",
    "partnership": "Name of the partnership",
    "ink": "Main colour",
    "release": "Embargo",
    "contact": "Contact lines",
    "notes_to_editors": "Notes to editors",
    "summary": "Summary",
    "publication_date": "Day of publication",
    "reviews": "Reviews",
    "opening": "Opening text",
    "closing": "Closing text",
    "case_ids": "Cases",
}
"""Fields whose names in the record are not what the officer calls them."""


def field_words(name: str) -> str:
    """Return what the officer calls the field `name` of a document's record."""
    return FIELD_TITLES.get(name, name.replace("_", " ").capitalize())
