"""The table of ablations as CSV, Markdown and LaTeX."""

from collections.abc import Sequence

from assay.data.csv_writing import csv_text
from assay.proof.pictures import CONTROL, EQUAL_COST, LOOP
from assay.report.pictures.compared import ProcedureRow
from assay.report.pictures.names import metric_title, score, signed
from assay.report.pictures.view import PicturesView
from assay.report.words import percent_short

COLUMNS = (
    *("procedure", "ablation", "metric", "n", "mean", "mean_low", "mean_high", "difference", "low", "high"),
    *("outcome", "pictures", "cycles", "stop_rate", "calls", "nominal_usd", "seconds", "blocked"),
)
_SHOWN = (
    "procedure",
    "ablation",
    "n",
    "score",
    "interval",
    "difference",
    "interval",
    "pictures",
    "stopped",
    "calls",
)
_SIDES = {"proven": "better", "worse": "worse", "not proven": "not shown to differ"}
_LATEX = {
    "\\": r"\textbackslash{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\u2212": r"$-$",
    "\u2013": "--",
    "\u221e": r"$\infty$",
}


def ablations_csv(view: PicturesView) -> str:
    """Every procedure with the figures of the table, in full; figures by request are means."""
    return csv_text(COLUMNS, [_row(row, view.main) for row in view.figures.procedures])


def _row(row: ProcedureRow, main: str) -> tuple[object, ...]:
    totals, mean = row.totals, row.mean
    found = row.against.difference if row.against is not None else None
    stopped = totals.stopped / totals.requests if totals.requests else None
    return (
        *(row.name, row.group or None, main, mean.n, mean.value, mean.low, mean.high),
        *((found.difference, found.low, found.high) if found else (None, None, None)),
        *(row.against.outcome if row.against else None, totals.each("pictures"), totals.each("cycles")),
        *(stopped, totals.each("calls"), totals.each("usd"), totals.each("seconds"), totals.blocked),
    )


def side_words(row: ProcedureRow) -> str:
    """What an ablation comes to against the loop; empty for what is none."""
    return _SIDES.get(row.against.outcome, "") if row.against is not None else ""


def ablations_markdown(view: PicturesView) -> str:
    """The table in Markdown."""
    lines = [
        _line(_SHOWN),
        _line(["---", "---", *["---:"] * (len(_SHOWN) - 2)]),
        *(_line([cell.replace("|", r"\|") for cell in _cells(row)]) for row in view.figures.procedures),
    ]
    return f"{_caption(view)}\n\n" + "".join(f"{line}\n" for line in lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(' '.join(cell.split()) for cell in cells)} |"


def ablations_latex(view: PicturesView) -> str:
    """The table in LaTeX, for the package ``booktabs``."""
    body = [" & ".join(map(_escaped, _cells(row))) + r" \\" for row in view.figures.procedures]
    return "\n".join(
        [
            r"% needs \usepackage{booktabs}",
            r"\begin{table}",
            r"\centering",
            rf"\caption{{{_escaped(_caption(view))}}}",
            rf"\begin{{tabular}}{{ll{'r' * (len(_SHOWN) - 2)}}}",
            r"\toprule",
            " & ".join(_SHOWN) + r" \\",
            r"\midrule",
            *body,
            r"\bottomrule",
            r"\end{tabular}",
            r"\end{table}",
            "",
        ]
    )


def _caption(view: PicturesView) -> str:
    return (
        f"Mean {metric_title(view.main)} of the chosen picture and difference to the procedure {LOOP}, with "
        f"{percent_short(view.confidence)} intervals over requests, not corrected for their number. Pictures "
        "and calls are means by request."
    )


def _cells(row: ProcedureRow) -> list[str]:
    totals, mean = row.totals, row.mean
    found = row.against.difference if row.against is not None else None
    pictures, calls = totals.each("pictures"), totals.each("calls")
    # Nothing can stop a control.
    rewrites = totals.requests and row.name not in (CONTROL, EQUAL_COST)
    return [
        row.name,
        row.group,
        str(mean.n),
        score(mean.value),
        "" if mean.low is None or mean.high is None else f"{score(mean.low)} to {score(mean.high)}",
        signed(found.difference) if found is not None else "",
        f"{signed(found.low)} to {signed(found.high)}" if found is not None else "",
        "\u2013" if pictures is None else f"{pictures:.1f}",
        percent_short(totals.stopped / totals.requests) if rewrites else "\u2013",
        "\u2013" if calls is None else f"{calls:.1f}",
    ]


def _escaped(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in text)
