"""A first study of rewriting templates to edit: what ``assay init image-template`` writes."""

from importlib import resources
from pathlib import Path

from assay.data.csv_writing import write_whole
from assay.errors import UsageError
from assay.search import TEMPLATE_NAMES, shipped_template
from assay.studies.starter import study_name

STUDY = """\
# A study of rewriting templates. In the loop of an image study a language model is asked for better prompts
# with a template; here Assay searches for a better template, and proves it on requests the search never saw.
# Run it with: assay run {file}
name: {name}
kind: image-template
seed: 1                      # of the split and of every picture

inputs:
  file: requests.csv         # .csv, .tsv, .jsonl, .parquet, .txt (one a line) or .json (captions of COCO)
  prompt: prompt             # column with the requests
  # group: author            # requests that belong together are split together
  proof_share: 0.5           # share of requests that stay sealed for the proof

# The first template; it asks for what many people would ask for. Leave the line out to begin with the
# template that comes with Assay. Fields: {{request}}, which must stay, and {{prompt}}, {{caption}},
# {{missing}}, {{history}}, {{examples}}, {{limit}}. Lines [block NAME] and [end NAME] mark what loop.off can
# switch off.
prompt: rewrite.yaml
changeable: [system, user]

models:
  # The embedded scene world needs no key and no torch; rewriter and advisors are simulations. Real models:
  # generator: diffusers/<folder>, or openai/gpt-image-1
  # critic: openai/<model>, anthropic/<model>, or transformers/<folder> of a model that sees
  # rewriter: {{model: openai/<model>, max_tokens: 512}}
  generator: scenes/generator
  critic: scenes/answerer
  captioner: scenes/captioner
  rewriter: sim/rewriter     # also makes the questions, unless there is a comparer
  advisors:
    - {{model: sim/template-advisor, max_tokens: 2048}}

# The loop is the same for every template; see a study of kind images for all its settings.
loop:
  cycles: 4
  pictures: 1
  describe: questions        # or caption, or look
  history: 5                 # most earlier prompts a template can show

evaluate:
  main: critic               # score of the chosen picture: critic, clip_score, similarity or scene
  tie_margin: 0.0            # scores that differ by no more than this tie

search:
  rounds: 3
  proposals: 2               # in each round; advisors take turns
  pairing: newest-vs-champion
  items: 60                  # requests a pair plays at most
  criteria: told             # or withheld: whether advisors are told what template and score are for
  templates:                 # what advisors are asked with
    advice: advice/advice.md
    match: advice/match.md
    repair: advice/repair.md

# A call that could pass a cap is not sent. Raise it and run again to go on.
caps: {{calls: 50000}}
"""

_SAMPLES = {"requests.csv": "template-requests.csv", "rewrite.yaml": "template-rewrite.yaml"}
"""Files of the study by name, and where they come from."""


def write_template_study(folder: Path, *, name: str | None = None) -> Path:
    """Write an editable study of rewriting templates with sample requests.

    Args:
        folder: made when missing; must not hold a file this would overwrite.
        name: of the study; by default the folder's.

    Returns:
        The study file.

    Raises:
        UsageError: a file is in the way, or the folder cannot be written.
    """
    study = folder / "study.yaml"
    samples = resources.files("assay.studies.pictures") / "sample"
    texts = {Path(file): samples.joinpath(source).read_bytes() for file, source in _SAMPLES.items()}
    texts |= {
        Path("advice") / f"{each}.md": shipped_template(each).encode("utf-8") for each in TEMPLATE_NAMES
    }
    called = study_name(name or folder.resolve().name)
    texts[Path("study.yaml")] = STUDY.format(name=called, file=study.as_posix()).encode("utf-8")
    if taken := [str(folder / path) for path in texts if (folder / path).exists()]:
        raise UsageError(f"nothing was written: {', '.join(taken)} exist already; name another folder")
    try:
        for path, content in texts.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            write_whole(folder / path, content)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from error
    return study
