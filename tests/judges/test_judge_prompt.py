"""What a judge prompt needs before it is worth asking."""

from assay.judges.labels import LabelContract
from assay.judges.prompt import check_judge_prompt
from assay.records import Prompt

GOOD = (
    "{question}\n{response_one}\n{response_two}\nEnd with <label>one</label>, <label>two</label> "
    "or <label>tie</label>."
)


def test_a_whole_prompt_has_neither_faults_nor_warnings():
    found = check_judge_prompt(Prompt.simple(GOOD), ["question"])
    assert (found.faults, found.warnings) == ((), ())


def test_every_missing_response_is_named_at_once():
    found = check_judge_prompt(Prompt.simple("Which is better? <label>one</label> <label>two</label>"), [])
    assert len(found.faults) == 2
    assert "{response_one}" in found.faults[0]
    assert "{response_two}" in found.faults[1]


def test_fields_may_stand_in_any_turn():
    prompt = Prompt.simple(
        "{response_two} <label>one</label> <label>two</label>", system="{q} {response_one}"
    )
    assert check_judge_prompt(prompt, ["q"]).faults == ()


def test_an_input_column_may_not_take_the_name_of_a_response():
    found = check_judge_prompt(Prompt.simple(GOOD), ["question", "response_one"])
    assert len(found.faults) == 1
    assert "rename it" in found.faults[0]


def test_a_prefill_that_already_decides_is_a_fault():
    found = check_judge_prompt(Prompt.simple(GOOD, prefill="Verdict: <label>one</label>"), ["question"])
    assert "prefill" in found.faults[0]


def test_missing_label_instructions_and_unseen_inputs_are_warnings():
    found = check_judge_prompt(Prompt.simple("{response_one} or {response_two}?"), ["question"])
    assert found.faults == ()
    assert "{question}" in found.warnings[0]
    assert "<label>one</label> or <label>two</label>" in found.warnings[1]


def test_the_words_of_the_contract_in_use_are_asked_for():
    found = check_judge_prompt(Prompt.simple(GOOD), ["question"], LabelContract(one="left", two="right"))
    assert "'left', 'right'" in found.warnings[0]
