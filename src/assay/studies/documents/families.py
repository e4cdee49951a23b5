"""Families of models, guessed from their names: the seed's claim is about advisors of the answerer's own."""

import re

_FAMILIES = (
    *("qwen", "gpt", "claude", "gemini", "gemma", "llama", "mistral", "mixtral", "ministral", "pixtral"),
    *("deepseek", "internvl", "phi", "blip", "llava", "idefics", "smolvlm", "molmo", "glm", "minicpm"),
    *("grok", "command", "nova", "yi", "kimi", "hunyuan", "granite", "florence", "paligemma"),
)
_ALIASES = {"mixtral": "mistral", "ministral": "mistral", "pixtral": "mistral", "paligemma": "gemma"}
_REASONING = re.compile(r"\bo[1-9](?:-|$)")


def family_of(model: str) -> str:
    """The family a model's name tells; empty where it tells none.

    Args:
        model: as a study writes it, e.g. ``openai/Qwen2-VL-2B-Instruct``.
    """
    name = model.rpartition("/")[2].casefold()
    if model.startswith("sim/"):
        found = re.search(r"[?&]family=([^&]+)", model)
        return f"sim {found[1]}" if found else ""
    for family in _FAMILIES:
        if re.search(rf"(?<![a-z]){family}(?![a-z])", name):
            return _ALIASES.get(family, family)
    if _REASONING.search(name) or name.startswith("chatgpt"):
        return "gpt"
    return ""
