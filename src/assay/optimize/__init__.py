"""The search: advice, proposals, choice of the champion, the loop."""

from assay.optimize.advice import TEMPLATE_NAMES, Brief, Templates, shipped_template, write_advice
from assay.optimize.journal import Journal
from assay.optimize.loop import Found, Search, SearchPlan
from assay.optimize.propose import Advisor, Draft, ModelAdvisor, PersonAdvisor
from assay.optimize.replies import read_reply, reply_tags
from assay.optimize.select import Contest, contest, runner_up, tally

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
