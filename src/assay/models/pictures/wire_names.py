"""Settings an images endpoint takes beside OpenAI's own, and what it calls them."""

from collections.abc import Mapping, Sequence

from assay.data.near import did_you_mean
from assay.errors import FaultsError

USUAL: Mapping[str, str] = {
    "seed": "seed",
    "steps": "num_inference_steps",
    "guidance": "guidance_scale",
    "negative": "negative_prompt",
}
"""Names that vLLM-Omni and SGLang use; others differ, e.g. LocalAI's ``step``."""


def wire_names(takes: str | Sequence[str], who: str) -> dict[str, str]:
    """Setting to wire name, from ``seed, steps=step`` or a list of such entries.

    Args:
        takes: settings the server takes; behind ``=`` what it calls one, if not as usual.
        who: the model's name, for messages.

    Raises:
        FaultsError: a setting that is not known, or one without a name; names all.
    """
    entries = takes.split(",") if isinstance(takes, str) else list(takes)
    pairs = [tuple(part.strip() for part in entry.partition("=")) for entry in entries if entry.strip()]
    faults = [
        f"{name!r} is no setting{did_you_mean(name, USUAL)}; allowed are {', '.join(USUAL)}"
        for name, _, _ in pairs
        if name not in USUAL
    ]
    faults += [f"{name}= has no name behind it" for name, sign, wire in pairs if sign and not wire]
    if faults:
        raise FaultsError(f"{who}: takes", faults)
    return {name: wire or USUAL[name] for name, _, wire in pairs}
