import csv
import io
import json
import re
from dataclasses import replace
from urllib.parse import unquote, urlsplit

import picture_runs
import pytest
from picture_runs import MARKUP, VARIANTS
from PIL import Image
from rich.console import Console
from test_html_report import read

from assay.errors import UsageError
from assay.proof.pictures import CONTROL, EQUAL_COST, LOOP, SAME_STOP
from assay.report.html import write_report
from assay.report.pictures import names, pages
from assay.report.pictures.reading import read_pictures
from assay.report.pictures.tables import ABOUT, EVALUATION
from assay.report.pictures.terminal import picture_summary
from assay.store import Store


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A finished run with its report: store, run, folder, pages."""
    base = tmp_path_factory.mktemp("pictures")
    with Store(f"sqlite:///{base / 'store' / 'assay.db'}") as store:
        made = picture_runs.finished(store, 14)
        folder = write_report(store, made.run, base / "report").parent
        yield store, made, folder, read(folder)


def table(folder, name):
    text = (folder / name).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def contents(folder):
    files = (it for it in folder.rglob("*") if it.is_file())
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in files}


def opened(file):
    """A picture's form and size."""
    with Image.open(file) as picture:
        return picture.format, picture.size


def folder_of(folder, number):
    return next((folder / "requests").glob(f"{number:04d}*"))


def page_of(whole, number):
    _, _, folder, found = whole
    return found[f"requests/{folder_of(folder, number).name}/index.html"]


def shown(page):
    return " ".join(page.shown.split())


def test_every_link_leads_to_a_file_and_every_page_is_reached(whole):
    _, _, folder, found = whole
    reached, left = {"index.html"}, ["index.html"]
    while left:
        name = left.pop()
        for link in found[name].links:
            parts = urlsplit(link)
            if parts.scheme == "data":
                continue
            assert not parts.scheme, (name, link)
            assert not parts.netloc, (name, link)
            target = (folder / name).parent / unquote(parts.path) if parts.path else folder / name
            assert target.is_file(), (name, link)
            inside = target.resolve().relative_to(folder.resolve()).as_posix()
            if parts.fragment:
                assert parts.fragment in found[inside].ids, (name, link)
            if inside.endswith(".html") and inside not in reached:
                reached.add(inside)
                left.append(inside)
    assert reached == set(found)


def test_pages_hold_no_script_no_style_and_no_markup_of_requests(whole):
    for page in whole[3].values():
        assert not {"script", "style"} & set(page.tags)
        assert not [name for name in page.attributes if name.startswith("on") or name == "style"]
        assert page.policy.startswith("default-src 'none'")
        assert len(page.ids) == len(set(page.ids))
    first = page_of(whole, 1)
    assert MARKUP in first.shown
    assert "&lt;script&gt;" in (folder_of(whole[2], 1) / "index.html").read_text("utf-8")


def test_the_front_page_says_the_outcome_with_its_interval_and_what_is_simulated(whole):
    view, text = read_pictures(whole[0], whole[1].run), shown(whole[3]["index.html"])
    compared = view.figures.comparison("control", "scene")
    difference = compared.difference
    assert view.headline.word.lower() == compared.outcome
    assert f"a difference of {names.signed(difference.difference)}" in text
    assert names.signed_span(difference.low, difference.high) in text
    assert "14 requests" in text
    assert "At equal cost:" in text
    assert "Simulation. sim/rewriter stands in for a real model" in text
    assert "small networks that come with Assay" in text


def test_pictures_are_in_their_requests_folder_byte_for_byte(whole):
    store, made, folder, _ = whole
    for number, item in enumerate(made.items, start=1):
        place = folder_of(folder, number)
        loop = next(row for row in store.loops.loops(made.run, LOOP) if row.item == item.id)
        rows = store.loops.pictures(made.run, LOOP, item.id)
        for row in rows:
            file = place / f"cycle-{row.cycle}.{row.place}.png"
            assert file.exists() == (row.image is not None)
            if row.image is not None:
                assert file.read_bytes() == store.blobs.get(row.image.blob)
        chosen = next(row for row in rows if (row.cycle, row.place) == loop.chosen)
        assert (place / "chosen.png").read_bytes() == store.blobs.get(chosen.image.blob)
        control = store.loops.pictures(made.run, CONTROL, item.id)
        there = [n for n, row in enumerate(control) if row.image is not None]
        assert sorted(it.name for it in place.glob("control-?.png")) == [f"control-{n}.png" for n in there]


def test_a_picture_two_procedures_share_is_written_once_where_it_can_be(whole):
    store, made, folder, _ = whole
    for number, item in enumerate(made.items, start=1):
        more = {row.image.blob for row in store.loops.pictures(made.run, EQUAL_COST, item.id) if row.image}
        fewer = {row.image.blob for row in store.loops.pictures(made.run, CONTROL, item.id) if row.image}
        files = list(folder_of(folder, number).glob("control-cost-*.png"))
        assert len(files) == len(more - fewer)


def test_big_pictures_have_small_copies_and_small_ones_stay_sharp(whole):
    folder = whole[2]
    text = (folder_of(folder, 5) / "index.html").read_text("utf-8")
    thumbs = set(re.findall(r"thumbs/([0-9a-f]{64}\.jpg)", text))
    assert thumbs
    for name in thumbs:
        assert max(opened(folder / "thumbs" / name)[1]) == 320
    assert 'class="pixels"' not in text
    small = (folder_of(folder, 8) / "index.html").read_text("utf-8")
    assert 'class="pixels"' in small
    assert "thumbs/" not in small


def test_a_requests_page_shows_every_cycle_with_what_changed_and_why_it_ended(whole):
    store, made, folder, _ = whole
    cycles = {n: store.loops.cycles(made.run, LOOP, item.id) for n, item in enumerate(made.items, start=1)}
    number = next(n for n, rows in cycles.items() if n > 7 and len(rows) > 2)
    page, raw = page_of(whole, number), (folder_of(folder, number) / "index.html").read_text("utf-8")
    text = shown(page)
    for cycle in cycles[number]:
        assert f"cycle-{cycle.cycle}" in page.ids
        assert cycle.prompt in page.shown
    assert "<ins>, attempt 1</ins>" in raw
    assert "20 tokens of 77" in text
    assert "The rewriter's reply" in text
    assert text.count("stopped here because the critic says it matches") == 1
    assert "Unchanged prompt, same seed" in text
    assert "Is it the right colour? colour" in text
    # Chosen by a word and a sign in the cycle; a frame alone would not do.
    assert text.count("★ chosen") >= 2


def test_a_loop_that_goes_on_says_where_it_would_have_stopped(store, tmp_path):
    made = picture_runs.begin(store, 8)
    for number in range(8):
        picture_runs.run_loop(made, number, goes_on=True)
    store.evidence.flush()
    found = read(write_report(store, made.run, tmp_path).parent)
    told = [shown(page) for name, page in found.items() if name.startswith("requests/")]
    assert any("would have stopped here because" in text for text in told)


def test_what_went_wrong_is_told_where_it_did(whole):
    assert "✗ cut The generator reads 77 tokens" in shown(page_of(whole, 3))
    assert "The rewriter's reply: <prompt> stands in it 0 times" in shown(page_of(whole, 7))
    blocked = shown(page_of(whole, 6))
    assert "✗ blocked the safety filter" in blocked
    assert "no picture" in blocked
    front = shown(whole[3]["index.html"])
    assert "1 reply of the rewriter could not be used" in front
    assert "1 prompt, a user's own, had more tokens than the generator reads" in front
    assert "Blocked, and so never scored: 1 picture of the loop" in front


def test_a_verdict_that_nobody_could_tell_is_not_called_unread(store, tmp_path):
    made = picture_runs.begin(store, 8)
    picture_runs.run_loop(made, 0)
    store.evidence.flush()
    item, _ = store.evidence.items(made.run)[0]
    row = store.loops.pictures(made.run, "loop", item.id)[0]
    for fault, word in (("", "could not tell"), ("no answers: the reply is empty", "unread")):
        look = {**row.look, "matches": None, "score": None, "fault": fault}
        store.loops.add_picture(made.run, "loop", item.id, replace(row, look=look))
        store.evidence.flush()
        found = read(write_report(store, made.run, tmp_path / "report").parent)
        (page,) = (shown(page) for name, page in found.items() if name.startswith("requests/"))
        assert f"? {word}" in page


def test_a_reference_picture_stands_beside_with_the_name_of_its_file(whole):
    folder, page = whole[2], page_of(whole, 4)
    assert (folder_of(folder, 4) / "reference.png").is_file()
    assert "reference" in shown(page)
    row = next(row for row in table(folder, "evaluation.csv") if row["image_id"] == "-1")
    assert (row["prompt_id"], row["optimized_prompt"]) == ("4", "")
    assert (folder / row["image_path"]).is_file()


def test_the_evaluation_table_has_the_columns_of_old_and_a_row_for_every_picture(whole):
    store, made, folder, _ = whole
    rows = table(folder, "evaluation.csv")
    assert tuple(rows[0])[: len(EVALUATION)] == EVALUATION
    assert tuple(rows[0])[-2:] == ("category", "words")
    mine = [row for row in rows if row["image_id"] != "-1"]
    pictures = [it for item in made.items for it in store.loops.pictures(made.run, LOOP, item.id)]
    assert len(mine) == len(pictures)
    assert sum(row["best_image"] == "True" for row in mine) == len(made.items)
    for row, picture in zip(mine, pictures, strict=True):
        assert row["clip_score"] == str(picture.measures.get("clip_score", ""))
        assert (folder / row["image_path"]).is_file() == bool(row["image_path"])


def test_tables_have_a_row_for_each_of_their_things(whole):
    store, made, folder, _ = whole
    procedures = (LOOP, CONTROL, SAME_STOP, EQUAL_COST, *VARIANTS)
    assert len(table(folder, "requests.csv")) == len(made.items) * len(procedures)
    pictures = [
        it
        for item in made.items
        for name in procedures
        for it in store.loops.pictures(made.run, name, item.id)
    ]
    assert len(table(folder, "pictures.csv")) == len(pictures)
    cycles = [it for item in made.items for it in store.loops.cycles(made.run, LOOP, item.id)]
    assert [row["prompt"] for row in table(folder, "cycles.csv")] == [it.prompt for it in cycles]
    own = [row for place in sorted((folder / "requests").iterdir()) for row in table(place, "pictures.csv")]
    assert own == table(folder, "pictures.csv")


def test_one_request_is_whole_in_its_json(whole):
    _, made, folder, _ = whole
    told = json.loads((folder_of(folder, 8) / "request.json").read_text("utf-8"))
    assert told["user_prompt"] == made.items[7].fields["request"]
    assert set(told["procedures"]) == {LOOP, CONTROL, SAME_STOP, EQUAL_COST, *VARIANTS}
    pictures = told["procedures"][LOOP]["pictures"]
    assert sum(it["chosen"] for it in pictures) == 1
    assert pictures[0]["questions"][1] == {
        "kind": "colour",
        "question": "Is it the right colour?",
        "said": pictures[0]["questions"][1]["said"],
    }
    results = json.loads((folder / "results.json").read_text("utf-8"))
    assert results["figures"]["done"] == 14
    assert json.loads((folder / "hyperparameters.json").read_text("utf-8"))["kind"] == "images"


def test_ablations_are_the_same_as_csv_markdown_latex_and_on_the_page(whole):
    folder = whole[2]
    rows = {row["procedure"]: row for row in table(folder, "ablations.csv")}
    assert list(rows) == [LOOP, CONTROL, SAME_STOP, EQUAL_COST, *VARIANTS]
    difference = names.signed(float(rows["no-feedback"]["difference"]))
    assert "| no-feedback | feedback | 14 |" in (folder / "ablations.md").read_text("utf-8")
    assert difference in (folder / "ablations.md").read_text("utf-8")
    latex = (folder / "ablations.tex").read_text("utf-8")
    assert difference.replace("\u2212", "$-$") in latex
    assert r"\toprule" in latex
    assert r"95\% intervals" in latex
    assert difference in whole[3]["index.html"].shown


def test_plots_are_there_as_svg_and_png(whole):
    folder = whole[2]
    stems = {"ablations", "score-against-cost", "score-by-cycle", "stop-cycles"}
    assert {it.name for it in (folder / "plots").iterdir()} == {
        f"{stem}.{kind}" for stem in stems for kind in ("svg", "png")
    }
    for stem in stems:
        assert opened(folder / "plots" / f"{stem}.png")[0] == "PNG"
        assert f'href="plots/{stem}.svg"' in (folder / "index.html").read_text("utf-8")


def test_galleries_have_pages_of_so_many_requests(store, tmp_path, monkeypatch):
    monkeypatch.setattr("assay.report.pictures.write.PER_PAGE", 5)
    assert pages.PER_PAGE == 24
    made = picture_runs.filled(store, 12)
    found = read(write_report(store, made.run, tmp_path).parent)
    counts = [found[f"gallery/{page}.html"].tags.count("article") for page in (1, 2, 3)]
    assert counts == [5, 5, 2]
    assert (
        "../../gallery/3.html"
        in next(it for name, it in found.items() if name.startswith("requests/0011")).links
    )


def test_a_new_report_replaces_the_old_and_leaves_what_is_not_its_own(store, tmp_path):
    made = picture_runs.filled(store, 4)
    write_report(store, made.run, tmp_path)
    mine = folder_of(tmp_path, 3) / "my notes.txt"
    mine.write_text("keep me")
    (tmp_path / "chosen.png").write_bytes(b"of somebody else")
    other = picture_runs.filled(store, 2, name="others")
    write_report(store, other.run, tmp_path)
    assert sorted(it.name[:4] for it in (tmp_path / "requests").iterdir()) == ["0001", "0002", "0003"]
    assert [it.name for it in folder_of(tmp_path, 3).iterdir()] == ["my notes.txt"]
    assert (tmp_path / "chosen.png").exists()
    kept = {it.name for it in (tmp_path / "thumbs").iterdir()}
    assert kept == set()  # the big pictures were those of later requests


def test_the_same_report_again_is_the_same_byte_for_byte(store, tmp_path):
    made = picture_runs.finished(store, 2)
    for name in ("one", "two", "one"):
        write_report(store, made.run, tmp_path / name)
    one, two = (contents(tmp_path / name) for name in ("one", "two"))
    assert one == two


@pytest.mark.parametrize("done", [0, 3])
def test_a_run_that_is_not_finished_has_a_report(store, tmp_path, done):
    made = picture_runs.filled(store, 6, done=done)
    found = read(write_report(store, made.run, tmp_path).parent)
    text = shown(found["index.html"])
    assert f"{done} of 6 requests so far; nothing is claimed yet" in text
    assert len([name for name in found if name.startswith("requests/")]) == done
    assert all((tmp_path / name).exists() for name in (*ABOUT, "ablations.csv", "results.json"))


def test_a_picture_the_store_has_lost_is_said_to_be_gone(store, tmp_path):
    made = picture_runs.filled(store, 2)
    rows = store.loops.pictures(made.run, LOOP, made.items[1].id)
    store.blobs.path(rows[0].image.blob).unlink()
    store.blobs._kept.clear()
    found = read(write_report(store, made.run, tmp_path).parent)
    page = next(it for name, it in found.items() if name.startswith("requests/0002"))
    assert "the store no longer has this picture" in shown(page)


def test_the_terminal_says_what_the_page_says(whole):
    store, made, folder, _ = whole
    console = Console(width=200, file=io.StringIO())
    console.print(picture_summary(store, made.run, report=folder / "index.html"))
    text = " ".join(console.file.getvalue().replace("│", " ").split())
    view = read_pictures(store, made.run)
    assert view.headline.sentence in text
    assert "no-feedback" in text
    assert view.takeaways[0].text in text
    assert "gallery" in text
    with pytest.raises(UsageError):
        picture_summary(store, "nothing-1")
