"""A study file's faults are told together: the field, what came, what is allowed."""

import re

import pytest
from writing import good, put, write

from assay.errors import StudyError, UsageError
from assay.studies.assembling import load_study
from assay.studies.config import check_study, parse_study


def faults(data):
    with pytest.raises(StudyError) as caught:
        check_study(data, "study.yaml")
    return list(caught.value.faults)


BROKEN = [
    ("name", "two words", r"name: .*; 'two words' came"),
    ("name", 5, "name: text is needed; 5 came"),
    (
        "kind",
        "pictures",
        "kind: 'pictures' came; allowed are text, documents, images, image-template, clarity$",
    ),
    ("kind", ["text"], "kind: .* came; allowed are text"),
    ("kind", "images", "kind: images; this takes a text study"),
    ("kind", "image-template", "kind: image-template; this takes a text study"),
    ("seed", "lucky", "seed: .*integer.*; 'lucky' came"),
    ("serch", {}, r"serch: unknown field; did you mean 'search'\?; allowed here: caps, changeable, "),
    ("prompt", "", "prompt: .*at least 1 character; '' came"),
    ("inputs.file", None, "inputs.file: missing"),
    ("inputs", None, "inputs: missing"),
    ("inputs", "inputs.csv", "inputs: a mapping of fields is needed; 'inputs.csv' came"),
    ("inputs.fields", ["content"], r"inputs.fields: a mapping is needed; \['content'\] came"),
    ("inputs.proof_share", 1, "inputs.proof_share: .*less than 1; 1 came"),
    ("inputs.proof_share", -0.1, "inputs.proof_share: .*greater than or equal to 0"),
    ("inputs.max_chars", 0, "inputs.max_chars: .*greater than or equal to 1"),
    ("inputs.examples", ["first"], "inputs.examples.0: .*integer.*; 'first' came"),
    (
        "inputs.colums",
        {},
        "inputs.colums: unknown field; .*allowed here: absent_fields, encoding, examples, ",
    ),
    ("changeable", "user", "changeable: a list is needed; 'user' came"),
    ("changeable", [], "changeable: more entries are needed"),
    (
        "changeable",
        ["user", "usr"],
        "changeable.1: input should be 'system', 'user' or 'prefill'; 'usr' came",
    ),
    ("postprocess", {"tga": "q"}, r"postprocess: unknown key 'tga'.*did you mean 'tag'\?"),
    ("postprocess", {"regex": "("}, r"postprocess: regex '\(' is not a pattern"),
    ("postprocess", "tag", "postprocess: a mapping with tag or regex is needed, not str"),
    ("models.answerer", None, "models.answerer: missing"),
    ("models.answerer", ["a"], r"models.answerer: a mapping of fields is needed; \['a'\] came"),
    ("models.answerer", "x", "models.answerer.model: .*at least 3 characters; 'x' came"),
    (
        "models.answerer",
        {"model": "sim/writer", "temperatur": 1},
        r"models.answerer.temperatur: unknown field; did you mean 'temperature'\?",
    ),
    (
        "models.answerer",
        {"model": "sim/writer", "temperature": -1},
        "models.answerer.temperature: .*; -1 came",
    ),
    (
        "models.answerer",
        {"model": "sim/writer", "top_p": 0},
        "models.answerer.top_p: .*greater than 0; 0 came",
    ),
    ("models.answerer", {"model": "sim/writer", "max_tokens": 0}, "models.answerer.max_tokens: "),
    ("models.answerer", {"model": "sim/writer", "concurrency": 0}, "models.answerer.concurrency: "),
    (
        "models.answerer",
        {"model": "sim/writer", "price": {"input": 1, "outptu": 2}},
        r"models.answerer.price.outptu: unknown field; did you mean 'output'\?",
    ),
    (
        "models.answerer",
        {"model": "sim/writer", "price": {"input": 1}},
        "models.answerer.price: output missing: dollars per million tokens",
    ),
    (
        "models.answerer",
        {"model": "sim/writer", "price": {"input": 1, "output": 1, "cach_read": 2}},
        r"models.answerer.price.cach_read: unknown field; did you mean 'cache_read'\?; allowed",
    ),
    (
        "models.answerer",
        {"model": "sim/writer", "price": {"picture": 0.04}},
        "models.answerer: .*price.picture: only a generator makes pictures",
    ),
    (
        "kind",
        "document",
        "kind: 'document' came; allowed are text, .*, clarity; did you mean 'documents'",
    ),
    ("name", "чеки", "name: Latin letters, digits and ._- are allowed, at most 64, .*; 'чеки' came"),
    ("models.judge", None, "models.judge: missing; a judge of kind llm needs a model"),
    ("models.advisors", None, "models.advisors: empty; name at least one, or set search.rounds: 0"),
    ("models.advisors", "sim/advisor", "models.advisors: a list is needed; 'sim/advisor' came"),
    (
        "models.advisors",
        ["sim/advisor", "sim/advisor"],
        "models.advisors: sim/advisor stands twice; give each its own 'name'",
    ),
    (
        "models.advisors",
        [{"person": "Ann"}, {"model": "sim/advisor", "name": "Ann"}],
        "models.advisors: Ann stands twice",
    ),
    (
        "models.advisors",
        ["sim/advisor", None],
        r"models.advisors.1: a model's name, a mapping with 'model', or \{person: NAME\} is .*; None came",
    ),
    (
        "models.advisors",
        [{"model": "sim/advisor", "tempreature": 1}],
        r"models.advisors.0.tempreature: unknown field; did you mean 'temperature'\?",
    ),
    (
        "models.advisors",
        ["sim/advisor", {"person": "Ann", "temperature": 1}],
        r"models.advisors.1.temperature: unknown field; allowed here: person$",
    ),
    (
        "models.judge",
        {"model": "sim/judge", "prompt": "judge.yaml"},
        "models.judge.prompt: unknown field; allowed here: api_key_env, base_url, ",
    ),
    ("judge.modle", "sim/judge", r"judge.modle: unknown field; .*allowed here: function, kind, label, "),
    ("models.advisors", [{1: 2}], "models.advisors.0.1: keys should be strings"),
    ("models.advisors", [{"person": ""}], "models.advisors.0.person: .*at least 1 character"),
    ("judge", "llm", "judge: a mapping of fields is needed; 'llm' came"),
    (
        "judge.kind",
        "oracle",
        "judge.kind: input should be 'llm', 'function', 'human' or 'metric'; 'oracle' came",
    ),
    ("judge", {"kind": "metric", "metric": "bleu"}, "judge.metric: input should be 'cer', .*; 'bleu' came"),
    ("judge.profile", "nfkc", "judge.profile: input should be 'raw', 'nfc_strip', .*; 'nfkc' came"),
    (
        "inputs.absent_fields",
        "yes",
        "inputs.absent_fields: input should be 'refused' or 'allowed'; 'yes' came",
    ),
    ("inputs.reference", "", "inputs.reference: .*at least 1 character; '' came"),
    ("judge.prompt", None, "judge: a judge of kind llm needs the field 'prompt'"),
    ("judge", {"kind": "function"}, "judge: a judge of kind function needs the field 'function'"),
    ("judge", {"kind": "human"}, "judge: a judge of kind human needs the field 'votes'"),
    ("judge.orders", "random", "judge.orders: input should be 'both', 'alternate' or 'fixed'; 'random' came"),
    ("judge.max_unparsed", 1, "judge.max_unparsed: .*less than 1"),
    (
        "judge.label",
        {"tga": "x"},
        r"judge.label.tga: unknown field; did you mean 'tag'\?; allowed here: one, tag",
    ),
    ("search.rounds", 2.5, "search.rounds: .*integer.*; 2.5 came"),
    ("search.rounds", -1, "search.rounds: .*greater than or equal to 0"),
    ("search.proposals", 0, "search.proposals: .*greater than or equal to 1"),
    ("search.pairing", "all", "search.pairing: input should be 'newest-vs-older'.*; 'all' came"),
    ("search.confidence", 0.5, "search.confidence: .*greater than 0.5"),
    ("search.confidence", float("nan"), "search.confidence: "),
    (
        "search.templates",
        {"advise": "a.md"},
        r"search.templates.advise: unknown field; did you mean 'advice'\?",
    ),
    ("proof.confidence", 1, "proof.confidence: .*less than 1"),
    ("caps.usd", -1, "caps.usd: .*greater than or equal to 0; -1 came"),
    ("caps.usd", float("nan"), "caps.usd: .*; nan came"),
    ("caps.call", 3, r"caps.call: unknown field; did you mean 'calls'\?; allowed here: calls, tokens, usd"),
]


@pytest.mark.parametrize(("field", "value", "told"), BROKEN, ids=[f"{it[0]}={it[1]!r:.40}" for it in BROKEN])
def test_a_broken_field_is_told_with_what_came_and_what_is_allowed(field, value, told):
    found = faults(put(good(), field, value))
    assert len([fault for fault in found if re.match(told, fault)]) >= 1, found
    assert all(fault.startswith(field.split(".")[0]) for fault in found), "and no other field is blamed"


def test_the_study_that_the_others_break_has_no_fault():
    assert check_study(good(), "study.yaml").name == "small"


def test_all_faults_of_a_study_are_told_at_once():
    data = good()
    for field, value in {
        "serch": {"rounds": 1},
        "seed": "x",
        "judge.orders": "any",
        "caps.usd": -2,
        "postprocess": {"tag": "no <brackets>"},
        "models.advisors": ["sim/advisor", "sim/advisor"],
        "models.answerer": {"model": "sim/writer", "top_p": 7},
    }.items():
        put(data, field, value)
    blamed = {fault.partition(":")[0] for fault in faults(data)}
    assert blamed == {
        "serch",
        "seed",
        "judge.orders",
        "caps.usd",
        "postprocess",
        "models.advisors",
        "models.answerer.top_p",
    }


def test_broken_fields_and_files_that_are_not_there_are_told_together(tmp_path):
    path = write(tmp_path, seed="x", prompt="promt.md", search__templates={"advice": "none.md"}, caps__call=1)
    (tmp_path / "inputs.csv").unlink()
    with pytest.raises(StudyError) as caught:
        load_study(path)
    told = "\n".join(caught.value.faults)
    for part in (
        "seed: ",
        "caps.call: unknown field",
        "inputs.file: ",
        "there is no such file",
        "prompt: ",
        "did you mean",
        "search.templates.advice: ",
    ):
        assert part in told
    assert str(caught.value).startswith(f"{path}: 5 faults\n  - ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "a study is a mapping of fields to values; nothing came"),
        ("# only a remark\n", "nothing came"),
        ("- a\n- b\n", "a list came"),
        ("just words", "a str came"),
        ("name: [a\n", "line 2, column 1: not YAML"),
        ("name: a\n\tprompt: b\n", "line 2, column 1: not YAML"),
        ("name: a\nname: b\n", "line 2: the key 'name' stands twice"),
        ("judge: {kind: llm, kind: human}\n", "the key 'kind' stands twice"),
        ("name: !!python/object/apply:os.system [ls]\n", "not YAML"),
        ("a: &a [*a]\n", ": missing"),
    ],
)
def test_what_is_no_study_at_all_is_told(text, told):
    with pytest.raises(StudyError) as caught:
        check_study(parse_study(text, "study.yaml"), "study.yaml")
    assert told in str(caught.value)


def test_a_study_file_that_is_not_there_is_told_with_what_is(tmp_path):
    path = write(tmp_path)
    with pytest.raises(UsageError, match=r"there is no such file; did you mean .*study.yaml"):
        load_study(path.with_name("studdy.yaml"))
    with pytest.raises(UsageError, match="is a folder; name one file in it"):
        load_study(tmp_path)


def test_a_binary_file_is_no_study(tmp_path):
    path = tmp_path / "study.yaml"
    path.write_bytes(b"PK\x03\x04" + bytes(range(256)))
    with pytest.raises(StudyError, match="zip archive"):
        load_study(path)


def test_overrides_replace_what_the_file_says(tmp_path):
    path = write(tmp_path, seed=3, caps__usd=2)
    overrides = {
        "models.answerer": "sim/writer?delay=0.5",
        "seed": 9,
        "caps.calls": 100,
        "search.rounds": 1,
        "models.advisors": ["sim/advisor-strong", "sim/advisor-poor"],
    }
    config = load_study(path, overrides).config
    assert config.models.answerer.model == "sim/writer?delay=0.5"
    assert (config.seed, config.caps.usd, config.caps.calls, config.search.rounds) == (9, 2, 100, 1)
    assert [advisor.label for advisor in config.models.advisors] == ["sim/advisor-strong", "sim/advisor-poor"]


def test_overrides_are_checked_like_the_file(tmp_path):
    with pytest.raises(StudyError, match=r"search.rounds: .*'many' came"):
        load_study(write(tmp_path), {"search.rounds": "many"})


def test_a_bare_model_name_and_a_mapping_say_the_same(tmp_path):
    bare = load_study(write(tmp_path))
    mapped = load_study(
        write(
            tmp_path,
            models={
                "answerer": {"model": "sim/writer"},
                "judge": {"model": "sim/judge"},
                "advisors": [{"model": "sim/advisor"}],
            },
        )
    )
    assert bare.config == mapped.config
    assert bare.id == mapped.id
