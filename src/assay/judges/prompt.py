"""What a judge prompt needs before it is worth asking: both responses, an item to judge by, a label."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assay.judges.labels import LabelContract, read
from assay.judges.model import RESPONSE_FIELDS
from assay.prompts.template import fields_used
from assay.records import Prompt


@dataclass(frozen=True, slots=True)
class PromptCheck:
    """What was found in a judge prompt, one sentence each.

    Attributes:
        faults: the prompt cannot be used.
        warnings: the prompt can be used and will probably disappoint.
    """

    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def check_judge_prompt(
    prompt: Prompt, item_fields: Iterable[str], contract: LabelContract | None = None
) -> PromptCheck:
    """Find what is wrong with a judge prompt, all of it at once.

    Args:
        prompt: the judge prompt.
        item_fields: names of the fields every item has.
        contract: the label contract; the default one where None.
    """
    fields = tuple(item_fields)
    label = contract or LabelContract()
    return PromptCheck(tuple(_faults(prompt, fields, label)), tuple(_warnings(prompt, fields, label)))


def _faults(prompt: Prompt, fields: tuple[str, ...], contract: LabelContract) -> Iterator[str]:
    for name in RESPONSE_FIELDS:
        if name in fields:
            yield f"the inputs have a column {name!r}, the name of a response in judge prompts: rename it"
        if not fields_used(prompt, [name]):
            yield f"the judge prompt lacks {{{name}}}: put it where the judge is to read that response"
    if prompt.prefill and read(prompt.prefill, contract).winner:
        yield "the prefill of the judge prompt already holds a label, so no reply could hold exactly one"


def _warnings(prompt: Prompt, fields: tuple[str, ...], contract: LabelContract) -> Iterator[str]:
    if fields and not fields_used(prompt, fields):
        names = ", ".join(f"{{{name}}}" for name in fields)
        yield f"the judge prompt shows no field of the input ({names}): the judge cannot see what was asked"
    text = "\n".join(prompt.templates).casefold()
    words = (contract.one, contract.two)
    labels = " or ".join(contract.written(word) for word in words)
    if not re.search(rf"<{re.escape(contract.tag)}\s*>", text, re.IGNORECASE):
        advice = f"ask it to end with {labels}, or every reply is asked for twice"
        yield f"the judge prompt never mentions <{contract.tag}>: {advice}"
    elif missing := [word for word in words if word.casefold() not in text]:
        yield f"the judge prompt never mentions {', '.join(map(repr, missing))}: ask it to end with {labels}"
