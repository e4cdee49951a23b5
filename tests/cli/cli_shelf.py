"""A store with a run of every kind, as tests of the command line see it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from support.commands import Done, assay

VERDICTS = [
    {"prompt_one": one, "prompt_two": two, "input": row, "winner": winner, "shown_first": shown}
    for one, two, winners in (("a", "b", "one two one tie"), ("b", "c", "two two two two"))
    for row, (winner, shown) in enumerate(zip(winners.split(), ("one", "two") * 2, strict=True))
]


@dataclass(frozen=True)
class Shelf:
    """The folder with the store, and the runs in it by kind; ``open`` is a text run that was stopped."""

    folder: Path
    text: str
    open: str
    compare: str
    check: str
    imported: str
    _seen: dict[tuple[str, ...], Done] = field(default_factory=dict, init=False, repr=False)

    def assay(self, *arguments: object, env: Mapping[str, str | None] | None = None) -> Done:
        """A command in the folder."""
        return assay(*arguments, folder=self.folder, env=env)

    def look(self, *arguments: object) -> Done:
        """The same for a command that changes nothing, run once for all tests that look at it."""
        key = tuple(map(str, arguments))
        if key not in self._seen:
            self._seen[key] = self.assay(*key)
        return self._seen[key]


def stocked(folder: Path) -> Shelf:
    """Make the store, by the commands themselves."""

    def run(*arguments: object, code: int = 0) -> Done:
        done = assay(*arguments, folder=folder)
        assert done.code == code, done
        return done

    small_study(folder / "study")
    rival = (folder / "study" / "prompt.md").read_text(encoding="utf-8")
    (folder / "rival.md").write_text(rival.replace("5 follow-up", "5 short, distinct follow-up"), "utf-8")
    (folder / "verdicts.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in VERDICTS), "utf-8")
    text = run("run", "study", "--json").json["run"]
    run("run", "study", "--seed", 2, "--max-calls", 30, code=1)
    return Shelf(
        folder,
        text=text,
        open=run("runs", "--json").json["runs"][0]["run"],
        compare=run("compare", "study", "rival.md", "--json").json["run"],
        check=run("judge", "check", "study", "--items", 6, "--json").json["run"],
        imported=run("import", "verdicts.jsonl", "--json").json["run"],
    )


def small_study(folder: Path) -> Path:
    """The study that `assay init` writes, with fewer inputs and rounds; its file."""
    made = assay("init", "text", folder.name, folder=folder.parent)
    assert made.code == 0, made
    path = folder / "study.yaml"
    study = yaml.safe_load(path.read_text(encoding="utf-8"))
    study["search"] |= {"items": 16, "rounds": 2}
    study["inputs"]["proof_share"] = 0.25
    path.write_text(yaml.safe_dump(study), encoding="utf-8")
    return path
