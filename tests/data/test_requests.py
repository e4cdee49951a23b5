import json
from pathlib import Path

import pytest

from assay.data.requests import RequestRow, read_requests
from assay.errors import DataError, UsageError

SHARED = Path(__file__).parents[3] / "shared" / "data" / "image-prompts"
PNG = b"\x89PNG\r\n\x1a\n"


def write(folder, name, content):
    raw = content if isinstance(content, bytes) else content.encode()
    (folder / name).write_bytes(raw)
    return folder / name


def prompts(found):
    return [row.prompt for row in found.rows]


def captions(folder, images, annotations):
    return write(folder, "captions.json", json.dumps({"images": images, "annotations": annotations}))


def real(name):
    if not (SHARED / name).exists():
        pytest.skip(f"the real file {name} is not on this machine")
    return SHARED / name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "prompt\na kite\nan owl\n"),
        ("a.csv", "n;Prompt\n1;a kite\n2;an owl\n"),
        ("a.tsv", "id\tcaption\n1\ta kite\n2\tan owl\n"),
        ("a.tsv", "dataset_id\tfile_name\tcaption 1\tcaption 2\n1\tx.jpg\ta kite\tk\n2\ty.jpg\t\tan owl\n"),
        ("a.jsonl", '{"prompt": "a kite"}\n{"prompt": "an owl"}\n'),
        ("a.TXT", "a kite\r\n\r\n  an owl  "),
        ("a.csv", "wishes\na kite\nan owl\n"),
    ],
)
def test_requests_are_read_from_every_form_of_file(tmp_path, name, text):
    assert prompts(read_requests(write(tmp_path, name, text))) == ["a kite", "an owl"]


def test_a_named_column_is_stronger_than_the_known_names(tmp_path):
    file = write(tmp_path, "a.csv", "prompt,wish,kind,truth,id\nno,a kite,toys,red,k7\n")

    (row,) = read_requests(file, prompt="wish", category="kind", reference="truth").rows

    assert row == RequestRow("a kite", 0, category="toys", reference="red", source_id="k7")


def test_columns_that_are_not_used_are_told(tmp_path):
    found = read_requests(write(tmp_path, "a.csv", "prompt,mood\na kite,calm\n"))

    assert found.notes == ("columns that are not used: 'mood'",)


def test_all_faults_of_the_columns_are_told_at_once(tmp_path):
    file = write(tmp_path, "a.csv", "promt,kind\na kite,toys\n")

    with pytest.raises(DataError) as caught:
        read_requests(file, category="kin", reference="truth")

    told = str(caught.value)
    assert "no column 'kin' for the category; did you mean 'kind'?" in told
    assert "no column 'truth' for the reference" in told
    assert "call it 'prompt', or name it in inputs.prompt; did you mean 'promt'?" in told
    assert "columns are 'promt', 'kind'" in told


def test_blank_broken_and_repeated_requests_are_set_aside_and_told(tmp_path):
    lines = [{"prompt": text} for text in ("a kite", "", " a kite\n", "\ud800", "x" * 200_001, "an owl")]
    found = read_requests(write(tmp_path, "a.jsonl", "\n".join(map(json.dumps, lines))))

    assert [(row.prompt, row.row) for row in found.rows] == [("a kite", 0), ("an owl", 5)]
    assert found.notes == (
        "1 row is blank and skipped: row 1 (line 2)",
        "1 row is the same request as an earlier row and left out: row 2 (line 3)",
        "1 row is broken Unicode (half of a surrogate pair) and skipped: row 3 (line 4)",
        "1 row is longer than 200,000 characters and skipped: row 4 (line 5)",
    )


def test_a_repeated_request_with_another_category_is_told_as_such(tmp_path):
    found = read_requests(write(tmp_path, "a.csv", "prompt,category\na kite,toys\na kite,birds\n"))

    assert found.rows[0].category == "toys"
    assert "although the category is another: row 1 (line 3)" in found.notes[0]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", "\n \n", "the file is empty; write one request a line"),
        ("a.txt", b"a\0b", "zero byte"),
        ("a.txt", PNG, "a picture"),
        ("a.csv", "", "the file is empty"),
        ("a.csv", "prompt\n\u00e9t\u00e9\n".encode("latin-1"), "state its encoding"),
        ("a.csv", 'prompt\n" "\n', "there is no usable request"),
        ("a.json", "", "a captions file is"),
        ("a.json", "[1]", "name the file .jsonl"),
        ("a.json", "{", "not JSON"),
        ("a.json", "[" * 100_000, "not usable"),
        (
            "a.json",
            '{"images": [{"id": 1, "file_name": "a.jpg"}], "annotations": []}',
            "no picture has a caption",
        ),
    ],
)
def test_a_file_without_requests_is_refused_with_its_reason(tmp_path, name, content, told):
    with pytest.raises(DataError, match=told):
        read_requests(write(tmp_path, name, content))


def test_a_stated_encoding_is_used(tmp_path):
    file = write(tmp_path, "a.txt", "\u00e9t\u00e9".encode("latin-1"))

    assert prompts(read_requests(file, encoding="latin-1")) == ["\u00e9t\u00e9"]


def test_an_unknown_suffix_or_a_column_of_a_text_is_wrong_usage(tmp_path):
    with pytest.raises(UsageError, match=r"'\.xlsx' names no form of requests: \.csv.*\.txt, \.json"):
        read_requests(write(tmp_path, "a.xlsx", "x"))
    with pytest.raises(
        UsageError, match=r"a \.txt file has no columns, but one was named: 'wish' for the prompt"
    ):
        read_requests(write(tmp_path, "a.txt", "x"), prompt="wish")


def test_a_sample_is_drawn_by_content_and_keeps_the_order_of_the_file(tmp_path):
    lines = [f"a picture of {number} kites" for number in range(300)]
    few = read_requests(write(tmp_path, "a.txt", "\n".join(lines)), sample=50, seed=3)
    turned = read_requests(write(tmp_path, "b.txt", "\n".join(lines[::-1])), sample=50, seed=3)
    other = read_requests(write(tmp_path, "a.txt", "\n".join(lines)), sample=50, seed=4)

    assert len(few.rows) == 50
    assert [row.row for row in few.rows] == sorted(row.row for row in few.rows)
    assert set(prompts(turned)) == set(prompts(few)) != set(prompts(other))
    assert few.notes == ("50 of 300 requests are used",)


def test_rows_added_later_take_no_more_places_of_a_sample_than_they_are(tmp_path):
    lines = [f"a picture of {number} kites" for number in range(300)]
    before = read_requests(write(tmp_path, "a.txt", "\n".join(lines[:290])), sample=50)
    after = read_requests(write(tmp_path, "a.txt", "\n".join(lines)), sample=50)

    assert len(set(prompts(before)) - set(prompts(after))) <= 10


def test_every_nth_request_is_used_from_the_first_on(tmp_path):
    file = write(tmp_path, "a.txt", "\n".join("abcdefg"))

    assert prompts(read_requests(file, every=3)) == ["a", "d", "g"]


def test_a_sample_larger_than_the_file_is_the_file_and_told(tmp_path):
    found = read_requests(write(tmp_path, "a.txt", "a\nb"), sample=3)

    assert prompts(found) == ["a", "b"]
    assert "there are 2 requests: all are used" in found.notes[0]


@pytest.mark.parametrize("choice", [{"sample": 0}, {"every": -1}, {"sample": 2, "every": 2}])
def test_a_sample_that_cannot_be_drawn_is_wrong_usage(tmp_path, choice):
    with pytest.raises(UsageError, match=r"at least 1|state one of them"):
        read_requests(write(tmp_path, "a.txt", "a"), **choice)


def test_the_first_caption_of_a_picture_is_its_request(tmp_path):
    write(tmp_path, "b.png", PNG)
    file = captions(
        tmp_path,
        [{"id": 7, "file_name": "b.png"}, {"id": 8, "file_name": "c.png"}],
        [{"image_id": 7, "caption": caption} for caption in (" ", "A kite.\n", "A red kite.")]
        + [{"image_id": 9, "caption": "An owl."}],
    )
    found = read_requests(file, images=tmp_path)

    assert found.rows == (RequestRow("A kite.", 0, image=tmp_path / "b.png", source_id="7"),)
    assert found.notes == (
        "pictures without a caption, left out: 1, the first is 8",
        "pictures that have captions but are not listed, left out: 1, the first is 9",
    )


def test_without_a_folder_no_picture_is_looked_up(tmp_path):
    file = captions(tmp_path, [{"id": 7, "file_name": "b.png"}], [{"image_id": 7, "caption": "A kite."}])

    assert read_requests(file).rows[0].image is None


def test_all_faults_of_a_captions_file_are_told_at_once(tmp_path):
    file = captions(
        tmp_path,
        [{"id": 1, "file_name": "a.jpg"}, {"id": 1, "file_name": "b.jpg"}, {"id": True, "file_name": "c"}, 3],
        [{"image_id": 1}, {"image_id": 1, "caption": "A kite."}],
    )
    with pytest.raises(DataError) as caught:
        read_requests(file)

    assert [fault.partition(":")[0] for fault in caught.value.faults] == [
        "images[1]",
        "images[2]",
        "images[3]",
        "annotations[0]",
    ]


def test_all_reference_pictures_that_cannot_be_used_are_told_at_once(tmp_path):
    write(tmp_path, "good.png", PNG)
    write(tmp_path, "page.png", b"%PDF-1.7")
    write(tmp_path, "text.png", b"hello")
    names = ("good.png", "page.png", "text.png", "gone.png")
    table = "prompt,file_name\n" + "".join(f"kite {name},{name}\n" for name in names)

    with pytest.raises(DataError) as caught:
        read_requests(write(tmp_path, "a.csv", table), images=tmp_path)

    page, text, gone = caught.value.faults
    assert page == "row 1 (line 3): 'page.png' is a PDF; a reference is one picture"
    assert text.startswith("row 2 (line 4): 'text.png' cannot be used: this is")
    assert gone == f"row 3 (line 5): there is no file 'gone.png' in {tmp_path.name}"


def test_pictures_are_looked_up_for_the_requests_that_are_used_alone(tmp_path):
    write(tmp_path, "a.png", PNG)
    file = write(tmp_path, "a.csv", "prompt,file_name\na kite,a.png\nan owl,gone.png\n")

    assert [row.image for row in read_requests(file, images=tmp_path, every=2).rows] == [tmp_path / "a.png"]


def test_a_picture_is_found_by_the_number_of_its_request(tmp_path):
    pictures = tmp_path / "val"
    pictures.mkdir()
    for name in ("COCO_val2014_000000000012.png", "000000000112.png", "3.png", "03.png"):
        write(pictures, name, PNG)
    table = write(tmp_path, "a.tsv", "coco_image_id\tcaption\n12\ta kite\n")
    twice = write(tmp_path, "b.tsv", "coco_image_id\tcaption\n3\ta kite\n4\tan owl\nx\ta cat\n")

    assert read_requests(table, images=pictures).rows[0].image == pictures / "COCO_val2014_000000000012.png"
    with pytest.raises(DataError) as caught:
        read_requests(twice, images=pictures)
    assert "the number 3 could be any of '03.png', '3.png'" in caught.value.faults[0]
    assert "there is no file whose name ends with 4 in val" in caught.value.faults[1]
    assert "neither a file name nor a number" in caught.value.faults[2]


def test_a_folder_of_pictures_is_of_no_use_where_no_column_names_them(tmp_path):
    with pytest.raises(DataError, match="name it 'file_name'"):
        read_requests(write(tmp_path, "a.csv", "prompt,mood\na kite,calm\n"), images=tmp_path)
    with pytest.raises(UsageError, match="there is no folder"):
        read_requests(write(tmp_path, "b.csv", "prompt,id\na kite,1\n"), images=tmp_path / "none")


def test_parti_prompts_are_read_without_quoting(tmp_path):
    found = read_requests(real("PartiPrompts.tsv"))

    assert len(found.rows) == 1632
    assert found.rows[0] == RequestRow("bond", 0, category="Abstract")
    assert len({row.category for row in found.rows}) == 12
    assert any('"' in row.prompt for row in found.rows)


def test_captions_of_coco_and_prompts_of_geneval_are_read(tmp_path):
    coco = read_requests(real("coco_captions.tsv"), sample=50)
    geneval = read_requests(real("geneval.jsonl"))

    assert len(coco.rows) == 50
    assert all(row.source_id.isdigit() for row in coco.rows)
    assert geneval.rows[0] == RequestRow("a photo of a bench", 0, category="single_object")
