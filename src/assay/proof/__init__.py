"""The seal and the claim."""

from assay.proof.claim import Claim, claim, without_proof
from assay.proof.stage import ProofPlan, group_hashes, prove

__all__ = ["Claim", "ProofPlan", "claim", "group_hashes", "prove", "without_proof"]
