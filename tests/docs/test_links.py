"""Links between the pages lead somewhere: to a file that is there, at a heading that is there."""

import re
from collections.abc import Iterator

import pytest
from doc_pages import ROOT, Page, pages

PAGES = pages()
IMAGES = ROOT / "docs" / "images"


def inner_links(page: Page) -> Iterator[tuple[str, str]]:
    for link in page.links():
        if not re.match(r"[a-z]+:", link):
            path, _, anchor = link.partition("#")
            yield path, anchor


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    folder, broken = (ROOT / page.name).parent, []
    for path, anchor in inner_links(page):
        target = (folder / path).resolve() if path else ROOT / page.name
        if IMAGES in target.parents and not IMAGES.exists():
            continue  # made from a run of the demo
        if not target.exists():
            broken.append(f"{path}: no such file")
        elif anchor and anchor not in Page(target.relative_to(ROOT.resolve()).as_posix()).anchors():
            broken.append(f"{path}#{anchor}: no such heading")
    assert broken == []


def test_every_page_can_be_reached_from_the_index():
    index = ROOT / "docs" / "index.md"
    reached = {(index.parent / path).resolve() for path, _ in inner_links(Page("docs/index.md")) if path}
    missing = [
        page.name
        for page in PAGES
        if page.name.startswith("docs/")
        and page.name.count("/") == 1
        and (ROOT / page.name).resolve() not in reached | {index.resolve()}
    ]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_one_title(page):
    assert len(re.findall(r"^# .+$", page.prose, re.MULTILINE)) == 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_no_place_of_one_machine_and_no_registry(page):
    assert re.findall(r"(?<![\w.])/(?:work|home|root|tmp|Users)/\S+", page.text) == []
    assert re.findall(r"\b(?:pypi|anaconda|npmjs|huggingface)\.\w+", page.text) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_that_names_an_embedded_model_calls_it_a_simulation(page):
    assert "sim/" not in page.text or "simulation" in page.text.lower()
