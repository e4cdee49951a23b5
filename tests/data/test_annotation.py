import re
from pathlib import Path

import pytest

from assay.data.annotation import read_annotation
from assay.data.pictures import page_size
from assay.errors import DataError, UsageError

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "document-prompts.txt"
HEADER = "image_path;question;answer;doc_class;question_type;answer_bbox"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "images").mkdir()
    for name in ("1.png", "2.png", "3.png"):
        (tmp_path / "images" / name).write_bytes(b"\x89PNG and so on")
    return tmp_path


def table(folder, *rows, header=HEADER, name="annotation.csv", encoding="utf-8"):
    (folder / name).write_bytes("\n".join([header, *rows, ""]).encode(encoding))
    return folder / name


def faults(path, **options):
    with pytest.raises(DataError) as caught:
        read_annotation(path, **options)
    return caught.value.faults


def test_a_row_becomes_a_question(folder):
    file = table(folder, "images/1.png;Which name?;Novák;card;first name;[10, 20, 30, 40]")

    annotation = read_annotation(file)

    (question,) = annotation.questions
    assert (question.line, question.page, question.image_path) == (2, 1, "images/1.png")
    assert question.image == folder / "images" / "1.png"
    assert (question.question, question.answer) == ("Which name?", "Novák")
    assert (question.doc_class, question.question_type, question.key) == (
        "card",
        "first name",
        "card first name",
    )
    assert question.bbox == (10, 20, 30, 40)
    assert question.document == "images/1.png"
    assert annotation.notes == ()
    assert annotation.columns["doc_class"] == "doc_class"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_separator_is_read_with_and_without_a_byte_order_mark(folder, separator, encoding):
    row = ["images/1.png", "Имя?", "Йонас", "card", "имя", ""]
    file = table(folder, separator.join(row), header=HEADER.replace(";", separator), encoding=encoding)

    assert read_annotation(file).questions[0].answer == "Йонас"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize(
    "box",
    [
        '"[10, 20, 30, 40]"',
        "“[10,20,30,40]”",
        "[10, 20, 30, 40]",
        '[10,20,30,40]"',
        "(10;20;30;40)",
        "„[10,20,30,40]“",
        '"[[10,20],[30,20],[30,40],[10,40]]"',
        "10 20 30 40",
    ],
)
def test_a_box_is_read_in_every_style_with_every_separator(folder, separator, box):
    row = separator.join(["images/1.png", "Q", "A", "card", "name", box])
    file = table(folder, row, row.replace("1.png", "2.png"), header=HEADER.replace(";", separator))

    assert [each.bbox for each in read_annotation(file).questions] == [(10, 20, 30, 40)] * 2


@pytest.mark.parametrize(
    "header",
    [
        "image_path;question;answer;doc class;question<br><br>type;answear bbox",
        "Image Path;QUESTION;Answer;Document-Class;Question type;BBox",
        '"image";"question";"answear";"doc_type";"question\ntype";"answer box"',
    ],
)
def test_columns_are_known_by_their_variants(folder, header):
    file = table(folder, "images/1.png;Q;A;card;name;[1,2,3,4]", header=header)

    assert read_annotation(file).questions[0].bbox == (1, 2, 3, 4)


def test_missing_columns_are_told_together_with_what_came(folder):
    file = table(folder, "images/1.png;Q;A", header="image;qestion;klass")

    told = "\n".join(faults(file))

    assert "no column for the question (write 'question'); is it 'qestion'?" in told
    assert "no column for the answer" in told
    assert "no column for the doc_class" in told
    assert "columns are 'image', 'qestion', 'klass'" in told


def test_two_columns_for_one_thing_are_refused(folder):
    file = table(
        folder,
        "images/1.png;a;Q;A;card;name",
        header="image;image_path;question;answer;doc_class;question_type",
    )

    assert "both name the image" in faults(file)[0]


def test_columns_that_are_not_used_are_told(folder):
    file = table(folder, "7;images/1.png;Q;A;card;name;", header=f"scanner;{HEADER}")

    assert read_annotation(file).notes == ("columns that are not used: 'scanner'",)


def test_a_row_number_is_no_column_to_be_told_of(folder):
    file = table(folder, "7;images/1.png;Q;A;card;name;", header=f"data_index;{HEADER}")

    assert read_annotation(file).notes == ()


def test_typographic_quotes_around_cells_go_with_a_note_and_those_inside_stay(folder):
    file = table(
        folder,
        "images/1.png;“Which; name?”;“Ada “the first” Novak”;card;“name”;",
        "images/2.png;Q;Завод «Север»;card;name;",
        "images/3.png;Q;«Север»;card;name;",
    )

    annotation = read_annotation(file)

    first, second, third = annotation.questions
    assert (first.question, first.question_type) == ("Which; name?", "name")
    assert first.answer == "“Ada “the first” Novak”"
    assert (second.answer, third.answer) == ("Завод «Север»", "«Север»")
    assert annotation.notes == ("quotes around whole cells were taken off: line 2",)


def test_the_table_printed_in_the_seed_is_read(tmp_path):
    if not SEED.exists():
        pytest.skip(f"the seed {SEED.name} is not on this machine")
    (tmp_path / "image").mkdir()
    for name in ("1.jpg", "3.jpg"):
        (tmp_path / "image" / name).write_bytes(b"\xff\xd8\xff")
    file = tmp_path / "annotation.csv"
    file.write_text(first_markdown_table(SEED.read_text(encoding="utf-8")), encoding="utf-8")

    annotation = read_annotation(file)

    assert [each.key for each in annotation.questions] == [
        "passport Имя",
        "passport Фамилия",
        "document Сумма",
    ]
    assert {each.answer for each in annotation.questions} == {"Текст ответа"}
    assert {each.question for each in annotation.questions} == {"Текст вопроса"}
    assert {each.bbox for each in annotation.questions} == {(10, 20, 30, 40)}
    assert [each.document for each in annotation.questions] == ["image/1.jpg", "image/1.jpg", "image/3.jpg"]
    assert annotation.columns["bbox"] == "answear bbox"


def first_markdown_table(text):
    """The first table of a Markdown page as a semicolon table, cell by cell as printed."""
    lines = re.search(r"(?:^\|.*\|\n)+", text, re.MULTILINE)[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return "\n".join(";".join(row) for row in rows if set("".join(row)) != {"-"})


def test_all_faults_are_told_at_once_with_their_lines(folder):
    file = table(
        folder,
        "images/none.png;Q;A;card;name;",
        "images/1.png;;A;card;name;",
        "images/1.png;Q;;card;name;",
        "images/1.png;Q;A;;name;",
        "images/1.png;Q;A;id card;name;",
        "images/1.png;Q;A;card;name;[10,20,5,40]",
        "images/1.png;Q;A;card;name;somewhere",
        ";Q;A;card;name;",
        "images;Q;A;card;name;",
        "images/2.png;Q;1,234E+09;card;number;",
    )

    told = faults(file)

    assert len(told) == 10
    for line, words in {
        2: "there is no file 'images/none.png'",
        3: "the question is empty",
        4: "the answer is empty; fill it in, or set absent_fields",
        5: "the document class is empty",
        6: "'id card' holds a blank, at which keys are split; write 'id_card'",
        7: "has no area",
        8: "'somewhere' is not four numbers",
        9: "the image path is empty",
        10: "'images' is a folder",
        11: "'1,234E+09' is a number that a spreadsheet has shortened",
    }.items():
        assert any(each.startswith(f"line {line}: ") and words in each for each in told), (line, told)


def test_one_row_may_have_several_faults(folder):
    assert len(faults(table(folder, "images/9.png;;;;name;[1]"))) == 5


def test_many_faults_of_one_kind_are_capped_and_do_not_hide_another_kind(folder):
    rows = [f"images/1.png;;A{number};card;name;" for number in range(30)]
    told = faults(table(folder, *rows, "images/9.png;Q;A;card;name;"))

    assert len(told) == 22
    assert told[20] == "and 10 more faults of this kind (empty questions)"
    assert "images/9.png" in told[21]


def test_an_empty_answer_is_valid_where_absent_fields_are_allowed_and_is_told(folder):
    file = table(folder, "images/1.png;Q;;card;name;[]")

    annotation = read_annotation(file, absent_fields="allowed")

    assert annotation.questions[0].answer == ""
    assert annotation.questions[0].bbox is None
    assert "1 answers are empty" in annotation.notes[0]


def test_an_empty_question_type_makes_the_class_the_key(folder):
    assert read_annotation(table(folder, "images/1.png;Q;A;СНИЛС;;")).questions[0].key == "СНИЛС"


def test_keys_are_composed_and_have_single_blanks(folder):
    decomposed = "и\u0306"
    file = table(folder, f"images/1.png;Q;{decomposed};card;последни{decomposed}  номер;")

    question = read_annotation(file).questions[0]

    assert question.key == "card последний номер"
    assert question.answer == decomposed


def test_pages_are_named_behind_a_hash_or_in_a_column(folder):
    (folder / "scan.pdf").write_bytes(b"%PDF-")
    (folder / "odd#2.png").write_bytes(b"\x89PNG")
    file = table(
        folder,
        "scan.pdf#3;;Q;A;card;name",
        "scan.pdf;2;Q;A;card;name",
        "scan.pdf;;Q;A;card;name",
        "odd#2.png;;Q;A;card;name",
        header="image;page;question;answer;doc_class;question_type",
    )

    questions = read_annotation(file).questions

    assert [each.page for each in questions] == [3, 2, 1, 1]
    assert [each.document for each in questions] == ["scan.pdf"] * 3 + ["odd#2.png"]
    assert questions[0].image == folder / "scan.pdf"


def test_pages_that_contradict_or_are_no_numbers_are_refused(folder):
    file = table(
        folder,
        "images/1.png#3;2;Q;A;card;name",
        "images/1.png;0;Q;A;card;name",
        "images/1.png;two;Q;A;card;name",
        "images/1.png#0;;Q;A;card;name",
        header="image;page;question;answer;doc_class;question_type",
    )

    assert [each[:8] for each in faults(file)] == ["line 2: ", "line 3: ", "line 4: ", "line 5: "]


def test_backslashes_are_slashes_and_another_case_is_found_with_a_note(folder):
    (folder / "images" / "Скан.JPG").write_bytes(b"\xff\xd8\xff")
    file = table(folder, r"images\1.png;Q;A;card;name;", "Images/скан.jpg;Q;B;card;name;")

    annotation = read_annotation(file)

    assert annotation.questions[1].image == folder / "images" / "Скан.JPG"
    assert annotation.questions[1].document == "images/Скан.JPG"
    (note,) = annotation.notes
    assert "'Images/скан.jpg' was read from 'images/Скан.JPG': line 3" in note


def test_an_exact_name_is_stronger_and_two_near_names_are_refused(folder):
    for name in ("a.png", "A.png"):
        (folder / name).write_bytes(b"\x89PNG")
    if len({each.name for each in folder.iterdir()} & {"a.png", "A.png"}) < 2:
        pytest.skip("this file system does not tell case apart")
    file = table(folder, "a.png;Q;A;card;name;", "a.PNG;Q;A;card;name;")

    assert faults(file) == (
        "line 3: 'a.PNG' could be any of 'A.png', 'a.png'; write it as the file is named",
    )


def test_images_start_from_their_folder_where_one_is_given(folder):
    file = table(folder, "1.png;Q;A;card;name;")

    assert read_annotation(file, images=folder / "images").questions[0].document == "1.png"
    with pytest.raises(UsageError, match="there is no folder"):
        read_annotation(file, images=folder / "pictures")


def test_links_that_loop_and_over_long_names_are_faults_with_their_line(folder):
    (folder / "loop.png").symlink_to(folder / "loop.png")
    file = table(folder, "loop.png;Q;A;card;name;", f"{'x' * 3000}.png;Q;A;card;n;")

    loop, long = faults(file)

    assert "leads nowhere" in loop
    assert long.startswith("line 3: there is no file")


@pytest.mark.parametrize("written", [".", "..", "/", "images/", "C:", "#", "#3", "//", "images/../.."])
def test_what_is_a_path_to_no_file_is_a_fault(folder, written):
    (told,) = faults(table(folder, f"{written};Q;A;card;name;"))

    assert told.startswith("line 2: ")


def test_the_document_may_be_named_by_a_column(folder):
    header = f"{HEADER};case"
    file = table(folder, "images/1.png;Q;A;card;name;;first", "images/2.png;Q;A;card;name;;", header=header)

    annotation = read_annotation(file, document="case")

    assert [each.document for each in annotation.questions] == ["first", "images/2.png"]
    assert annotation.notes == ("column 'case' is blank, the image file is the document: line 3",)
    with pytest.raises(DataError, match="did you mean 'case'"):
        read_annotation(file, document="cose")


def test_repeats_are_left_out_and_told(folder):
    row = "images/1.png;Q;A;card;name;"
    annotation = read_annotation(table(folder, row, row, row))

    assert len(annotation.questions) == 1
    assert annotation.notes == ("rows that repeat an earlier one were left out: lines 3, 4",)


def test_one_question_with_two_answers_is_refused_and_two_questions_are_told(folder):
    file = table(folder, "images/1.png;Q;A;card;name;", "images/1.png;Q;B;card;name;")
    assert faults(file) == (
        "line 3: 'card name' on 'images/1.png' is 'B', but 'A' in line 2; keep the right one",
    )

    file = table(folder, "images/1.png;Line 1?;A;card;name;", "images/1.png;Line 2?;B;card;name;")
    assert "told apart by their question alone: line 3" in read_annotation(file).notes[0]


def test_a_number_regrouped_by_a_spreadsheet_is_told_by_its_siblings(folder):
    file = table(
        folder,
        "images/1.png;Q;4505 679944;card;number;",
        "images/2.png;Q;4 505 679 945;card;number;",
        "images/3.png;Q;4 505 679;card;sum;",
        "images/1.png;Q;4505680;card;sum;",
    )

    (told,) = faults(file)

    assert told.startswith("line 3: the answer '4 505 679 945' is grouped by thousands")


def test_numbers_all_grouped_by_thousands_are_told_not_refused(folder):
    file = table(
        folder, "images/1.png;Q;4 505 679 944;card;number;", "images/2.png;Q;4 505 679 945;card;number;"
    )

    assert "every answer of 'card number' is a long number" in read_annotation(file).notes[0]


def test_with_a_look_boxes_are_checked_and_every_page_is_looked_at_once(folder):
    looked = []

    def look(path, page):
        looked.append((path.name, page))
        if path.name == "3.png":
            raise DataError(path.name, ["broken", "very"])
        return (100, 50)

    file = table(
        folder,
        "images/1.png;Q;A;card;name;[0,0,100,50]",
        "images/1.png;Q;B;card;town;[0,0,100,60]",
        "images/3.png;Q;B;card;town;",
    )

    told = faults(file, look=look)

    assert told == (
        "line 3: the box [0.0, 0.0, 100.0, 60.0] reaches outside the page of 100 x 50 pixels",
        "line 4: 'images/3.png': broken; very",
    )
    assert looked == [("1.png", 1), ("3.png", 1)]


def test_real_pictures_are_looked_at(tmp_path):
    image = pytest.importorskip("PIL.Image")
    image.new("RGB", (60, 40)).save(tmp_path / "a.png")
    (tmp_path / "b.png").write_bytes(b"")
    file = table(
        tmp_path, "a.png;Q;A;card;name;[1,1,60,40]", "a.png#2;Q;A;card;name;", "b.png;Q;A;card;name;"
    )

    told = faults(file, look=page_size)

    assert "page 2 was asked for" in told[0]
    assert "empty file" in told[1]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (HEADER.encode(), "no row below it"),
        (b"\x89PNG\r\n\x1a\n\0\0", "no text file but a picture"),
        (b"image;a\0b", "zero byte"),
        ((HEADER + "\nimages/1.png;Имя;Ада;card;имя;\n").encode("cp1251"), "is not UTF-8"),
        ((HEADER + '\nimages/1.png;"never closed;A;card;name;\n').encode(), "never closed"),
        ((HEADER + "\nimages/1.png;Q\n").encode(), "2 fields where the header has 6"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(folder, content, said):
    (folder / "annotation.csv").write_bytes(content)

    assert said in "\n".join(faults(folder / "annotation.csv"))


def test_a_stated_encoding_is_read(folder):
    file = table(folder, "images/1.png;Имя?;Йонас;card;имя;", encoding="cp1251")

    assert read_annotation(file, encoding="windows-1251").questions[0].answer == "Йонас"


def test_json_lines_are_read_too(folder):
    (folder / "a.jsonl").write_text(
        '{"image": "images/1.png", "question": "Q", "answer": "A", "doc_class": "id", "question_type": "n"}\n'
    )

    assert read_annotation(folder / "a.jsonl").questions[0].key == "id n"


def test_a_long_table_is_read_whole(folder):
    rows = [
        f"images/{number % 3 + 1}.png;“Question {number}?”;answer {number};card;name;[1, 2, 3, {number + 3}]"
        for number in range(50_000)
    ]

    annotation = read_annotation(table(folder, *rows), look=lambda path, page: (90_000, 90_000))

    assert len(annotation.questions) == 50_000
    assert annotation.questions[-1].line == 50_001
