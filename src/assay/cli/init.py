"""``assay init``: write a first study to edit."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from assay.cli.common import JsonOption, Screen, emit

_KINDS = ("text", "documents")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("init")(init)


def init(
    kind: Annotated[str, typer.Argument(help="Kind of study: text or documents.", metavar="KIND")],
    folder: Annotated[Path, typer.Argument(help="Folder to make.", metavar="FOLDER")],
    name: Annotated[str | None, typer.Option(help="Name of the study; by default the folder's.")] = None,
    documents: Annotated[
        int | None, typer.Option(help="How many documents to draw (documents only); 40.", min=1)
    ] = None,
    class_: Annotated[
        list[str] | None,
        typer.Option(
            "--class",
            help="Class to draw: invoice, card or form; may be given several times (documents only); all.",
            metavar="CLASS",
        ),
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Of the documents, en or ru (documents only); en.")
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Of the drawn documents (documents only); 1.")] = None,
    json_: JsonOption = False,
) -> None:
    """Write a study folder that runs as it is, on embedded simulations.

    A text study: study.yaml, inputs, first prompt, judge prompt, advice templates. A study of documents:
    study.yaml, drawn documents with invented people, their annotation, prompts written by hand, advice
    templates.
    """
    from assay.errors import UsageError

    wanted: dict[str, Any] = {"documents": documents, "class": class_, "language": language, "seed": seed}
    given = {option: value for option, value in wanted.items() if value is not None}
    if kind not in _KINDS:
        raise UsageError(f"{kind!r} is not a kind of study Assay can write; allowed: {', '.join(_KINDS)}")
    if kind == "text" and given:
        raise UsageError(f"a text study has no --{', --'.join(given)}; leave it out, or write documents")
    study = _text(folder, name) if kind == "text" else _documents(folder, name, given)
    if json_:
        emit({"study": str(study)})
        return
    typer.echo(f"Wrote {study} and what it names. Next:")
    if kind == "text":
        typer.echo(f"  assay judge check {study}   (is the judge to be trusted?)")
    else:
        typer.echo(f"  assay documents segments {study}   (what is asked?)")
    typer.echo(f"  assay run {study}")


def _text(folder: Path, name: str | None) -> Path:
    from assay.studies.starter import write_text_study

    return write_text_study(folder, name=name)


def _documents(folder: Path, name: str | None, given: Mapping[str, Any]) -> Path:
    from assay.drawing.documents import DOC_CLASSES
    from assay.records import Progress
    from assay.studies.documents.starter import write_document_study

    with Screen() as screen:
        return write_document_study(
            folder,
            name=name,
            documents=int(given.get("documents", 40)),
            classes=given.get("class", DOC_CLASSES),
            language=str(given.get("language", "en")),
            seed=int(given.get("seed", 1)),
            progress=lambda done, of: screen.tell(Progress("drawing", done, of, unit="documents")),
        )
