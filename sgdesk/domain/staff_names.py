"""Whether a field that holds a role or a name holds the name of a person."""

from __future__ import annotations

import re

_TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|sir|dame|lady|lord|cllr|councillor|judge|"
    r"di|ds|dc|dci|dcs|pc|ps|det|detective|insp|inspector|sgt|sergeant|constable|superintendent|"
    r"supt|sister|nurse)\.?\s+)+",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]+)*\.?")
_PARTICLES = {"al", "bin", "da", "de", "del", "der", "di", "el", "ibn", "la", "le", "van", "von"}
_MOST_WORDS = 4
_ROLES_TEXT = """
a academy adult advisor adviser agencies agency and appointed area assessment assistant at
author authority board business by care case chair chief children clerk clinical college
commissioned commissioner community conference consultant coordinator coroner council county
court deputy designated desk development director division doctor duty early education executive
family finance first for foundation gp group head health help home homes hospital hospitals
housing independent integrated interim investigating justice lead leader learning legal local
mail manager member mental midwife named national nhs nurse of office officer ofsted on other
out panel partner partners partnership partnerships pathologist performance planning police
practice practitioner press principal probation professional protection public quality recovery
register registrar representative return review reviewer reviews safeguarding school schools
scrutineer second secretariat secretary senior service services social solicitor specialist
staff strategic subgroup support surgery team tenancy the trust unit visiting visitor welfare
with worker years youth
"""
_ROLES = frozenset(_ROLES_TEXT.split())


def person_names(text: str) -> tuple[str, ...]:
    """Return the names of people in `text`, such as "Dr A Example, named doctor"; often none.

    Two to four words with capitals, none of which is a word for a role, a team or an agency.
    """
    found = []
    for piece in re.split(r"[,;/&()\n]|\s+(?:and|for|at|of|on)\s+|\s+[–-]\s+", text):
        name = _TITLES.sub("", piece.strip())
        words = name.split()
        if _is_name(words, has_title=name != piece.strip()):
            found.append(name)
    return tuple(found)


def _is_name(words: list[str], *, has_title: bool) -> bool:
    if not (1 if has_title else 2) <= len(words) <= _MOST_WORDS:
        return False
    return all(
        _NAME.fullmatch(word)
        and (word[0].isupper() or word.casefold() in _PARTICLES)
        and word.casefold().removesuffix("'s").removesuffix("’s") not in _ROLES
        for word in words
    )
