"""The seal and the claim."""

from assay.proof.claim import Claim, claim, no_champion
from assay.proof.stage import ProofPlan, group_hashes, prove

__all__ = ["Claim", "ProofPlan", "claim", "group_hashes", "no_champion", "prove"]
