"""Reference pictures: the user's own files that generated pictures are held against."""

import hashlib
from pathlib import Path

from assay.data.pictures import Preparation, prepare_page
from assay.errors import DataError
from assay.records import Image
from assay.store import Store

_PREPARATION = Preparation(longest_side=1024)


def reference_image(file: Path) -> Image:
    """A reference picture as it will be kept, named by its bytes; nothing is written yet.

    Raises:
        DataError: it cannot be read as a picture.
    """
    made = prepare_page(file, 1, _PREPARATION)
    return Image(hashlib.sha256(made.data).hexdigest(), made.media_type, made.width, made.height)


def keep_reference(store: Store, image: Image, file: Path) -> None:
    """Write a reference picture to the blobs, once.

    Raises:
        DataError: it cannot be read any more, or is another picture than when the study was read.
        StoreError: it cannot be written.
    """
    if store.blobs.has(image.blob):
        return
    made = prepare_page(file, 1, _PREPARATION)
    if store.blobs.put(made.data) != image.blob:
        raise DataError(file.name, ["it has changed since the study was read; run the command again"])
