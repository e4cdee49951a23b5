"""The pictures that a clarity study trains on."""

from pathlib import Path

from assay.data.grey import divided
from assay.data.grey_folder import read_grey_folder
from assay.data.idx import read_idx_pictures
from assay.drawing.glyphs import glyph_data
from assay.records.training_data import TrainingData
from assay.studies.clarity.config import DataConfig, FolderConfig, GlyphsConfig


def read_training_data(config: DataConfig, base: Path, seed: int) -> TrainingData:
    """Read or draw them.

    Args:
        config: where from.
        base: folder that relative names start from.
        seed: of the parting into those to train on and those held out.

    Raises:
        UsageError: there is no such file or folder.
        DataError: every fault of the files at once.
        MissingExtra: a folder of pictures needs Pillow.
    """
    source = config.source
    if isinstance(source, GlyphsConfig):
        return glyph_data(source.pictures, source.held_out, seed=source.seed, side=source.side)
    if isinstance(source, FolderConfig):
        found = read_grey_folder(base / source.path, side=source.side)
    else:
        labels = None if source.labels is None else base / source.labels
        found = read_idx_pictures(base / source.pictures, labels)
    return divided(found, held_out=source.held_out, seed=seed, most=source.most)
