"""``assay ask``: one question to one model, with or without pictures."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assay.cli.common import JsonOption, StoreOption, emit, open_store, say

if TYPE_CHECKING:
    from assay.api.asking import Asked, AskedAnswer, Asking
    from assay.records import Prompt


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("ask")(ask)


def ask(
    model: Annotated[str, typer.Option("--model", help="Model that answers, e.g. openai/gpt-5-mini.")],
    prompt: Annotated[str | None, typer.Option("--prompt", help="What to say.", metavar="TEXT")] = None,
    prompt_file: Annotated[
        Path | None,
        typer.Option("--prompt-file", help="The same from a file (.txt, .md, .yaml).", metavar="FILE"),
    ] = None,
    image: Annotated[
        list[Path] | None,
        typer.Option("--image", help="Picture or PDF to show; may be given several times.", metavar="FILE"),
    ] = None,
    page: Annotated[int, typer.Option(help="Page of a PDF or TIFF, from 1.", min=1)] = 1,
    system: Annotated[str | None, typer.Option(help="System part of the prompt.", metavar="TEXT")] = None,
    base_url: Annotated[
        str | None,
        typer.Option(help="Where the model is served, e.g. http://localhost:11434/v1.", metavar="URL"),
    ] = None,
    api_key_env: Annotated[
        str | None, typer.Option(help="Environment variable that holds the key.", metavar="NAME")
    ] = None,
    option: Annotated[
        list[str] | None,
        typer.Option(
            help="Option of the provider, e.g. device=cuda; may be given several times.", metavar="NAME=VALUE"
        ),
    ] = None,
    max_tokens: Annotated[int, typer.Option(help="Most tokens of an answer.", min=1)] = 1024,
    temperature: Annotated[float | None, typer.Option(help="Not sent unless given.", min=0.0)] = None,
    samples: Annotated[int, typer.Option(help="How many answers, each a fresh draw.", min=1, max=100)] = 1,
    longest_side: Annotated[
        int | None, typer.Option(help="Pixels of a picture's longer side at most.", min=1)
    ] = None,
    max_usd: Annotated[float | None, typer.Option(help="Cap on dollars.", min=0.0)] = None,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Ask one model one thing, with or without pictures, and print its answer.

    The answer goes to stdout; what was sent and what it cost goes to stderr. Answers are kept in the store:
    asking the same again costs nothing.
    """
    from assay.api.asking import Asking
    from assay.api.asking import ask as asked
    from assay.api.running import run_sync
    from assay.data.pictures import Preparation
    from assay.data.text_files import require_file
    from assay.records import Settings

    asking = Asking(
        model=model,
        prompt=_prompt(prompt, prompt_file, system),
        # Looked for here, so that a slip of the pen leaves no store behind.
        images=tuple(require_file(path) for path in image or ()),
        page=page,
        preparation=Preparation(longest_side=longest_side),
        settings=Settings(max_tokens=max_tokens, temperature=temperature),
        samples=samples,
        base_url=base_url,
        api_key_env=api_key_env,
        options=_options(option or []),
        max_usd=max_usd,
    )
    with open_store(store) as opened:
        found = run_sync(asked(asking, opened))
    if json_:
        emit(found.to_data())
    else:
        _show(asking, found)


def _prompt(text: str | None, file: Path | None, system: str | None) -> "Prompt":
    from assay.errors import UsageError
    from assay.prompts.files import read_prompt
    from assay.records import Prompt

    if (text is None) == (file is None):
        came = "both came" if text is not None else "none came"
        raise UsageError(f"what shall be asked? Give --prompt or --prompt-file; {came}")
    if file is not None:
        prompt = read_prompt(file)
        return prompt.replaced({"system": system}) if system else prompt
    if not (text or "").strip():
        raise UsageError("--prompt is empty; write what shall be asked")
    return Prompt.simple(text or "", system=system)


def _options(given: list[str]) -> dict[str, Any]:
    """Options as a study file would hold them: numbers are numbers."""
    from assay.data.strict_yaml import parse_yaml
    from assay.errors import DataError, UsageError

    wrong = [each for each in given if not each.partition("=")[0] or "=" not in each]
    if wrong:
        raise UsageError(f"--option {', '.join(wrong)}: options are written NAME=VALUE")
    pairs = [each.partition("=") for each in given]
    return {name: parse_yaml(f"--option {name}", value, DataError) for name, _, value in pairs}


def _show(asking: "Asking", found: "Asked") -> None:
    from assay.report.words import is_simulation, paid

    for picture in found.pictures:
        was = (picture.source_width, picture.source_height)
        made_smaller = (
            f", made smaller from {was[0]} x {was[1]}" if was != (picture.width, picture.height) else ""
        )
        say(
            f"sent {picture.file}: {picture.width} x {picture.height} pixels{made_smaller}, "
            f"{picture.media_type.partition('/')[2].upper()}, {picture.size:,} bytes"
        )
        for note in picture.notes:
            say(f"note: {picture.file}: {note}")
    for answer in found.answers:
        typer.echo(answer.text)
        say(_about(answer, len(found.answers)))
    known = [answer.usd for answer in found.answers]
    nominal = None if None in known else sum(usd or 0.0 for usd in known)
    say(f"{paid(nominal, found.paid_usd)} paid; run {found.run}")
    if is_simulation(asking.model):
        say("Embedded models (sim/...) are simulations: they show the tool, not a model.")


def _about(answer: "AskedAnswer", of: int) -> str:
    """One line on an answer: tokens, price, time, and how it ended where it did not end by itself."""
    from assay.report.words import dollars

    told = [
        f"{answer.input_tokens:,} tokens in, {answer.output_tokens:,} out",
        dollars(answer.usd),
        "cached" if answer.cached else f"{answer.seconds:.1f} s",
    ]
    endings = {
        "length": "cut off at --max-tokens",
        "refused": "the model declined to answer",
        "other": "ended for another reason",
    }
    told += [endings[answer.finish]] if answer.finish in endings else []
    number = f"answer {answer.sample + 1} of {of}: " if of > 1 else ""
    return number + ", ".join(told)
