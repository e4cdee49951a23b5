from assay.records import Prompt
from assay.report.settings import decision_rows, setting_rows


def _rows(data):
    return {row.name: row.value for row in setting_rows(data)}


def test_nested_settings_get_dotted_names():
    assert _rows({"judge": {"kind": "llm", "deep": {"x": 1}}, "rounds": 3}) == {
        "judge.kind": "llm",
        "judge.deep.x": "1",
        "rounds": "3",
    }


def test_values_are_written_for_people():
    assert _rows({"a": None, "b": True, "c": ["x", "y"], "d": [], "e": {}, "f": 0.30000000000000004}) == {
        "a": "not set",
        "b": "yes",
        "c": "x, y",
        "d": "none",
        "e": "none",
        "f": "0.3",
    }


def test_lists_of_mappings_are_numbered():
    assert _rows({"advisors": [{"name": "a"}, {"name": "b"}]}) == {
        "advisors.1.name": "a",
        "advisors.2.name": "b",
    }


def test_prompts_are_found_and_what_only_looks_like_one_is_not():
    prompt = Prompt.simple("Say {x}")
    row = next(setting_rows({"judge_prompt": prompt.to_data()}))
    assert row.prompt == prompt
    assert _rows({"p": {"turns": [], "style": "chat"}}) == {"p.turns": "none", "p.style": "chat"}
    assert _rows({"p": {"turns": 5, "style": "chat"}}) == {"p.turns": "5", "p.style": "chat"}


def test_simulations_are_called_so():
    assert _rows({"answerer": "sim/writer"}) == {"answerer": "sim/writer (simulation)"}


def test_shares_and_p_values_of_decisions_are_written_as_such():
    rows = {
        row.name: row.value for row in decision_rows({"winrate": 0.7, "p": 0.0001, "n": 30, "promoted": True})
    }
    assert rows == {"winrate": "70%", "p": "< 0.001", "n": "30", "promoted": "yes"}
