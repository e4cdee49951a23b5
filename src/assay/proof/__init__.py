"""The seal and the claim."""

from assay.proof.claim import Claim, claim, without_proof
from assay.proof.stage import ProofPlan, prove

__all__ = ["Claim", "ProofPlan", "claim", "prove", "without_proof"]
