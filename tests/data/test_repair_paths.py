import pytest

from assay.data.annotation import read_annotation
from assay.data.repair_paths import plan_repair, write_repaired
from assay.errors import DataError, UsageError

HEADER = "data_index;image_path;question;answer;doc_class;question_type"


@pytest.fixture
def folder(tmp_path):
    for name in (
        "images/1.jpg",
        "images/Скан 2.PNG",
        "images/deep/3.tif",
        "a/4.png",
        "b/4.png",
        "a/notes.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_bytes(b"picture")
    return tmp_path


def table(folder, *paths, encoding="utf-8", end="\n"):
    rows = [f'{number};{path};"Q;{number}?";  A ;card;n{number}' for number, path in enumerate(paths)]
    (folder / "annotation.csv").write_bytes(end.join([HEADER, *rows, ""]).encode(encoding))
    return folder / "annotation.csv"


@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        (r"D:\data\images\1.jpg", "images/1.jpg", "folders before"),
        ("/home/someone/set/images/1.jpg", "images/1.jpg", "folders before"),
        ("1.jpg", "images/1.jpg", "folders before"),
        (r"images\1.jpg", "images/1.jpg", "backslashes"),
        ("images/скан 2.png", "images/Скан 2.PNG", "case"),
        ("IMAGES/1.JPG", "images/1.jpg", "case"),
        ("images/1.jpeg", "images/1.jpg", "suffix"),
        ("x/3.tif#2", "images/deep/3.tif#2", "folders before"),
        ("old/b/4.png", "b/4.png", "folders before"),
        ("A/4.png", "a/4.png", "case"),
    ],
)
def test_a_path_is_matched_by_the_longest_end_that_leads_to_one_file(folder, old, new, how):
    plan = plan_repair(table(folder, old))

    (change,) = plan.changes
    assert (change.line, change.old, change.new) == (2, old, new)
    assert how in change.how
    assert plan.problems == ()


@pytest.mark.parametrize(
    ("old", "why"),
    [
        ("4.png", "it could be any of 'a/4.png', 'b/4.png'"),
        ("9.png", "no file fits"),
        ("notes.jpg", "no file fits"),
        ("..", "no file fits"),
    ],
)
def test_what_fits_two_files_or_none_is_told_and_left(folder, old, why):
    file = table(folder, "images/1.jpg", old)

    plan = plan_repair(file)

    (problem,) = plan.problems
    assert (problem.line, problem.old) == (3, old)
    assert why in problem.why
    assert plan.unchanged == 1
    assert plan.content == file.read_bytes()


def test_two_pictures_never_become_one(folder):
    plan = plan_repair(table(folder, "x/1.jpg", "y/1.jpg", r"C:\images\Скан 2.PNG", "images/Скан 2.PNG"))

    assert [each.line for each in plan.problems] == [2, 3]
    assert "different pictures: 'x/1.jpg', 'y/1.jpg'" in plan.problems[0].why
    assert [each.line for each in plan.changes] == [4]
    assert plan.unchanged == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_nothing_but_the_paths_changes(folder, encoding, end):
    stated = encoding if encoding == "cp1251" else None
    file = table(
        folder, r"D:\images\1.jpg", '"x;y/Скан 2.png"', "images/deep/3.tif", encoding=encoding, end=end
    )
    before = file.read_bytes()

    plan = plan_repair(file, encoding=stated)

    after = plan.content.decode(encoding)
    assert plan.content[:3] == before[:3]
    assert after == before.decode(encoding).replace(r"D:\images\1.jpg", "images/1.jpg").replace(
        "x;y/Скан 2.png", "images/Скан 2.PNG"
    )


def test_big_endian_utf16_stays_so(folder):
    file = table(folder, "1.jpg", encoding="utf-16-be")
    file.write_bytes(b"\xfe\xff" + file.read_bytes())

    content = plan_repair(file).content

    assert content.startswith(b"\xfe\xff")
    assert ";images/1.jpg;" in content[2:].decode("utf-16-be")


def test_a_table_that_is_in_order_stays_as_it_is(folder):
    file = table(folder, "images/1.jpg", "images/deep/3.tif#2")

    plan = plan_repair(file)

    assert (plan.changes, plan.problems, plan.unchanged) == ((), (), 2)
    assert plan.content == file.read_bytes()


def test_the_repaired_table_is_written_beside_the_old_one_and_can_be_read(folder):
    file = table(folder, r"D:\images\1.jpg", "скан 2.png")
    before = file.read_bytes()

    write_repaired(plan_repair(file), folder / "repaired.csv")

    assert file.read_bytes() == before
    assert len(read_annotation(folder / "repaired.csv").questions) == 2


def test_a_file_is_replaced_only_when_told(folder):
    file = table(folder, "1.jpg")
    plan = plan_repair(file)

    with pytest.raises(UsageError, match="is there already"):
        write_repaired(plan, file)
    assert b";1.jpg;" in file.read_bytes()
    write_repaired(plan, file, overwrite=True)

    assert file.read_bytes() == plan.content
    assert not [each for each in folder.iterdir() if each.name.endswith(".draft")]


def test_paths_may_start_from_another_folder(folder):
    (folder / "tables").mkdir()
    file = table(folder / "tables", "1.jpg")

    assert plan_repair(file, images=folder).changes[0].new == "../images/1.jpg"
    assert plan_repair(file, images=folder, base=folder).changes[0].new == "images/1.jpg"
    with pytest.raises(UsageError, match="there is no folder"):
        plan_repair(file, images=folder / "none")


def test_blank_lines_and_line_breaks_in_cells_move_nothing(folder):
    (folder / "a.csv").write_text('\nimage;question\n"1.jpg";"two\nlines"\n\n1.jpg;x\n')

    plan = plan_repair(folder / "a.csv")

    assert [each.line for each in plan.changes] == [3, 6]
    assert plan.content.decode() == '\nimage;question\n"images/1.jpg";"two\nlines"\n\nimages/1.jpg;x\n'


@pytest.mark.parametrize("content", ["", "question;answer\na;b\n", "image;question\n"])
def test_a_table_without_paths_is_refused(folder, content):
    (folder / "a.csv").write_text(content)

    with pytest.raises(DataError):
        plan_repair(folder / "a.csv")
