"""``assay init``: write a first study to edit."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from assay.cli.common import JsonOption, Screen, emit

_KINDS = ("text", "documents", "images", "image-template", "clarity")
_TAKES = {"documents": ("documents", "class", "language", "seed"), "images": ("templates",)}
_NEXT = {
    "text": "assay judge check {study}   (is the judge to be trusted?)",
    "documents": "assay documents segments {study}   (what is asked?)",
    "images": 'assay images "a small red circle on a white background"   (one request)',
    "clarity": "assay clarity hint   (stuck?)",
}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("init")(init)


def init(
    kind: Annotated[
        str,
        typer.Argument(
            help="Kind of study: text, documents, images, image-template or clarity.", metavar="KIND"
        ),
    ],
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
    templates: Annotated[
        bool, typer.Option("--templates", help="Write the texts the loop asks with too (images only).")
    ] = False,
    json_: JsonOption = False,
) -> None:
    """Write a study folder that runs as it is, on models that come with Assay.

    A text study: study.yaml, inputs, first prompt, judge prompt, advice templates. A study of documents:
    study.yaml, drawn documents with invented people, their annotation, prompts written by hand, advice
    templates. A study of images: study.yaml and requests for pictures. An image-template study improves the
    text that the loop's rewriter is asked with. A clarity study trains small generators and is an exercise:
    study.yaml, learner.py to change, and what the task is.
    """
    from assay.errors import UsageError

    wanted: dict[str, Any] = {
        "documents": documents,
        "class": class_,
        "language": language,
        "seed": seed,
        "templates": templates or None,
    }
    given = {option: value for option, value in wanted.items() if value is not None}
    if kind not in _KINDS:
        raise UsageError(f"{kind!r} is not a kind of study Assay can write; allowed: {', '.join(_KINDS)}")
    if wrong := [option for option in given if option not in _TAKES.get(kind, ())]:
        raise UsageError(f"a study of kind {kind} has no --{', --'.join(wrong)}; leave it out")
    study = _written(kind, folder, name, given)
    if json_:
        emit({"study": str(study)})
        return
    typer.echo(f"Wrote {study} and what it names. Next:")
    if kind in _NEXT:
        typer.echo(f"  {_NEXT[kind].format(study=study)}")
    typer.echo(f"  assay run {study}")


def _written(kind: str, folder: Path, name: str | None, given: Mapping[str, Any]) -> Path:
    if kind == "text":
        from assay.studies.starter import write_text_study

        return write_text_study(folder, name=name)
    if kind == "documents":
        return _documents(folder, name, given)
    if kind == "images":
        from assay.studies.pictures.starter import write_picture_study

        return write_picture_study(folder, name=name, templates="templates" in given)
    if kind == "clarity":
        from assay.studies.clarity.starter import write_clarity_study

        return write_clarity_study(folder, name=name)
    from assay.studies.pictures.template_starter import write_template_study

    return write_template_study(folder, name=name)


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
