"""Prompt templates: files, rendering, differences, checks on model-written prompts."""

from assay.prompts.admission import identities, refusal
from assay.prompts.diff import DiffLine, PartDiff, Segment, diff_lines, diff_prompts, diff_text
from assay.prompts.files import (
    prompt_from_mapping,
    prompt_from_yaml,
    prompt_to_text,
    prompt_to_yaml,
    read_prompt,
)
from assay.prompts.template import (
    Suspicion,
    fields_used,
    prefill_is_trimmed,
    render,
    render_prompt,
    suspicious_fields,
)
from assay.prompts.tokens import estimate_tokens

__all__ = [
    "DiffLine",
    "PartDiff",
    "Segment",
    "Suspicion",
    "diff_lines",
    "diff_prompts",
    "diff_text",
    "estimate_tokens",
    "fields_used",
    "identities",
    "prefill_is_trimmed",
    "prompt_from_mapping",
    "prompt_from_yaml",
    "prompt_to_text",
    "prompt_to_yaml",
    "read_prompt",
    "refusal",
    "render",
    "render_prompt",
    "suspicious_fields",
]
