import io
import re

import document_runs
import pytest
from document_runs import HEBREW, MARKUP, SEALED_WORD
from rich.console import Console
from test_html_report import read

from assay.errors import UsageError
from assay.report.documents import pages
from assay.report.documents.reading import read_documents
from assay.report.html import write_report
from assay.report.terminal import show_run


@pytest.fixture
def finished(store, tmp_path):
    made = document_runs.finished(store)
    folder = tmp_path / "report"
    write_report(store, made.run, folder)
    return folder


def test_every_cell_has_a_page_and_every_link_leads_somewhere(finished):
    found = read(finished)
    assert {path for path in found if path.startswith("cells/")} == {f"cells/{n}.html" for n in range(1, 7)}
    for path, page in found.items():
        for link in page.links:
            target, _, anchor = link.partition("#")
            if target.startswith("data:"):
                continue
            file = (finished / path).parent / target.replace("%3D", "=") if target else finished / path
            assert file.is_file(), (path, link)
            if anchor:
                assert anchor in found[file.resolve().relative_to(finished.resolve()).as_posix()].ids


def test_pages_hold_no_script_no_style_and_no_markup_of_the_documents(finished):
    for page in read(finished).values():
        assert not {"script", "style"} & set(page.tags)
        assert not [name for name in page.attributes if name.startswith("on") or name == "style"]
        assert page.policy.startswith("default-src 'none'")
        assert "onerror=alert(1)" not in "".join(page.attributes)
        assert len(page.ids) == len(set(page.ids))
    shown = read(finished)["cells/3.html"].shown
    assert MARKUP in shown
    assert HEBREW in shown


def test_the_front_page_says_outcome_counts_and_simulation(finished):
    shown = " ".join(read(finished)["index.html"].shown.split())
    assert "Proven" in shown
    assert "4 of 6" in shown
    assert "Simulation." in shown
    assert "opened 2 times" in shown
    assert "for 3, and by one of the answering model's own for 3; 1 of 2 pairs" in shown


def test_pictures_are_copied_once_and_framed_in_pixels_as_sent(finished, store):
    text = (finished / "cells/1.html").read_text("utf-8")
    # 100..400 of 960 px in the file are 50..200 of 480 px as sent, with a margin of 3.
    assert 'x="47.0" y="97.0" width="156.0" height="26.0"' in text
    pictures = sorted((finished / "pages").iterdir())
    assert len(pictures) == 40
    for name in re.findall(r"pages/([0-9a-f]{64}\.png)", text):
        assert (finished / "pages" / name).read_bytes() == store.blobs.get(name.removesuffix(".png"))


def test_items_come_worst_first_over_pages(store, tmp_path, monkeypatch):
    monkeypatch.setattr(pages, "PER_PAGE", 7)
    made = document_runs.finished(store, 20)
    write_report(store, made.run, tmp_path)
    found = read(tmp_path)
    # 20 items of a field on three pages of at most seven.
    texts = [found[f"cells/1{page}.html"].shown for page in ("", "-2", "-3")]
    rates = [float(rate) for text in texts for rate in re.findall(r"✗ CER ([0-9.]+)", text)]
    exact = sum(text.count("✓ exact") for text in texts)
    assert rates == sorted(rates, reverse=True)
    assert len(rates) + exact == 20
    assert "What advisors were told" not in texts[1]


def test_differences_failures_and_flags_are_told(store, tmp_path):
    made = document_runs.searched(store)
    document_runs.decide(made, "1.03", "form", 3, "p2")
    write_report(store, made.run, tmp_path)
    shown = read(tmp_path)["cells/3.html"].shown
    assert "no answer: the model declined" in shown
    assert "repeats an example of the prompt" in shown
    assert "a value for a field that is not there" in shown
    assert "cut at the token cap" in read(tmp_path)["cells/5.html"].shown
    assert "lacking" in (tmp_path / "cells/1.html").read_text("utf-8")


def test_an_unfinished_run_claims_nothing_and_shows_no_sealed_text(store, tmp_path):
    made = document_runs.searched(store)
    write_report(store, made.run, tmp_path)
    found = read(tmp_path)
    assert "nothing is claimed yet" in found["index.html"].shown
    assert "claims" not in found["index.html"].ids
    for page in found.values():
        assert SEALED_WORD not in page.shown
    for table in tmp_path.glob("*.csv"):
        assert SEALED_WORD not in table.read_text("utf-8-sig")


def test_a_run_that_was_only_begun_has_a_report(store, tmp_path):
    made = document_runs.begin(store, 2)
    assert write_report(store, made.run, tmp_path).is_file()


def test_a_run_without_anything_has_a_report(store, tmp_path):
    run = store.runs.create(study="0" * 64, name="bare", kind="documents", config={}).id
    assert "Unfinished" in write_report(store, run, tmp_path).read_text("utf-8")


def test_few_documents_are_cross_validated_and_never_proven(store, tmp_path):
    made = document_runs.cross_validated(store)
    write_report(store, made.run, tmp_path)
    for page in read(tmp_path).values():
        text = " ".join(page.shown.split())
        assert "Cross-validated" in text
        assert "✓ proven" not in text
        assert "sealed document" not in text.replace("seal some of them", "")


def test_an_older_report_is_replaced_and_other_files_stay(store, tmp_path):
    made = document_runs.finished(store, 20)
    (tmp_path / "cells").mkdir()
    write_report(store, made.run, tmp_path)
    stale = tmp_path / "cells" / "99.html"
    stale.write_text((tmp_path / "cells/1.html").read_text("utf-8"), "utf-8")
    picture = tmp_path / "pages" / f"{'a' * 64}.png"
    picture.write_bytes(b"old")
    own = tmp_path / "pages" / "notes.txt"
    own.write_text("mine", "utf-8")
    write_report(store, made.run, tmp_path)
    assert not stale.exists()
    assert not picture.exists()
    assert own.exists()


def test_a_page_whose_picture_is_lost_is_still_written(store, tmp_path):
    made = document_runs.searched(store, 4)
    for blob in store.blobs.folder.glob("*/*"):
        blob.unlink()
    assert write_report(store, made.run, tmp_path).is_file()
    assert not list((tmp_path / "pages").iterdir())


def test_returned_prompt_is_the_claims_and_the_champion_before(store):
    made = document_runs.finished(store)
    view = read_documents(store, made.run)
    cells = {cell.number: cell for cell in view.cells}
    assert cells["1.01"].returned.name == "1.01:p3"
    assert (cells["2.03"].champion.name, cells["2.03"].returned.name) == ("2.03:p3", "2.03:first")
    assert cells["2.03"].runner_up is cells["2.03"].standings[0]
    assert cells["1.02"].prompt("1.02:p1").guard == "card holder"
    assert cells["1.01"].prompt("1.01:p3").strategy == "history"
    assert cells["1.01"].answerer.backend == "vLLM"


def test_wins_are_counted_by_pair(store):
    made = document_runs.finished(store)
    view = read_documents(store, made.run)
    table = pages.win_table(view)
    assert [[(it.returned, it.best, it.kin) for it in row] for row in table.rows] == [
        [(3, 3, True), (0, 0, False)],
        [(1, 2, False), (0, 0, False)],
    ]
    assert table.own == (0, 2)
    assert table.own_best == (0, 1)


def test_without_families_nothing_is_said_of_them(store):
    bare = store.runs.create(
        study="4" * 64, name="bare", kind="documents", config={"advisors": [{"name": "a"}]}
    )
    assert pages.win_table(read_documents(store, bare.id)).sentence == ""


def test_rounds_count_new_champions(store):
    made = document_runs.finished(store)
    found = pages.rounds_of(read_documents(store, made.run))
    assert [(it.number, it.proposed, it.refused, it.champions, it.cells) for it in found] == [
        (0, 0, 0, 0, 6),
        (1, 12, 1, 5, 6),
        (2, 6, 1, 5, 6),
    ]


def test_the_terminal_shows_the_optimal_prompts(store):
    made = document_runs.finished(store)
    console = Console(width=140, file=io.StringIO())
    console.print(show_run(store, made.run))
    text = console.file.getvalue()
    assert "Optimal prompts for Qwen/Qwen2-VL-2B" in text
    assert "Nothing else." in text
    assert "≈ not proven" in text


def test_a_run_that_is_not_there_is_told(store, tmp_path):
    with pytest.raises(UsageError):
        write_report(store, "nothing-1", tmp_path)
