from pathlib import Path

from assay.store import Store
from support.children import together


def test_run_ids_are_unique_across_processes(tmp_path: Path) -> None:
    script = """
store = Store(sys.argv[2])
print(*[store.runs.create(study="s", name="r", kind="text", config={}).id for _ in range(20)])
"""
    url = f"sqlite:///{tmp_path}/a.db"
    Store(url).close()
    said = together(tmp_path, "from assay.store import Store\n", script, [[url]] * 3)
    ids = [name for line in said for name in line.split()]
    assert sorted(ids) == sorted(f"r-{number}" for number in range(1, 61))
