"""Words that plain-English hints speak of: who is blamed, what is abbreviated, what is jargon.

The advice follows what safeguarding partnerships publish for those who write about children: no
blame, no word that makes a child answer for the harm done to them, and no word that only
professionals read.
"""

from __future__ import annotations

BLAME: tuple[tuple[str, str], ...] = (
    (
        r"(?:failed|fails|failing|failure) to",
        "says who is to blame, not why. Say what was not done and what made it hard.",
    ),
    (
        r"refused|refuses|refusal(?: to)?",
        "closes the question. Say what was offered, and what the person said or chose.",
    ),
    (
        r"non-?compli(?:ant|ance)|not compliant|did not comply|disguised compliance",
        "judges the person. Say what was asked, what was done, and what got in the way.",
    ),
    (
        r"(?:did|does|do|would) not engage|(?:difficult|hard|reluctant) to engage",
        "puts it on the family. Say what was offered, how, and what got in the way.",
    ),
    (
        r"(?:non-?|dis)engage(?:ment|d)",
        "puts it on the family. Say what was offered, how, and what got in the way.",
    ),
    (
        r"hard[-\s]to[-\s]reach",
        "is what services are, not people. Say which service did not reach whom.",
    ),
    (
        r"(?:should|ought to) have",
        "looks back with what is known today. Say what was known then and what helps next time.",
    ),
    (
        r"missed (?:an? )?opportunit(?:y|ies)",
        "looks back with what is known today. Say what could be seen then, and by whom.",
    ),
    (
        r"did not attend|failed appointments?",
        "A child cannot come alone: say “was not brought”, and what got in the way.",
    ),
    (r"claim(?:s|ed) that|claimed to", "sounds like disbelief. Say “said”."),
    (
        r"chaotic|dysfunctional|toxic|troubled famil(?:y|ies)|broken home",
        "is a label. Say what an ordinary day was like for the child.",
    ),
    (
        r"manipulative|attention[-\s]seeking",
        "is a label. Say what the child did, and what it may have told us.",
    ),
)
"""Patterns for whole words, and what comes after the words in a hint."""

VICTIM: tuple[tuple[str, str], ...] = (
    (
        r"put(?:s|ting)? (?:him|her|them)sel(?:f|ves) (?:at|in) (?:\w+ )?(?:risk|danger)",
        "makes the child answer for the harm. Say who or what put the child at risk.",
    ),
    (
        r"promiscu(?:ous|ity)|child prostitut\w*|prostitut(?:ing|ed) (?:her|him|them)sel(?:f|ves)",
        "A child cannot consent to abuse: say “was sexually exploited”.",
    ),
    (
        r"lifestyle choices?|risky lifestyles?|chose to (?:go missing|return to)",
        "makes harm a choice. Say what pulled or pushed the child there.",
    ),
    (
        r"streetwise|street[-\s]wise|mature for (?:his|her|their) (?:age|years)",
        "hides that this is a child. Say how old the child was and what the child needed.",
    ),
    (r"abscond(?:s|ed|ing)?|absconder", "is a word for offenders. Say “went missing”."),
    (r"child porn(?:ography)?", "Say “images of child sexual abuse”."),
    (
        r"domestic dispute|volatile relationship|domestics",
        "hides who harmed whom. Say who did what to whom.",
    ),
    (r"commit(?:s|ted)? suicide", "is a word for crimes. Say “died by suicide”."),
    (r"drug runners?|running drugs", "Say “was exploited to carry drugs”."),
    (r"(?:drug )?addicts?|alcoholics?", "is a label. Say “a parent who used” it, and how often."),
)
"""As `BLAME`: words that make a child or a victim answer for what was done to them."""

SHORT_FORMS: dict[str, str] = {
    "ACE": "adverse childhood experience",
    "CAMHS": "child and adolescent mental health services",
    "CCE": "child criminal exploitation",
    "CDOP": "child death overview panel",
    "CIN": "child in need",
    "CPP": "child protection plan",
    "CSC": "children’s social care",
    "CSE": "child sexual exploitation",
    "DSL": "designated safeguarding lead",
    "EHCP": "education, health and care plan",
    "FGM": "female genital mutilation",
    "ICB": "integrated care board",
    "ICPC": "initial child protection conference",
    "IDVA": "independent domestic violence adviser",
    "IRO": "independent reviewing officer",
    "LAC": "child in care",
    "LADO": "local authority designated officer",
    "LCSPR": "local child safeguarding practice review",
    "MAPPA": "multi-agency public protection arrangements",
    "MARAC": "multi-agency risk assessment conference",
    "MASH": "multi-agency safeguarding hub",
    "NRM": "national referral mechanism",
    "PLO": "public law outline",
    "SCR": "serious case review",
    "SEND": "special educational needs and disabilities",
    "SUDI": "sudden unexpected death in infancy",
    "TAF": "team around the family",
    "UASC": "unaccompanied asylum-seeking child",
    "YJS": "youth justice service",
}
"""What short forms of the trade stand for."""

_COMMON = """
AM BBC BSL CD DNA DVD EU GCSE GP HIV ID II III IT IV IX LGBT NHS OK PDF PM PS QR TV UK USA VI VII
VIII XI XII
"""
COMMON_FORMS = frozenset(_COMMON.split())
"""Short forms that everybody reads, and numbers in Roman letters."""
