"""``assay scenes``: the embedded world of drawn shapes: draw, train its networks again, check them."""

from pathlib import Path
from typing import Annotated

import typer

from assay.cli.common import JsonOption, emit, say

_LARGER = 12


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        no_args_is_help=True,
        help="The embedded world of drawn shapes: draw from a prompt, train its networks again, check them.",
    )
    group.command("draw")(draw)
    app.add_typer(group, name="scenes")


def draw(
    prompt: Annotated[
        str, typer.Argument(help="e.g. a small red circle above a large blue square on a white background.")
    ],
    out: Annotated[Path, typer.Option("--out", help="PNG to write; others are numbered.")] = Path(
        "scene.png"
    ),
    seed: Annotated[int, typer.Option(help="Of the first picture; the others follow it.")] = 1,
    count: Annotated[int, typer.Option(help="How many pictures.", min=1, max=100)] = 1,
    guidance: Annotated[
        float | None, typer.Option(help="How strongly a picture is held to the prompt.", min=0)
    ] = None,
    larger: Annotated[
        int, typer.Option(help="Times as wide as drawn; 1 for the picture itself.", min=1, max=64)
    ] = _LARGER,
    json_: JsonOption = False,
) -> None:
    """Draw a prompt with the embedded generator, and say what the embedded captioner sees in it."""
    from assay.api.running import run_sync
    from assay.api.scenes import draw_scenes
    from assay.data.csv_writing import write_whole
    from assay.errors import UsageError

    if not prompt.strip():
        raise UsageError("the prompt is blank; write what shall be drawn")
    if out.suffix.lower() != ".png":
        raise UsageError(f"--out {out}: a PNG is written; give it a name that ends in .png")
    found = run_sync(draw_scenes(prompt, seed=seed, count=count, guidance=guidance))
    written = []
    for number, scene in enumerate(found):
        path = out if len(found) == 1 else out.with_stem(f"{out.stem}-{number + 1}")
        write_whole(path, scene.enlarged(larger), overwrite=True)
        written.append({**scene.to_data(), "path": str(path)})
        if not json_:
            typer.echo(f"{path}: {scene.caption}")
    if json_:
        emit({"prompt": prompt, "pictures": written})
    elif any(scene.cut for scene in found):
        say("note: the prompt is longer than the generator reads; its end was cut off")
