"""A first study of pictures to edit: what ``assay init images`` writes."""

from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from assay.data.csv_writing import write_whole
from assay.errors import UsageError
from assay.prompts.picture_templates import FIELDS
from assay.studies.starter import study_name

STUDY = """\
# A study of pictures. For each request: draw a picture, look at it, stop or rewrite the prompt, again. The
# pictures chosen are held against the best of as many pictures of the unchanged requests.
# Run it with: assay run {file}
# With one thing changed at a time: assay ablate {file}
name: {name}
kind: images
seed: 1                      # of every picture, and of a sample

inputs:
  file: requests.csv         # .csv, .tsv, .jsonl, .parquet, .txt (one a line) or .json (captions of COCO)
  prompt: prompt             # column with the requests
  reference: scene           # column that tells what a right picture shows; needed by the metric scene
  category: category         # results are split by it
  # split_by: [author]       # and by these columns
  # images: photos           # folder of reference pictures, for similarity, kid and fid
  # sample: 50               # so many requests only; or every: 10 for each tenth

models:
  # The embedded scene world needs no key and no torch. Its networks draw and see plain shapes on 32 x 32
  # pixels; its rewriter is a simulation. Real models:
  # generator: diffusers/<folder>, or openai/gpt-image-1, or openai/<name> with base_url for a server of yours
  # critic: openai/<model>, anthropic/<model>, or transformers/<folder> of a model that sees
  # captioner: transformers/<folder of BLIP-2>
  # rewriter: {{model: openai/<model>, max_tokens: 512}}
  # encoder: clip/<folder of CLIP weights>
  generator: scenes/generator
  critic: scenes/answerer    # answers questions about a picture
  captioner: scenes/captioner
  rewriter: sim/rewriter     # also makes the questions and compares, unless there is a comparer
  encoder: scenes/encoder    # for CLIPScore

loop:
  cycles: 5                  # most prompts tried, the request itself among them
  pictures: 1                # for each prompt
  describe: questions        # questions (yes or no, made from the request), caption, or look
  stop: {{verdict: used, plateau: 2}}          # and score: 0.9; verdict: ignored, plateau: null
  after_stop: ends           # or goes-on: all cycles, and where it would have stopped is noted
  select: critic             # first, last, stopped, critic, clip, captions or pairs
  rewrite_from: best         # or last: which prompt is rewritten
  history: 5                 # most earlier prompts the rewriter is shown
  feedback: told             # or withheld: whether the rewriter learns what the critic said
  seeds: fresh               # or same: every cycle draws with the same seeds
  style: instruct            # or completion, for a rewriter that is a base model
  # off: [brief, history]    # blocks of the rewriting template: format, brief, plain_words, caption,
  #                          # history, examples
  # examples: examples.txt   # worked examples for the rewriter
  # picture: {{width: 512, height: 512, steps: 30, guidance: 7.5, negative: blurred}}
{templates}
evaluate:
  metrics: [scene, critic, clip_score]         # also similarity, brisque and nrqm
  main: scene                # what decides; the scene checker measures results and steers nothing
  controls: [pictures, stop, cost]  # unchanged requests: as many, under the same stop, at equal cost
  confidence: 0.95
  # sets: [kid]              # distances of all chosen pictures from the reference pictures

# ablations: [feedback, history, stop]         # or all; each is a row of the table
# variants: {{two-cycles: {{cycles: 2}}}}          # your own, by fields of the section loop

# A call that could pass a cap is not sent. Raise it and run again to go on.
caps: {{calls: 20000}}
"""

_FOLDER = "templates"
_SAMPLE = "requests.csv"


def write_picture_study(folder: Path, *, name: str | None = None, templates: bool = False) -> Path:
    """Write an editable study of pictures with sample requests.

    Args:
        folder: made when missing; must not hold a file this would overwrite.
        name: of the study; by default the folder's.
        templates: whether the texts the loop asks with are written too, and named in the study.

    Returns:
        The study file.

    Raises:
        UsageError: a file is in the way, or the folder cannot be written.
    """
    study = folder / "study.yaml"
    names = tuple(FIELDS) if templates else ()
    texts = {Path(_FOLDER) / f"{each}.yaml": _template(each) for each in names}
    texts[Path(_SAMPLE)] = resources.files("assay.studies.pictures").joinpath("sample", _SAMPLE).read_bytes()
    called = study_name(name or folder.resolve().name)
    texts[Path("study.yaml")] = STUDY.format(
        name=called, file=study.as_posix(), templates=_named(names)
    ).encode("utf-8")
    taken = [str(folder / path) for path in texts if (folder / path).exists()]
    if taken:
        raise UsageError(f"nothing was written: {', '.join(taken)} exist already; name another folder")
    try:
        for path, content in texts.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            write_whole(folder / path, content)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from error
    return study


def _template(name: str) -> bytes:
    return resources.files("assay.prompts").joinpath("pictures", f"{name}.instruct.yaml").read_bytes()


def _named(names: Sequence[str]) -> str:
    """The lines of the study that name templates; how to get them where there are none."""
    if not names:
        return "  # templates: {rewrite: rewrite.yaml}         # texts of your own; init images --templates\n"
    lines = "\n".join(f"    {name}: {_FOLDER}/{name}.yaml" for name in names)
    return f"  templates:                 # what models are asked with; edit the files\n{lines}\n"
