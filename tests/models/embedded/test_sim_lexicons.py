"""Writer, judge and advisor understand one another through English alone."""

import ast
from pathlib import Path

import pytest

from assay.models.embedded import advisor_lexicon, advisor_wordings, judge_criteria, writer_lexicon
from assay.models.embedded import advisor_reading as _reading
from assay.models.embedded.layout import Layout
from assay.models.embedded.writer_lexicon import read_wishes

FOLDER = Path(_reading.__file__).parent
THEMES = {
    advisor_lexicon.CLARITY: writer_lexicon.STANDALONE,
    advisor_lexicon.BREVITY: writer_lexicon.CONCISE,
    advisor_lexicon.VARIETY: writer_lexicon.DISTINCT,
    advisor_lexicon.DEPTH: writer_lexicon.INSIGHT,
    advisor_lexicon.NOVELTY: writer_lexicon.FRESH,
    advisor_lexicon.PERSON: writer_lexicon.VOICE,
    advisor_lexicon.RELEVANCE: writer_lexicon.TOPICAL,
    advisor_lexicon.SHAPE: writer_lexicon.FORM,
    advisor_lexicon.NUMBER: writer_lexicon.COUNT,
}


def heard(line, virtue):
    wishes = read_wishes(Layout("", "", f"Write 5 follow-up questions.\n{line}", "", ""))
    return wishes.strength[virtue]


@pytest.mark.parametrize("role", ["writer", "judge", "advisor"])
def test_no_role_imports_another(role):
    others = {"writer", "judge", "advisor"} - {role}
    for path in FOLDER.glob(f"{role}*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        for module in modules:
            assert not any(module.rpartition(".")[2].startswith(other) for other in others), (path, module)


def test_no_pattern_stands_in_two_tables():
    writer = {pattern for rows in writer_lexicon._ASKED.values() for _, pattern in rows}
    judge = set(judge_criteria._NAMED.values())
    advisor = {
        pattern
        for table in (advisor_lexicon._COMPLAINTS, advisor_lexicon._CRITERIA, advisor_lexicon._ADVISED)
        for pattern in table.values()
    }

    assert not writer & judge
    assert not writer & advisor
    assert not judge & advisor


def test_the_writer_understands_nearly_all_plain_advice():
    lines = [(line, THEMES[theme]) for theme, rows in advisor_wordings.PLAIN.items() for line in rows]
    understood = [heard(line.replace("{count}", "5"), virtue) >= 0.4 for line, virtue in lines]

    assert sum(understood) >= 0.9 * len(lines)


def test_the_writer_misses_most_flowery_advice():
    lines = [(line, THEMES[theme]) for theme, rows in advisor_wordings.FLOWERY.items() for line in rows]
    understood = [heard(line, virtue) >= 0.4 for line, virtue in lines]

    assert sum(understood) <= 0.2 * len(lines)


@pytest.mark.parametrize("line", advisor_wordings.FLUFF)
def test_fluff_asks_for_nothing(line):
    assert max(heard(line, virtue) for virtue in writer_lexicon.VIRTUES) < 0.4


def test_contradictions_speak_against_a_virtue():
    hurt = [
        any(heard(line, virtue) < 0.0 for virtue in writer_lexicon.VIRTUES)
        for line in advisor_wordings.CONTRADICTIONS
    ]

    assert sum(hurt) >= 5
