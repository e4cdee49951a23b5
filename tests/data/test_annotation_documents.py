"""Documents are what search and proof are split by: a page cannot belong to two of them."""

import pytest

from assay.data.annotation import read_annotation
from assay.errors import DataError

HEADER = "image_path,question,answer,doc_class,question_type,case"


def table(folder, *cases):
    rows = [f"1.tif#{page},What {n}?,a{n},card,holder,{case}" for n, (page, case) in enumerate(cases)]
    (folder / "1.tif").write_bytes(b"II*\x00 and so on")
    (folder / "annotation.csv").write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
    return folder / "annotation.csv"


def test_a_page_that_stands_in_two_documents_is_a_fault_told_once_a_page(tmp_path):
    path = table(tmp_path, (1, "k1"), (1, "k2"), (1, "k3"), (2, "k1"))
    with pytest.raises(DataError) as caught:
        read_annotation(path, document="case")
    (fault,) = caught.value.faults
    assert fault.startswith("line 3: page 1 of '1.tif#1' belongs to the document 'k2', but to 'k1' in line 2")


def test_pages_of_one_file_may_be_of_different_documents(tmp_path):
    path = table(tmp_path, (1, "k1"), (1, "k1"), (2, "k2"))
    assert [it.document for it in read_annotation(path, document="case").questions] == ["k1", "k1", "k2"]
