# ruff: noqa: RUF001  (Russian text is meant)

import csv
import re
from pathlib import Path

import pytest

from assay.data.collections import CollectedPrompt, read_collection, write_collection
from assay.data.segments import key_lookup
from assay.errors import DataError, UsageError

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "document-prompts.txt"


def write(tmp_path, text, name="prompts.csv", encoding="utf-8"):
    (tmp_path / name).write_bytes(text.encode(encoding))
    return tmp_path / name


@pytest.mark.parametrize(
    "text",
    [
        "doc type question type,optimal prompt,cer\ncard first name,Name?,0.5\n",
        "\ufeffprompt;doc_class_question_type;cer\nName?;card first name;0,5\n",
        "segment\tprompt\tCER\ncard  first name\tName?\t5e-1\n",
        "doc_class,question_type,prompt,cer\ncard,first name,Name?, 0.5\n",
        '"doc type question type";"optimal prompt";"cer"\n"“card first name”";"Name?";"0.5"\n',
    ],
)
def test_every_form_of_a_collection_is_read(tmp_path, text):
    (found,) = read_collection(write(tmp_path, text))

    assert found == CollectedPrompt("card first name", "Name?", 0.5, 2, "prompts.csv")


def test_a_plain_collection_needs_no_cer_and_no_question_type(tmp_path):
    found = read_collection(write(tmp_path, "doc_class,prompt\nСНИЛС,Номер?\nСНИЛС,Какой номер?\n"))

    assert [(each.key, each.cer, each.line) for each in found] == [("СНИЛС", None, 2), ("СНИЛС", None, 3)]


def test_the_pair_table_printed_in_the_seed_is_read(tmp_path):
    if not SEED.exists():
        pytest.skip(f"the seed {SEED.name} is not on this machine")
    tables = re.findall(r"(?:^\|.*\|\n)+", SEED.read_text(encoding="utf-8"), re.MULTILINE)
    pairs = [found for found in tables if "cer" in found.splitlines()[0]]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in pairs[0].splitlines()]
    text = "\n".join(",".join(row) for row in rows if set("".join(row)) != {"-"})

    found = read_collection(write(tmp_path, text))

    assert [each.key for each in found] == ["Паспорт Имя", "Паспорт Номер паспорта", "СНИЛС"]
    assert {each.prompt for each in found} == {"Текст опт. промпта"}
    assert [each.cer for each in found] == [0.1, 0.2, 0.2]


def test_all_faults_are_told_at_once_with_their_lines(tmp_path):
    file = write(tmp_path, "segment,prompt,cer\n,P,0\na b,,0\na b,P,-1\na b,P,nan\na b,,inf\n")

    with pytest.raises(DataError) as caught:
        read_collection(file)

    assert [each[:8] for each in caught.value.faults] == [f"line {line}: " for line in (2, 3, 4, 5, 6, 6)]


def test_a_class_with_a_blank_is_a_fault(tmp_path):
    with pytest.raises(DataError, match=r"line 2: the document class 'id card' must be one word"):
        read_collection(write(tmp_path, "doc_class,question_type,prompt\nid card,name,P\n"))


def test_missing_columns_are_told_together(tmp_path):
    with pytest.raises(DataError) as caught:
        read_collection(write(tmp_path, "promt,keey\na,b\n"))

    assert "did you mean 'promt'" in caught.value.faults[0]
    assert "no column for the key" in caught.value.faults[1]


def test_names_for_people_lead_to_keys_and_unknown_ones_are_faults(tmp_path):
    names = key_lookup(["passport name", "snils"], {"passport": "Паспорт", "snils": "СНИЛС"}, {"name": "Имя"})
    file = write(tmp_path, "segment,prompt\nПаспорт Имя,a\nsnils,b\nСНИЛС,c\n")

    assert [each.key for each in read_collection(file, names=names)] == ["passport name", "snils", "snils"]

    file = write(tmp_path, "segment,prompt\nПаспорт Имена,a\n")
    with pytest.raises(DataError, match=r"no segment 'Паспорт Имена'; did you mean 'Паспорт Имя'"):
        read_collection(file, names=names)


HARD = ['say "name";\nthen, stop', "  blank ends ", "=1+1", "tab\there", "\r\n", "Имя “как есть”", "a\rb"]


def test_the_written_table_is_what_vlmhyperbench_reads(tmp_path):
    prompts = [CollectedPrompt(f"card field {place}", text, 0.25) for place, text in enumerate(HARD)]
    prompts.append(CollectedPrompt("СНИЛС", "Номер?", None))
    file = tmp_path / "out.csv"

    write_collection(file, prompts)

    assert file.read_bytes().startswith(b"\xef\xbb\xbfprompt;doc_class_question_type;cer\r\n")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened, delimiter=";"))
    assert [row["prompt"] for row in rows] == [*HARD, "Номер?"]
    assert rows[-1] == {"prompt": "Номер?", "doc_class_question_type": "СНИЛС", "cer": ""}


def test_what_was_written_is_read_back(tmp_path):
    texts = [text for text in HARD if text.strip()]
    prompts = [CollectedPrompt(f"card field {place}", text, 1.5) for place, text in enumerate(texts)]

    write_collection(tmp_path / "out.csv", prompts)
    found = read_collection(tmp_path / "out.csv")

    assert [(each.key, each.prompt, each.cer) for each in found] == [
        (each.key, each.prompt, each.cer) for each in prompts
    ]


def test_a_written_table_holds_one_prompt_for_a_key_and_replaces_no_file(tmp_path):
    one = CollectedPrompt("a b", "P")
    with pytest.raises(DataError, match="the key 'a b' has two prompts"):
        write_collection(tmp_path / "out.csv", [one, one])

    write_collection(tmp_path / "out.csv", [one])
    with pytest.raises(UsageError, match="is there already"):
        write_collection(tmp_path / "out.csv", [one])
    write_collection(tmp_path / "out.csv", [one], overwrite=True)
