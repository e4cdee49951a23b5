"""``assay judge check``: is the judge to be trusted?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assay.cli import study_options
from assay.cli.common import JsonOption, Screen, StoreOption, emit, open_store, show

if TYPE_CHECKING:
    from assay.judges.check import GoldPair
    from assay.studies.study import Study

_ROWS = (
    ("agreement", "agreement"),
    ("agreement_one_shown_first", "  one shown first"),
    ("agreement_two_shown_first", "  two shown first"),
    ("same_in_both_orders", "same in both orders"),
    ("shown_first_share", "shown first wins"),
    ("shown_first_p", "  p"),
    ("longer_share", "longer wins"),
    ("ties", "ties"),
    ("unparsed", "unparsed"),
)


def register(app: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Look at the judge.", rich_markup_mode=None)
    group.command("check")(check)
    app.add_typer(group, name="judge")


def check(
    study: Annotated[
        str | None, typer.Argument(metavar="[STUDY]", help="A study file, whose judge is asked now.")
    ] = None,
    verdicts: Annotated[
        Path | None,
        typer.Option(help="Recorded verdicts on pairs with gold labels (JSON Lines); asks nobody."),
    ] = None,
    gold: Annotated[
        Path | None, typer.Option(help="Pairs with gold labels (JSON Lines) to ask the study's judge about.")
    ] = None,
    field: Annotated[
        str | None, typer.Option(help="Field of the judge prompt that takes 'input' of the gold pairs.")
    ] = None,
    items: Annotated[
        int, typer.Option(help="Inputs the first prompt answers twice for self-play.", min=0)
    ] = 20,
    answerer: study_options.Answerer = None,
    judge: study_options.Judge = None,
    max_usd: study_options.MaxUsd = None,
    max_calls: study_options.MaxCalls = None,
    max_tokens: study_options.MaxTokens = None,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Agreement with gold labels, position bias, ties, unreadable replies, length preference, self-play.

    With --verdicts: from recorded verdicts. With STUDY: asks its judge, within the study's caps; what is paid
    here is not paid again by a run. Options replace what the study file says.
    """
    from assay.errors import UsageError

    if (study is None) == (verdicts is None):
        raise UsageError("give either a study file (asks its judge) or --verdicts FILE (asks nobody)")
    if verdicts is not None:
        _offline(verdicts, json_)
        return
    loaded = study_options.load(
        str(study),
        answerer=answerer,
        judge=judge,
        max_usd=max_usd,
        max_calls=max_calls,
        max_tokens=max_tokens,
    )
    _live(loaded, gold, field, items, store, json_)


def _offline(path: Path, json_: bool) -> None:
    from assay.data.text_files import require_file
    from assay.interop.recorded import read_checked_pairs
    from assay.judges.check import judge_figures

    found = {
        name: judge_figures(pairs).to_data() for name, pairs in read_checked_pairs(require_file(path)).items()
    }
    if json_:
        emit({"judges": found})
    else:
        show(_table(found))


def _live(
    study: "Study", gold: Path | None, field: str | None, items: int, url: str | None, json_: bool
) -> None:
    from assay.api.running import run_sync
    from assay.studies.checking import check_study_judge
    from assay.studies.stage import Options

    pairs = _pairs(study, gold, field)
    with open_store(url) as opened, Screen() as screen:
        options = Options(tell=screen.tell, say=screen.say)
        found = run_sync(check_study_judge(study, opened, pairs, items=items, options=options))
    name = str((found.ran.run.outcome or {}).get("judge", "judge"))
    figures = {name: found.gold.to_data()} if found.gold else {}
    self_play = found.self_play.to_data() if found.self_play else None
    if json_:
        emit({"judges": figures, "self_play": {name: self_play}, "run": found.ran.run.id})
        return
    if figures:
        show(_table(figures))
    if self_play:
        show(_self_play(name, self_play))


def _pairs(study: "Study", gold: Path | None, field: str | None) -> "list[GoldPair]":
    from assay.data.text_files import require_file
    from assay.interop.recorded import read_gold_pairs

    if gold is None:
        return []
    only = next(iter(study.fields)) if len(study.fields) == 1 else "input"
    return read_gold_pairs(require_file(gold), field or only)


def _table(figures: dict[str, dict[str, Any]]) -> object:
    from rich.box import SIMPLE
    from rich.table import Table

    table = Table(title="Judges against gold labels", title_justify="left", box=SIMPLE, padding=(0, 1))
    table.add_column("", no_wrap=True)
    for name in figures:
        table.add_column(name, justify="right", overflow="fold")
    for key, head in _ROWS:
        table.add_row(head, *(_cell(key, values.get(key)) for values in figures.values()))
    table.add_row("pairs", *(str(values["n"]) for values in figures.values()))
    return table


def _cell(key: str, value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if key.endswith("_p") else f"{100 * value:.1f}%"


def _self_play(name: str, values: dict[str, Any]) -> str:
    if values["share"] is None:
        return f"{name}: no self-play verdict could be read"
    bias = _cell("shown_first_share", values["shown_first_share"])
    span = f"{_cell('low', values['low'])} to {_cell('high', values['high'])}"
    return (
        f"{name} on two draws of the first prompt (must be even): the first wins "
        f"{_cell('share', values['share'])} of {values['n']} pairs, interval {span}; shown first wins {bias} "
        f"of decided verdicts (p = {values['shown_first_p']:.3f}); ties {_cell('ties', values['ties'])}, "
        f"unparsed {_cell('unparsed', values['unparsed'])}"
    )
