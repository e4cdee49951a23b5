"""What the judge sees of a response: all of it, what stands in a tag, or a regular expression's group.

A specification is a mapping, as a study writes it::

    {"tag": "questions"}
    {"regex": "Answer: (.*)", "group": 1, "otherwise": "empty"}

``otherwise`` says what the judge sees where nothing matches: the ``whole`` response (the default) or nothing
(``empty``).

Python's ``re`` has no time limit, so patterns that can take exponential time are faults (see
:mod:`assay.prompts.regex_safety`). Patterns of polynomial time, such as ``a.*b.*c.*d`` on a response of many
thousand letters "a", are not recognised.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from assay.data.near import did_you_mean
from assay.prompts.regex_safety import danger

_KEYS = ("tag", "regex", "group", "otherwise")
_OTHERWISE = ("whole", "empty")
_TAG_NAME = re.compile(r"[A-Za-z_][\w.-]*")


def check_spec(spec: object) -> list[str]:
    """Every fault of a specification, one sentence each; none for None, which shows everything.

    Args:
        spec: what a study holds for it.
    """
    if spec is None:
        return []
    if not isinstance(spec, Mapping):
        return [f"a mapping with tag or regex is needed, not {type(spec).__name__}"]
    faults = [
        f"unknown key {key!r}; allowed are {', '.join(_KEYS)}{did_you_mean(str(key), _KEYS)}"
        for key in spec
        if key not in _KEYS
    ]
    if ("tag" in spec) == ("regex" in spec):
        faults.append("exactly one of tag and regex is needed")
    if "tag" in spec and not (isinstance(spec["tag"], str) and _TAG_NAME.fullmatch(spec["tag"])):
        faults.append(f"tag is {spec['tag']!r}; it must be a name without brackets, such as questions")
    if "regex" in spec:
        faults += _regex_faults(spec["regex"], spec.get("group", 0))
    elif "group" in spec:
        faults.append("group belongs to regex")
    if spec.get("otherwise", "whole") not in _OTHERWISE:
        faults.append(f"otherwise is {spec['otherwise']!r}; allowed are {', '.join(_OTHERWISE)}")
    return faults


def _regex_faults(source: object, group: object) -> list[str]:
    if not isinstance(source, str) or not source:
        return [f"regex is {source!r}; it must be a pattern in quotes"]
    try:
        pattern = re.compile(source)
    except (re.error, OverflowError, RecursionError) as problem:
        return [f"regex {source!r} is not a pattern: {problem}"]
    faults = []
    names = list(pattern.groupindex)
    by_number = isinstance(group, int) and not isinstance(group, bool) and 0 <= group <= pattern.groups
    if not by_number and group not in names:
        allowed = f"0 to {pattern.groups}" + (f" or {', '.join(names)}" if names else "")
        faults.append(f"group is {group!r}; regex {source!r} has {allowed}")
    unsafe = danger(source)
    return [*faults, f"regex {source!r} can take exponential time: {unsafe}"] if unsafe else faults


def apply(spec: Mapping[str, Any] | None, text: str) -> str:
    """Cut out of a response what the judge sees.

    A tag gives what stands in the last complete ``<tag>...</tag>`` or, where a stop sequence or the token
    cap took the closing tag, what follows the last opening one; attributes in the opening tag are allowed and
    white space around the content goes. A regular expression gives its first match's group, exactly; a group
    that took no part in the match is no match.

    Args:
        spec: as :func:`check_spec` accepts it; None shows everything.
        text: prefill + continuation.
    """
    if spec is None:
        return text
    found = _in_tag(spec["tag"], text) if "tag" in spec else _in_group(spec, text)
    if found is not None:
        return found
    return text if spec.get("otherwise", "whole") == "whole" else ""


@lru_cache(maxsize=64)
def _opening(tag: str) -> re.Pattern[str]:
    return re.compile(rf"<{re.escape(tag)}(?:\s[^<>]*)?>")


def _in_tag(tag: str, text: str) -> str | None:
    closing = f"</{tag}>"
    last = text.rfind(closing)
    openings = [match.end() for match in _opening(tag).finditer(text)]
    closed = [end for end in openings if end <= last]
    if closed:
        return text[closed[-1] : text.index(closing, closed[-1])].strip()
    return text[openings[-1] :].strip() if openings else None


def _in_group(spec: Mapping[str, Any], text: str) -> str | None:
    match = re.search(spec["regex"], text)
    return match[spec.get("group", 0)] if match else None
