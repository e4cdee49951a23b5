"""``assay scenes``: the embedded world of drawn shapes: draw, train its networks again, check them."""

import math
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assay.cli.common import JsonOption, emit, say, show

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.table import Table

_LARGER = 12


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        no_args_is_help=True,
        help="The embedded world of drawn shapes: draw from a prompt, train its networks again, check them.",
    )
    group.command("draw")(draw)
    group.command("train")(train)
    group.command("check")(check)
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


def check(
    folder: Annotated[
        Path | None, typer.Option("--folder", help="Of the networks; by default those that come with Assay.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Of the scenes they are measured on.")] = 1,
    json_: JsonOption = False,
) -> None:
    """Measure the networks again, as the model card has it, on scenes that no training saw."""
    from assay.api.scenes import check_scenes

    found = check_scenes(folder, seed=seed, tell=_tell)
    if json_:
        emit(found.to_data())
        return
    for name in found.changed:
        say(f"note: {name} is not the file that weights.json lists")
    _show(found.figures)


def train(
    folder: Annotated[
        Path, typer.Option("--folder", help="Gets the networks; what is there already is not trained again.")
    ] = Path("scene-world"),
    minutes: Annotated[float, typer.Option(help="About how many minutes of one core.", min=0.01)] = 10.0,
    seed: Annotated[int, typer.Option(help="Of everything.")] = 1,
    json_: JsonOption = False,
) -> None:
    """Train the networks again, from drawn scenes, and measure them; needs the extra `train`.

    The folder gets the networks, weights.json with the hash of each, and model_card.md. The networks that
    come with Assay stay as they are.
    """
    from assay.training.scenes import train_scene_world

    world = train_scene_world(folder, seed=seed, tell=_tell, minutes=minutes)
    if json_:
        from assay.api.scenes import CheckedScenes

        told = CheckedScenes(folder, (), world.figures).to_data()
        emit({**told, "files": dict(world.files), "cpu_seconds": dict(world.cpu_seconds)})
        return
    _show(world.figures)
    typer.echo(f"Wrote {folder} and {folder / 'model_card.md'}; measure it again with:")
    typer.echo(f"  assay scenes check --folder {folder}")


def _tell(line: str) -> None:
    """A line of progress, without the figures that are shown at the end."""
    say(line.partition(" {")[0])


def _show(figures: "Mapping[str, Any]") -> None:
    for part, rows in figures.items():
        show(_table(part, rows))


def _table(part: str, rows: "Mapping[str, Any]") -> "Table":
    """Figures of one network: by wording in columns where there are several of each, else one a line."""
    from rich.box import SIMPLE
    from rich.table import Table

    columns = [name for it in rows.values() if isinstance(it, dict) for name in it if name != "by kind"]
    heads = list(dict.fromkeys(columns)) or ["value"]
    table = Table(title=part, title_justify="left", box=SIMPLE, padding=(0, 1))
    table.add_column("", overflow="fold")
    for head in heads:
        table.add_column(head, justify="right")
    for name, it in rows.items():
        values = [it.get(head) for head in heads] if isinstance(it, dict) else [it]
        table.add_row(name, *("" if it is None or math.isnan(it) else f"{it:.4g}" for it in values))
    return table
