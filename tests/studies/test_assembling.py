"""A study with the files it names: faults of all of them at once, and an identity of all that matters."""

from dataclasses import replace

import pytest
from writing import JUDGE, good, put, write

from assay.data.split import split_of
from assay.errors import StudyError
from assay.records import Prompt
from assay.studies.assembling import load_study


def faults(path, overrides=None):
    with pytest.raises(StudyError) as caught:
        load_study(path, overrides)
    return list(caught.value.faults)


def rows_of(items):
    return {item.row for item in items}


def test_a_right_study_is_read_whole(tmp_path):
    study = load_study(write(tmp_path))
    assert (len(study.items), study.fields, study.required) == (24, {"text"}, {"text"})
    assert study.prompt == Prompt.simple("Write about this.\n\n{text}")
    assert rows_of(study.splits.search) | rows_of(study.splits.proof) == set(range(24))
    assert not rows_of(study.splits.search) & rows_of(study.splits.proof)
    assert study.judge_prompt.user.startswith("Which is better")
    assert not [note for note in study.notes if not note.startswith("inputs: only")]


class TestFiles:
    def test_every_file_that_cannot_be_used_is_told_under_the_field_that_names_it(self, tmp_path):
        path = write(tmp_path, search__templates={"advice": "none.md"}, judge__prompt="judge.pdf")
        (tmp_path / "prompt.md").write_text("  \n")
        (tmp_path / "judge.pdf").write_bytes(b"%PDF-1.7")
        (tmp_path / "inputs.csv").write_text("")
        found = faults(path)
        assert {fault.partition(":")[0] for fault in found} == {
            "prompt",
            "judge.prompt",
            "inputs",
            "search.templates.advice",
        }

    def test_a_judge_function_that_is_not_there_is_told(self, tmp_path):
        path = write(tmp_path, judge={"kind": "function", "function": "judging:shorter"})
        [fault] = faults(path)
        assert fault.startswith("judge.function: ")
        assert "functions of judging: longer" in fault

    def test_files_are_looked_for_beside_the_study_and_not_where_the_command_runs(
        self, tmp_path, monkeypatch
    ):
        path = write(tmp_path / "study")
        monkeypatch.chdir(tmp_path)
        assert len(load_study(path.relative_to(tmp_path)).items) == 24

    def test_columns_that_are_not_there_are_told(self, tmp_path):
        found = faults(write(tmp_path, inputs__fields={"text": "txt"}, inputs__group="author"))
        assert "there is no column 'txt' for field 'text'; did you mean 'text'?" in "\n".join(found)
        assert "there is no column 'author' for the group" in "\n".join(found)

    def test_rows_set_aside_are_noted(self, tmp_path):
        rows = ["text", *(f"number {n}" for n in range(20)), "number 3", "x" * 500]
        study = load_study(write(tmp_path, inputs=rows, inputs__max_chars=400))
        assert len(study.items) == 20
        assert len([note for note in study.notes if not note.startswith("inputs: only")]) == 2


class TestTogether:
    """What only shows when the parts are seen together."""

    def test_a_first_prompt_that_uses_no_field_is_a_fault(self, tmp_path):
        [fault] = faults(write(tmp_path, prompt_text="Write something."))
        assert fault == "prompt: it uses none of the fields of the inputs ({text}), so every answer is alike"

    def test_a_misspelt_field_is_noted_with_the_one_it_may_mean(self, tmp_path):
        study = load_study(write(tmp_path, prompt_text="Write about {text}, {txt}."))
        assert any("{txt} looks like a field" in note and "{text}?" in note for note in study.notes)

    def test_faults_of_the_judge_prompt_are_told_with_those_of_the_first_prompt(self, tmp_path):
        found = faults(
            write(
                tmp_path, prompt_text="No field.", judge_text="Only {response_one} of {text} <label>one two"
            )
        )
        assert len(found) == 2
        assert "judge.prompt: the judge prompt lacks {response_two}" in found[1]

    def test_a_judge_prompt_that_never_asks_for_the_label_is_noted(self, tmp_path):
        text = "Which of {response_one} and {response_two} is better for {text}?"
        notes = load_study(write(tmp_path, judge_text=text)).notes
        assert any("judge.prompt: the judge prompt never mentions <label>" in note for note in notes)

    def test_a_column_named_like_a_response_is_a_fault(self, tmp_path):
        rows = ["text,response_one", *(f"a {n},b {n}" for n in range(9))]
        assert any("'response_one'" in fault for fault in faults(write(tmp_path, inputs=rows)))

    def test_a_label_contract_that_cannot_be_told_apart_is_a_fault(self, tmp_path):
        found = faults(write(tmp_path, judge__label={"one": "A", "two": "a"}))
        assert found[0].startswith("judge.label: ")
        assert "must differ" in found[0]

    def test_too_few_inputs_for_search_and_proof_are_faults(self, tmp_path):
        found = faults(write(tmp_path, rows=1))
        assert len(found) in (1, 2)
        assert all(fault.startswith("inputs: ") for fault in found)

    def test_few_groups_are_noted(self, tmp_path):
        notes = load_study(write(tmp_path, rows=8)).notes
        assert any("little can be shown with so few" in note for note in notes)

    def test_no_proof_is_asked_for_where_the_proof_share_is_nothing(self, tmp_path):
        study = load_study(write(tmp_path, inputs__proof_share=0))
        assert study.splits.proof == ()
        assert len(study.splits.search) == 24


class TestExamples:
    """Declared examples may stand in prompts, so they and their groups play no match."""

    ROWS = ("text,author", *(f"input number {n},author {n // 4}" for n in range(40)))

    def test_an_example_leaves_with_its_whole_group(self, tmp_path):
        path = write(
            tmp_path,
            inputs=self.ROWS,
            inputs__group="author",
            inputs__fields={"text": "text"},
            inputs__examples=[5, 38],
        )
        study = load_study(path)
        assert [item.row for item in study.examples] == [5, 38]
        left = {item.row for item in study.items}
        assert left == set(range(40)) - {4, 5, 6, 7, 36, 37, 38, 39}
        assert not {item.group for item in study.items} & {"author 1", "author 9"}

    def test_examples_are_read_by_row_whatever_is_set_aside(self, tmp_path):
        rows = ["text", "number 0", "number 0", "number 2", *(f"number {n}" for n in range(3, 20))]
        study = load_study(write(tmp_path, inputs=rows, inputs__examples=[2]))
        assert [item.fields["text"] for item in study.examples] == ["number 2"]

    def test_where_nothing_but_examples_is_left_there_is_no_study(self, tmp_path):
        path = write(
            tmp_path,
            inputs=["text,author", *(f"number {n},Ann" for n in range(5))],
            inputs__group="author",
            inputs__fields={"text": "text"},
            inputs__examples=[0],
        )
        assert faults(path) == ["inputs.examples: every row is an example or shares its group"]

    @pytest.mark.parametrize("row", [-1, 24, 999])
    def test_an_example_that_is_no_row_is_a_fault(self, tmp_path, row):
        [fault] = faults(write(tmp_path, inputs__examples=[3, row]))
        assert fault.startswith(f"inputs.examples: {row} came, but there is no such row")

    def test_an_example_that_was_set_aside_is_a_fault(self, tmp_path):
        """Its first appearance would play all the same."""
        rows = ["text", "number 0", "number 0", *(f"number {n}" for n in range(2, 20))]
        [fault] = faults(write(tmp_path, inputs=rows, inputs__examples=[1]))
        assert "a repeated row counts where it stands first" in fault


class TestIdentity:
    """Equal identity, same run; what cannot change a result is not part of it."""

    def study(self, folder, overrides=None, **changes):
        return load_study(write(folder, **changes), overrides)

    @pytest.mark.parametrize(
        "change",
        [
            {"caps": {"usd": 1, "calls": 5, "tokens": 9}},
            {"name": "another-name"},
            {"models__answerer": {"model": "sim/writer", "concurrency": 2}},
            {"models__answerer": {"model": "sim/writer", "requests_per_minute": 2, "tokens_per_minute": 9}},
            {"models__judge": {"model": "sim/judge", "price": {"input": 1, "output": 2}}},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_caps_limits_prices_and_names_do_not_change_it(self, tmp_path, change):
        assert self.study(tmp_path / "a").id == self.study(tmp_path / "b", **change).id

    @pytest.mark.parametrize(
        "change",
        [
            {"prompt_text": "Write about {text}!"},
            {"judge_text": JUDGE + "!"},
            {"rows": 25},
            {"seed": 2},
            {"models__answerer": {"model": "sim/writer", "temperature": 0.5}},
            {"models__judge": "sim/judge?noise=0.1"},
            {"models__advisors": ["sim/advisor-poor"]},
            {"changeable": ["user"]},
            {"postprocess": {"tag": "q"}},
            {"judge__orders": "fixed"},
            {"judge__max_unparsed": 0.1},
            {"search__rounds": 1},
            {"proof__confidence": 0.9},
            {"inputs__proof_share": 0.4},
            {"inputs__examples": [0]},
        ],
        ids=str,
    )
    def test_everything_that_could_change_a_result_changes_it(self, tmp_path, change):
        assert self.study(tmp_path / "a").id != self.study(tmp_path / "b", **change).id

    @pytest.mark.parametrize("name", ["advice", "match", "repair"])
    def test_an_edited_template_changes_it_and_its_file_name_does_not(self, tmp_path, name):
        studies = []
        for folder, file, text in (("a", "x.md", "one"), ("b", "y.md", "one"), ("c", "x.md", "two")):
            path = write(tmp_path / folder, **{f"search__templates__{name}": file})
            (tmp_path / folder / file).write_text(text)
            studies.append(load_study(path).id)
        assert studies[0] == studies[1] != studies[2]

    def test_the_group_of_an_input_changes_it(self, tmp_path):
        ids = []
        for folder, author in (("a", "Ann"), ("b", "Bob")):
            rows = ["text,author", *(f"number {n},{author} {n // 2}" for n in range(30))]
            ids.append(
                self.study(
                    tmp_path / folder, inputs=rows, inputs__group="author", inputs__fields={"text": "text"}
                ).id
            )
        assert ids[0] != ids[1]

    def test_the_source_of_a_judge_function_changes_it(self, tmp_path):
        judge = {"kind": "function", "function": "judging:longer"}
        first = self.study(tmp_path / "a", judge=judge)
        path = write(tmp_path / "b", judge=judge)
        (tmp_path / "b" / "judging.py").write_text("def longer(fields, one, two):\n    return 'tie'\n")
        assert first.id != load_study(path).id

    def test_a_purpose_or_a_second_prompt_makes_another_study(self, tmp_path):
        study = self.study(tmp_path)
        others = {
            study.id,
            replace(study, purpose="search").id,
            replace(study, purpose="judge-check").id,
            replace(study, second=Prompt.simple("{text}?")).id,
            replace(study, second=Prompt.simple("{text}!")).id,
        }
        assert len(others) == 5

    def test_rows_added_later_leave_every_group_on_its_side(self, tmp_path):
        few, more = self.study(tmp_path / "a", rows=20), self.study(tmp_path / "b", rows=60)
        assert rows_of(few.splits.search) <= rows_of(more.splits.search)
        assert rows_of(few.splits.proof) <= rows_of(more.splits.proof)
        assert all(split_of(1, item.group) == "proof" for item in more.splits.proof)


def test_the_record_kept_with_a_run_holds_the_configuration_and_the_judge_prompt(tmp_path):
    record = load_study(write(tmp_path, data=put(good(), "caps.usd", 3))).record()
    assert record["answerer"] == "sim/writer"
    assert record["advisors"] == ["sim/advisor"]
    assert record["judge"]["model"] == "sim/judge"
    assert Prompt.from_data(record["judge_prompt"]).user == JUDGE.removesuffix("\n")
    assert record["caps"] == {"usd": 3.0}
