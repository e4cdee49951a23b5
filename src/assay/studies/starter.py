"""A first study to edit: what ``assay init`` writes."""

from importlib.resources import files
from pathlib import Path

from assay.errors import UsageError
from assay.search import TEMPLATE_NAMES, shipped_template

STUDY = """\
# A text study: Assay searches for a prompt that beats prompt.md under the judge in judge.md,
# and proves it on inputs the search never saw. Run it with: assay run {file}
name: {name}
kind: text
seed: 1                      # of the split and of every draw

inputs:
  file: inputs.csv           # .csv, .tsv, .jsonl or .parquet
  fields: {{content: content}} # template field: column
  # group: author            # rows that belong together (one author, one document) are split together
  proof_share: 0.5           # share of groups that stay sealed for the proof

prompt: prompt.md            # .md and .txt hold the user part; .yaml may hold system, user and prefill
changeable: [system, user, prefill]

# What the judge sees of a response: a tag's content or a regular expression. Leave out to show all of it.
postprocess: {{tag: questions}}

models:
  # Embedded simulations need no key. Real models: openai/<model>, anthropic/<model>,
  # litellm/<provider>/<model>, transformers/<folder>, or openai/<name> with
  # base_url: http://localhost:11434/v1 for a local server.
  answerer: {{model: sim/writer, max_tokens: 1024}}
  judge: {{model: sim/judge, max_tokens: 1024}}
  advisors:
    - {{model: sim/advisor, max_tokens: 2048}}
    - {{model: sim/advisor-strong, max_tokens: 2048}}

judge:
  kind: llm                  # llm, function (function: module:name) or human (votes: votes.jsonl)
  prompt: judge.md
  orders: both               # both, alternate or fixed
  max_unparsed: 0.2          # more unreadable verdicts than this share stop the run

search:
  rounds: 4
  proposals: 2               # in each round; advisors take turns
  pairing: newest-vs-older   # or newest-vs-champion, round-robin
  items: 60                  # inputs a pair plays at most
  max_chars: 8000            # longest prompt allowed
  criteria: told             # or withheld: whether advisors see the judge prompt
  templates:                 # what advisors are asked with; edit the files, compare two with compare-advice
    advice: advice/advice.md
    match: advice/match.md
    repair: advice/repair.md

# Caps over all roles together; a call that could pass one is not sent. Raise them and run again to go on.
caps:
  usd: 5
  calls: 20000
"""

_SAMPLES = ("inputs.csv", "prompt.md", "judge.md")


def write_text_study(folder: Path, *, name: str | None = None) -> Path:
    """Write an editable text study with sample inputs.

    Args:
        folder: made when missing; must not hold a file this would overwrite.
        name: of the study; by default the folder's.

    Returns:
        The study file.

    Raises:
        UsageError: a file is in the way, or the folder cannot be written.
    """
    texts = {Path(sample): _sample(sample) for sample in _SAMPLES}
    texts |= {Path("advice") / f"{name}.md": shipped_template(name) for name in TEMPLATE_NAMES}
    study = folder / "study.yaml"
    texts[Path("study.yaml")] = STUDY.format(
        name=study_name(name or folder.resolve().name), file=study.as_posix()
    )
    in_the_way = [str(folder / path) for path in texts if (folder / path).exists()]
    if in_the_way:
        raise UsageError(f"nothing was written: {', '.join(in_the_way)} exist already; name another folder")
    try:
        for path, text in texts.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from error
    return study


def _sample(name: str) -> str:
    return files("assay.studies").joinpath("sample", name).read_text(encoding="utf-8")


def study_name(wanted: str) -> str:
    """A study name made of a folder's: letters, digits and . _ - only."""
    kept = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in "._-") else "-" for letter in wanted
    )
    return kept.strip("-._")[:64] or "study"
