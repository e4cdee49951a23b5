"""On systems that do not tell case apart, a file has one name all the same: it is one document."""

import os

from assay.data.image_paths import ImageFinder


def test_a_file_found_under_another_case_goes_by_the_name_its_folder_has(tmp_path, monkeypatch):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.png").write_bytes(b"x")
    tells = os.path.isfile
    monkeypatch.setattr(
        os.path, "isfile", lambda path: tells(str(path).replace("Pages/A.PNG", "pages/a.png"))
    )
    finder = ImageFinder(tmp_path)

    exact, other = finder.find("pages/a.png"), finder.find("Pages/A.PNG")

    assert exact.path == other.path == tmp_path / "pages" / "a.png"
    assert finder.shown(other.path) == "pages/a.png"
    assert (exact.note, other.note) == ("", "'Pages/A.PNG' was read from 'pages/a.png'")
