"""Prepared pages, readings and scores as two processes on one store see them."""

import asyncio
import threading

import pytest

from assay.records import Image
from assay.store import ScoreRow, Store, StoredPage

PAGE = StoredPage(Image("a" * 64, "image/png", 640, 480), 1280, 960)


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/a.db"


def test_a_page_noted_by_one_handle_is_found_by_another_at_once(url):
    with Store(url) as one, Store(url) as two:
        assert two.pages.find("file", 1, "{}") is None
        one.pages.add("file", 1, "{}", PAGE)
        found = two.pages.find("file", 1, "{}")
        assert (found, found.image.width, found.image.height) == (PAGE, 640, 480)


def test_a_page_is_another_one_by_file_number_and_preparation(url):
    with Store(url) as store:
        store.pages.add("file", 1, "{}", PAGE)
        assert store.pages.find("file", 2, "{}") is None
        assert store.pages.find("other", 1, "{}") is None
        assert store.pages.find("file", 1, '{"quality":50}') is None


def test_readings_are_kept_by_engine_and_from_any_thread(url):
    with Store(url) as store:
        reader = threading.Thread(target=store.pages.add_reading, args=("blob", "engine 1", {"lines": ["é"]}))
        reader.start()
        reader.join()
        with Store(url) as other:
            assert other.pages.reading("blob", "engine 1") == {"lines": ["é"]}
            assert other.pages.reading("blob", "engine 2") is None
            other.pages.add_reading("blob", "engine 1", None)
            assert store.pages.reading("blob", "engine 1") is None, "the last reading stands"


def test_scores_noted_in_an_event_loop_are_read_in_the_same_turn(url):
    """Advice is written from the scores of the round before, with no flush between."""

    async def main(store):
        for number in range(3):
            store.scores.add("r-1", "judge", ScoreRow("1.01:p1", f"item {number}", "search", "a", 0.5))
        return store.scores.of_entrant("r-1", "1.01:p1")

    with Store(url) as store:
        assert [row.item for row in asyncio.run(main(store))] == ["item 0", "item 1", "item 2"]
