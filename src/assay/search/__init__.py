"""The search: advice, proposals, choice of the champion, the loop."""

from assay.search.advice import TEMPLATE_NAMES, Brief, Templates, shipped_template, write_advice
from assay.search.journal import Journal
from assay.search.loop import Found, Search, SearchPlan
from assay.search.propose import Advisor, Draft, ModelAdvisor, PersonAdvisor
from assay.search.replies import read_reply, reply_tags
from assay.search.select import Contest, contest, runner_up, tally

__all__ = [
    "TEMPLATE_NAMES",
    "Advisor",
    "Brief",
    "Contest",
    "Draft",
    "Found",
    "Journal",
    "ModelAdvisor",
    "PersonAdvisor",
    "Search",
    "SearchPlan",
    "Templates",
    "contest",
    "read_reply",
    "reply_tags",
    "runner_up",
    "shipped_template",
    "tally",
    "write_advice",
]
