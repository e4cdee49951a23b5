import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import report_runs
from report_runs import HEBREW, HUGE_WORD, MARKUP, SEALED_WORD

from assay.errors import StoreError, UsageError
from assay.records import Item, Match, Response, Verdict
from assay.report import pages
from assay.report.html import write_report
from assay.report.matrix import winrate_matrix
from assay.report.words import p_words, percent
from assay.store import Store

_VOID = {"meta", "link", "br", "img", "hr", "input"}


class Page(HTMLParser):
    """What a page holds; parsing fails where its elements do not nest."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.policy = ""
        self.shown = ""
        self._open: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))
        assert not self._open, (path, self._open)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.append(tag)
        self.attributes |= set(values)
        if "id" in values:
            self.ids.append(values["id"])
        self.links += [values[name] for name in ("href", "src") if values.get(name) is not None]
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open, (self.path, tag)
        assert self._open.pop() == tag, (self.path, tag, self.getpos())

    def handle_data(self, data):
        self.shown += data


def read(folder: Path) -> dict[str, Page]:
    return {path.relative_to(folder).as_posix(): Page(path) for path in sorted(folder.rglob("*.html"))}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A report of every kind of run, by the name of the kind."""
    base = tmp_path_factory.mktemp("reports")
    with Store(f"sqlite:///{base / 'assay.db'}") as store:
        runs = {
            "proven": report_runs.proven(store).run,
            "not proven": report_runs.not_proven(store).run,
            "unfinished": report_runs.search(store, name="open").run,
            "compared": report_runs.comparison(store),
            "imported": report_runs.imported(store),
            "empty": report_runs.empty(store),
        }
        folders = {kind: write_report(store, run, base / run).parent for kind, run in runs.items()}
        yield store, runs, folders, {kind: read(folder) for kind, folder in folders.items()}


KINDS = ["proven", "not proven", "unfinished", "compared", "imported", "empty"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_leads_to_a_file_and_an_anchor_inside_the_folder(made, kind):
    folder, found = made[2][kind], made[3][kind]
    for name, page in found.items():
        for link in page.links:
            if link == "data:,":
                continue
            parts = urlsplit(link)
            assert not parts.scheme, (name, link)
            assert not parts.netloc, (name, link)
            target = (folder / name).parent / unquote(parts.path) if parts.path else folder / name
            inside = target.resolve().relative_to(folder.resolve()).as_posix()
            assert target.is_file(), (name, link)
            if parts.fragment:
                assert parts.fragment in found[inside].ids, (name, link)


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_reached_from_the_front_page(made, kind):
    found = made[3][kind]
    reached, left = {"index.html"}, ["index.html"]
    while left:
        name = left.pop()
        for link in found[name].links:
            path = urlsplit(link).path
            if path.endswith(".html"):
                target = (Path("/") / name).parent.joinpath(path)
                plain = re.sub(r"[^/]+/\.\./", "", target.as_posix().lstrip("/"))
                if plain not in reached:
                    reached.add(plain)
                    left.append(plain)
    assert reached == set(found)


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_has_script_or_style_of_its_own_and_all_have_the_strict_policy(made, kind):
    for name, page in made[3][kind].items():
        assert not {"script", "style", "iframe", "object", "img", "form"} & set(page.tags), name
        assert not [attribute for attribute in page.attributes if attribute.startswith("on")], name
        assert "style" not in page.attributes, name
        assert page.policy.startswith("default-src 'none'; style-src 'self'"), name
        assert "unsafe" not in page.policy


@pytest.mark.parametrize("kind", KINDS)
def test_ids_are_unique_on_every_page(made, kind):
    for name, page in made[3][kind].items():
        assert len(page.ids) == len(set(page.ids)), name


@pytest.mark.parametrize("kind", KINDS)
def test_no_address_of_another_host_stands_in_any_file(made, kind):
    for path in made[2][kind].rglob("*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"(?:https?:)?//[a-z0-9]", text), path
            assert "@import" not in text


def test_hostile_text_is_shown_as_it_is_and_control_characters_are_made_visible(made):
    found = made[3]["proven"]
    assert MARKUP in found["pairs/2.html"].shown
    assert "{{ 7*7 }} {0.__class__}" in found["pairs/2.html"].shown
    assert "\u2400\u241b[31mred\u241b[0m [U+202E]evil[U+202C]" in found["pairs/2.html"].shown
    assert HEBREW in found["pairs/2.html"].shown
    for path in made[2]["proven"].rglob("*.html"):
        raw = path.read_text(encoding="utf-8")
        assert "<script" not in raw
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e]", raw), path


def test_a_huge_input_is_cut_everywhere_and_whole_on_one_page(made):
    found, folder = made[3]["proven"], made[2]["proven"]
    whole = HUGE_WORD * 18_700
    assert len(whole) > 200_000
    texts = [name for name in found if name.startswith("texts/")]
    assert len(texts) == 1
    assert whole in found[texts[0]].shown
    for name in found:
        if name not in texts:
            assert (folder / name).stat().st_size < 200_000, name
    assert f"../{texts[0]}" in found["pairs/2.html"].links


def test_figures_on_the_page_are_those_of_the_matrix(made):
    store, runs, _, found = made
    page = found["proven"]["index.html"].shown
    raw = (made[2]["proven"] / "index.html").read_text(encoding="utf-8")
    for cell in winrate_matrix(store, runs["proven"]).cells:
        assert percent(cell.winrate) in page
        assert f"{percent(cell.low)} to {percent(cell.high)}" in page
        told = f"{cell.row} beats {cell.column}: n {cell.n}, {p_words(cell.p)}, Holm {p_words(cell.p_holm)}"
        assert told.replace("<", "&lt;") in raw


def test_the_outcome_comes_first_and_the_sections_in_order(made):
    page = made[3]["proven"]["index.html"]
    order = ["outcome", "winrates", "matrix", "lineage", "refused", "rounds", "judge", "cost", "items"]
    order += ["decisions", "settings"]
    assert [name for name in page.ids if name in order] == order
    assert page.shown.index("Proven") < page.shown.index("Who beats whom")


def test_an_unfinished_run_shows_nothing_of_the_sealed_inputs(made):
    for path in made[2]["unfinished"].rglob("*"):
        if path.is_file():
            assert SEALED_WORD not in path.read_text(encoding="utf-8"), path
    assert any(SEALED_WORD in page.shown for page in made[3]["proven"].values())


def test_refused_proposals_advice_and_replies_are_whole(made):
    page = made[3]["proven"]["index.html"].shown
    assert "no tags, even after one repair" in page
    assert "the text is unchanged" in page
    # Rounds 1 to 3 told both of their advisors the same.
    assert page.count("What all its advisors were told") == 3
    assert "What the advisor was told" not in page
    assert page.count("What it replied when asked again") == 1
    assert "Another match was lost for the same reason.\n" * 30 in page


def test_diffs_mark_words(made):
    raw = (made[2]["proven"] / "entrants" / "4.html").read_text(encoding="utf-8")
    assert re.search(r"<ins> and by when</ins>", raw)


def test_simulations_are_called_so_with_a_banner(made):
    page = made[3]["proven"]["index.html"].shown
    assert "Simulation." in page
    assert "sim/writer (simulation)" in page
    assert "sim/judge (simulation)" in page
    assert "Simulation." not in made[3]["imported"]["index.html"].shown


def test_unknown_prices_are_told(made):
    page = made[3]["proven"]["index.html"].shown
    assert "price unknown" in page
    assert "at least $0.0492" in page


def test_pair_pages_show_lost_matches_first_and_mark_the_winner_in_words(made):
    page = made[3]["proven"]["pairs/2.html"]
    sections = [name for name in page.ids if name in ("lost", "tied", "won", "incomplete")]
    assert sections == [name for name in ("lost", "tied", "won", "incomplete") if name in sections]
    assert "\u2713 better" in page.shown
    assert "is better" in page.shown
    assert "shown first: first" in page.shown


def test_names_never_become_file_names(made):
    names = {path.name for path in made[2]["imported"].rglob("*") if path.is_file()}
    pattern = r"index\.html|style\.css|matrix\.(json|csv)|[0-9a-f]+(-\d+)?\.html"
    assert all(re.fullmatch(pattern, name) for name in names)


def test_a_second_write_removes_pages_that_are_gone_and_nothing_else(tmp_path, store):
    folder = tmp_path / "report"
    write_report(store, report_runs.search(store).run, folder)
    (folder / "notes.html").write_text("mine")
    (folder / "pairs" / "mine.html").write_text("<html>mine</html>")
    (folder / "pairs" / "notes.txt").write_text("mine")
    before = set(read(folder))
    write_report(store, report_runs.imported(store), folder)
    after = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    assert "pairs/7.html" in before - after
    assert not [name for name in after if name.startswith("texts/")]
    kept = {"notes.html", "pairs/mine.html"}
    own = {f"{folder_}/{number}.html" for folder_ in ("pairs", "entrants") for number in (1, 2, 3)}
    assert after == kept | own | {"index.html"}
    assert (folder / "pairs" / "notes.txt").read_text() == "mine"


def test_writing_leaves_no_passing_files(made):
    assert not [path for folder in made[2].values() for path in folder.rglob("*.part")]


def test_many_matches_are_paged_and_every_ending_is_linked_where_it_starts(tmp_path, store, monkeypatch):
    monkeypatch.setattr(pages, "PER_PAGE", 10)
    run = report_runs.imported(store, count=25)
    write_report(store, run, tmp_path / "report")
    found = read(tmp_path / "report")
    assert {"pairs/1.html", "pairs/1-2.html", "pairs/1-3.html"} <= set(found)
    anchors = [link for link in found["pairs/1.html"].links if link.endswith(("#lost", "#tied", "#won"))]
    assert anchors == ["#lost", "#tied", "../pairs/1-2.html#won"]
    assert ["lost" in found["pairs/1.html"].ids, "won" in found["pairs/1-2.html"].ids] == [True, True]
    total = sum(page.tags.count("article") for name, page in found.items() if name.startswith("pairs/1"))
    assert total == 25


def test_failed_and_missing_responses_and_swapped_sides_are_shown(tmp_path, store):
    run = report_runs.imported(store)
    item = Item({"content": "late"}, row=99)
    store.evidence.add_items(run, [(item, "search")])
    store.evidence.add_response(run, Response("0", item.id, 0, "raw <answer>x</answer>", "x", "length"), "m")
    store.evidence.add_response(run, Response("../1", item.id, 0, "", "", failure="it broke <b>"), "m")
    failed = Match("0", "../1", item.id, item.group, "import", (), failure="it broke <b>")
    store.evidence.add_match(run, 900, failed, judge="j", orders=["one"])
    odd = Match("0", "con<2>", item.id, item.group, "import", (Verdict("one", "two", "since"),))
    store.evidence.add_match(run, 901, odd, judge="j", orders=["two"])
    store.evidence.flush()
    write_report(store, run, tmp_path / "report")
    first, second = (Page(tmp_path / "report" / "pairs" / f"{n}.html").shown for n in (1, 2))
    assert "Not judged: it broke <b>" in first
    assert "Cut off at the token cap." in second
    assert "The whole response, before post-processing" in second
    assert "The response was not recorded." in second


def test_an_unknown_run_is_a_usage_error_and_writes_nothing(tmp_path, store):
    with pytest.raises(UsageError, match="no run"):
        write_report(store, "nowhere-1", tmp_path / "report")
    assert not (tmp_path / "report").exists()


def test_a_folder_that_cannot_be_made_is_an_error_that_names_it(tmp_path, store):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="report folder"):
        write_report(store, report_runs.empty(store), tmp_path / "file" / "report")
