"""Options of the commands about pictures, and what they say in the words of a study file."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer


def _model(role: str, text: str) -> Any:
    return typer.Option(f"--{role}", help=text, metavar="MODEL")


Generator = Annotated[
    str | None, _model("generator", "Model that makes pictures, e.g. diffusers/weights/sd or openai/<model>.")
]
Critic = Annotated[str | None, _model("critic", "Model that sees pictures, e.g. openai/gpt-5-mini.")]
Rewriter = Annotated[str | None, _model("rewriter", "Model that writes better prompts.")]
Captioner = Annotated[
    str | None, _model("captioner", "Model that describes pictures; by default the critic.")
]
Comparer = Annotated[str | None, _model("comparer", "Model that asks and compares; by default the rewriter.")]
Encoder = Annotated[
    str | None, _model("encoder", "Model that CLIPScore is computed with, e.g. clip/<folder>.")
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        help="Any other field of a study file, e.g. models.critic.base_url=http://localhost:8000/v1 or "
        "loop.seeds=same; may be given several times.",
        metavar="FIELD=VALUE",
    ),
]
Cycles = Annotated[
    int, typer.Option("--cycles", help="Most prompts tried, the request itself among them.", min=1)
]
Pictures = Annotated[int, typer.Option("--pictures", help="Pictures for each prompt.", min=1)]
Describe = Annotated[
    str,
    typer.Option("--describe", help="How pictures are looked at: questions, caption or look.", metavar="HOW"),
]
Select = Annotated[
    str,
    typer.Option(
        "--select",
        help="How the picture is chosen: first, last, stopped, critic, clip, captions or pairs.",
        metavar="HOW",
    ),
]
AllCycles = Annotated[
    bool,
    typer.Option("--all-cycles", help="Go through every cycle and note where the loop would have stopped."),
]
NoControl = Annotated[
    bool, typer.Option("--no-control", help="Make no pictures of the unchanged prompt to compare with.")
]
Guidance = Annotated[float | None, typer.Option("--guidance", help="Guidance of the generator.", min=0)]
Steps = Annotated[int | None, typer.Option("--steps", help="Steps of the generator.", min=1)]
Size = Annotated[
    str | None, typer.Option("--size", help="Width and height in pixels, e.g. 512x512.", metavar="WxH")
]
Negative = Annotated[
    str | None, typer.Option("--negative", help="What the picture should not show.", metavar="TEXT")
]
Seed = Annotated[int, typer.Option("--seed", help="Seed of every draw.")]
StopScore = Annotated[
    float | None, typer.Option("--stop-score", help="Critic's score from which to stop, above 0 to 1.")
]
Plateau = Annotated[
    int, typer.Option("--plateau", help="Stop after so many cycles without a higher score; 0: never.", min=0)
]
History = Annotated[
    int, typer.Option("--history", help="Most earlier prompts that the rewriter is shown.", min=0)
]
Examples = Annotated[
    Path | None,
    typer.Option("--examples", help="File with worked examples for the rewriter.", metavar="FILE"),
]
Off = Annotated[
    list[str] | None,
    typer.Option(
        "--off",
        help="Block of the rewriting template to switch off: format, brief, plain_words, caption, history or "
        "examples; may be given several times.",
        metavar="BLOCK",
    ),
]
Style = Annotated[
    str,
    typer.Option(
        "--style", help="instruct, or completion for a rewriter that is a base model.", metavar="STYLE"
    ),
]
Templates = Annotated[
    list[str] | None,
    typer.Option(
        "--template",
        help="A text of your own for rewrite, verdict, select, questions, answer, look, caption or pairs; "
        "may be given several times.",
        metavar="NAME=FILE",
    ),
]


def fields_of(given: Sequence[str]) -> dict[str, Any]:
    """Fields of a study file by their dotted names; values as YAML reads them.

    Raises:
        UsageError: one is not written as it must be; every fault at once.
    """
    from assay.data.strict_yaml import parse_yaml
    from assay.errors import DataError, FaultsError

    faults: list[str] = []
    pairs = _pairs("--set", given, faults)
    if faults:
        raise FaultsError("assay images", faults)
    return {name: parse_yaml(f"--set {name}", value, DataError) for name, value in pairs}


def loop_of(given: Mapping[str, Any]) -> dict[str, Any]:
    """The section ``loop`` of a study file.

    Args:
        given: values by the names of the command's arguments.

    Raises:
        UsageError: a size or a template that is not written as it must be; every fault at once.
    """
    from assay.errors import FaultsError

    faults: list[str] = []
    width, height = _size(given["size"], faults)
    templates = dict(_pairs("--template", given["templates"] or (), faults))
    if faults:
        raise FaultsError("assay images", faults)
    picture = {
        "width": width,
        "height": height,
        "steps": given["steps"],
        "guidance": given["guidance"],
        "negative": given["negative"],
    }
    return {
        **{name: given[name] for name in ("cycles", "pictures", "describe", "select", "history", "style")},
        "stop": {"score": given["stop_score"], "plateau": given["plateau"] or None},
        "after_stop": "goes-on" if given["all_cycles"] else "ends",
        "examples": str(given["examples"]) if given["examples"] is not None else None,
        "off": list(given["off"] or ()),
        "picture": picture,
        "templates": templates,
    }


def _pairs(option: str, given: Iterable[str], faults: list[str]) -> list[tuple[str, str]]:
    found = []
    for text in given:
        name, sign, value = text.partition("=")
        if sign and name.strip() and value.strip():
            found.append((name.strip(), value.strip()))
        else:
            faults.append(f"{option} {text!r}: NAME=VALUE is needed")
    return found


def _size(text: str | None, faults: list[str]) -> tuple[int | None, int | None]:
    if text is None:
        return None, None
    width, sign, height = text.lower().partition("x")
    if sign and width.strip().isdecimal() and height.strip().isdecimal():
        return int(width), int(height)
    faults.append(f"--size {text!r}: width and height in pixels are needed, e.g. 512x512")
    return None, None


_ROLES = ("generator", "critic", "rewriter", "captioner", "comparer", "encoder")
_LOOP = ("cycles", "pictures", "describe", "select", "history", "examples", "off", "style")
_OPTIONS = {
    **{f"models.{role}": f"--{role}" for role in _ROLES},
    **{f"loop.{name}": f"--{name}" for name in _LOOP},
    **{f"loop.picture.{name}": f"--{name}" for name in ("steps", "guidance", "negative")},
    "loop.picture.width": "--size",
    "loop.picture.height": "--size",
    "loop.stop.score": "--stop-score",
    "loop.stop.plateau": "--plateau",
    "caps.usd": "--max-usd",
    "caps.calls": "--max-calls",
    "caps.tokens": "--max-tokens",
}
"""Options by the field of a study file that they set; other fields are set with ``--set``."""

_FIELD = re.compile(r"\b(?<![\w./])(?:models|loop|evaluate|caps)(?:\.\w+)+(?P<value>: (?=\w))?")


def as_options(text: str) -> str:
    """A message about fields of a study file, told in the options that set them.

    A field that no option sets is told with ``--set``. A message begins with the field it is about; in the
    middle of one a field may be followed by a value.
    """
    return _FIELD.sub(_as_option, text)


def _as_option(found: re.Match[str]) -> str:
    value = found["value"] or ""
    field = found[0].removesuffix(value)
    given = bool(value) and found.start() > 0
    if field.startswith("loop.templates."):
        return f"--template {field.removeprefix('loop.templates.')}{'=' if given else value}"
    if field in _OPTIONS:
        return f"{_OPTIONS[field]}{' ' if given else value}"
    return f"--set {field}{'=' if given else value}"
