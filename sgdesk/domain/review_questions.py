"""The fixed questions of a review: purposes, criteria, circumstances, gates, quality markers.

Facts from: SI 2018/789 regulation 11 (criteria of local reviews); Working Together to Safeguard
Children 2018 and 2023 (circumstances to have regard to); guidance on Rapid Reviews (purposes);
the 18 quality markers of the Social Care Institute for Excellence and the NSPCC.
"""

from __future__ import annotations

PURPOSES = {
    "facts": "Facts: what happened, which agencies were involved, key practice episodes",
    "safety": "Immediate action to keep children safe, and learning to share at once",
    "improvements": "Improvements that safeguarding practice may need",
    "context": "Life of the child and the family, racism and other inequalities included",
    "next_steps": "What comes next, and whether a local review",
}
CRITERIA = {
    "improvements_needed": "It highlights, or may highlight, improvements that are needed",
    "recurrent_themes": "It shows recurrent themes in safeguarding children",
    "working_together": "It raises concern about how two or more agencies worked together",
    "panel_concluded": "The Panel concluded that a local review may be more appropriate",
}
CIRCUMSTANCES = {
    "single_agency": "Concern about the actions of one agency alone",
    "no_agency": "No agency was involved, and that gives cause for concern",
    "several_areas": "More than one authority, police area or care board; families who moved",
    "institution": "Children in institutional settings",
}
PUBLICATION_GATES = {
    "legal_check": "Legal check of the report",
    "final_sign_off": "Signed off by the three safeguarding partners",
    "copy_sent": "Full report sent to the Panel and the Secretary of State",
    "family_told": "Family told of the date, and shown the report",
    "staff_told": "Practitioners who were involved told of the date",
    "agencies_told": "Agencies told, with lines to take",
    "press_statement": "Press statement approved",
    "briefing_ready": "Briefing and presentation ready",
    "identity_checked": "Checked for anything that identifies the child",
    "web_slot": "Place and time on the website agreed",
}
QUALITY_MARKERS = {
    "referral": "Referral",
    "decision": "Decision what kind of review",
    "members": "Advising the safeguarding partners",
    "family_told": "Informing the family",
    "purpose": "Clarity of purpose",
    "commissioning": "Commissioning",
    "governance": "Governance",
    "management": "Management of the process",
    "parallel": "Parallel processes",
    "information": "Assembling information",
    "practitioners": "Involvement of practitioners",
    "family": "Involvement of the family",
    "analysis": "Analysis",
    "report": "The report",
    "improvement": "Improvement action",
    "response": "Written response",
    "publication": "Publication",
    "evaluation": "Implementation and evaluation",
}
