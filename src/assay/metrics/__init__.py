"""Measures of an answer against the true one.

===========  ========================================================================================
normalise    profiles: what is made alike before two texts are compared
dates        reading a date in its common written forms
text         edits, CER, WER, ANLS and exact match of one answer
absent       words that say that a field is not there
deciding     the one number in [0, 1] that decides
aggregate    the same over many answers
alignment    which characters are the same, for reports
===========  ========================================================================================
"""

from assay.metrics.absent import ABSENT_WORDS, reads_as_absent
from assay.metrics.aggregate import Aggregate, aggregate
from assay.metrics.alignment import Piece, align
from assay.metrics.dates import read_date
from assay.metrics.deciding import METRICS, DecidingMetric, mean_score, score_of
from assay.metrics.normalise import PROFILES, Profile, normalise
from assay.metrics.text import Measures, measure

__all__ = [
    "ABSENT_WORDS",
    "METRICS",
    "PROFILES",
    "Aggregate",
    "DecidingMetric",
    "Measures",
    "Piece",
    "Profile",
    "aggregate",
    "align",
    "mean_score",
    "measure",
    "normalise",
    "read_date",
    "reads_as_absent",
    "score_of",
]
