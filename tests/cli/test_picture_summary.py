"""What ``assay images`` prints of a cycle and of a run."""

import io
from dataclasses import replace

from rich.console import Console, Group

from assay.cli.picture_summary import ToldCycle, cycle_lines
from assay.report.pictures.terminal import facts

CYCLE = ToldCycle(0, "a red circle", 1, 0, None, None, (), "the critic could not tell", "", False, "")


def test_a_picture_without_a_score_says_why():
    assert list(cycle_lines(CYCLE)) == ["cycle 0: a red circle", "  no score: the critic could not tell"]
    assert "score 0.50" in "".join(cycle_lines(replace(CYCLE, score=0.5)))


def test_names_of_files_are_not_broken_where_lines_are_short():
    screen = Console(file=io.StringIO(), width=20)
    page = f"{'folder/' * 9}index.html"
    screen.print(Group(facts([("run", "image-1"), ("gallery", page)])), crop=False)
    assert screen.file.getvalue() == f"run      image-1\ngallery  {page}\n"
