from __future__ import annotations

import pytest

from sgdesk.domain.staff_names import person_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zarbel Quenby", ("Zarbel Quenby",)),
        ("Dr Zarbel Quenby, named doctor", ("Zarbel Quenby",)),
        ("DS Quenby", ("Quenby",)),
        ("Zarbel van der Quenby and Ada O’Tolle", ("Zarbel van der Quenby", "Ada O’Tolle")),
        ("Head of service: Ada Tolle", ()),
        ("Ada Tolle (Riverton Police)", ("Ada Tolle",)),
        ("Ada Tolle - Service manager", ("Ada Tolle",)),
        ("Designated nurse", ()),
        ("Service manager, assessment", ()),
        ("Business support", ()),
        ("Police", ()),
        ("Reviews desk", ()),
        ("Head of Safeguarding", ()),
        ("the officer in the case", ()),
        ("", ()),
    ],
)
def test_names_of_people_are_told_from_roles_and_teams(text, names):
    assert person_names(text) == names
