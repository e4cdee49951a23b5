from pathlib import Path

from assay.store import Store
from support.children import together

OPEN = """
store = Store(sys.argv[2])
run = sys.argv[3]
try:
    seal = store.seals.open(
        run=run, judge="j", kind="text", items=["g1", "g2"],
        reuse=sys.argv[4] == "reuse", entrants=[("0", "aa"), (run, "bb")],
    )
    print("opened", seal.times)
except Sealed as error:
    print("refused")
"""
IMPORTS = "from assay.store import Store\nfrom assay.errors import Sealed\n"


def test_of_processes_that_open_the_same_items_at_once_exactly_one_wins(tmp_path: Path) -> None:
    for attempt in range(4):
        url = f"sqlite:///{tmp_path}/{attempt}.db"
        Store(url).close()
        found = together(tmp_path, IMPORTS, OPEN, [[url, run, "once"] for run in ("a", "b", "c")])
        assert sorted(found) == ["opened 1", "refused", "refused"]


def test_of_processes_that_reuse_items_at_once_each_gets_its_own_count(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/a.db"
    Store(url).close()
    found = together(tmp_path, IMPORTS, OPEN, [[url, run, "reuse"] for run in ("a", "b", "c")])
    assert sorted(found) == ["opened 1", "opened 2", "opened 3"]
