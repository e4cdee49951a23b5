"""The library: run a study, optimise a prompt, compare two, in a few lines."""

from assay.api.clarity_result import ClarityResult
from assay.api.clarity_runs import run_clarity
from assay.api.document_library import optimize_documents
from assay.api.document_runs import DocumentResult
from assay.api.library import compare, optimize
from assay.api.picture_library import optimize_image, optimize_images, run_images
from assay.api.picture_result import ImageResult, ImagesResult
from assay.api.result import Cost, Result
from assay.api.running import run_study

__all__ = [
    "ClarityResult",
    "Cost",
    "DocumentResult",
    "ImageResult",
    "ImagesResult",
    "Result",
    "compare",
    "optimize",
    "optimize_documents",
    "optimize_image",
    "optimize_images",
    "run_clarity",
    "run_images",
    "run_study",
]
