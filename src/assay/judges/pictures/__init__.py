"""Critics: does a picture show what was asked for?"""

from assay.judges.pictures.captions import CaptionCritic
from assay.judges.pictures.clip import ClipScorer
from assay.judges.pictures.critic import Critic
from assay.judges.pictures.looking import LookingCritic
from assay.judges.pictures.pairs import PairJudge
from assay.judges.pictures.questions import QuestionCritic

__all__ = ["CaptionCritic", "ClipScorer", "Critic", "LookingCritic", "PairJudge", "QuestionCritic"]
