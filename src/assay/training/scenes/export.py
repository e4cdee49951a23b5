"""Networks to ONNX files with weights of half precision, and their identity."""

import hashlib
import io
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn

OPSET = 17
_WORTH = 256  # numbers in a weight from which half precision saves something


def exported(
    network: nn.Module,
    inputs: Mapping[str, torch.Tensor],
    outputs: Sequence[str],
    path: Path,
    growing: Mapping[str, Mapping[int, str]],
) -> None:
    """Write a network as an ONNX file; it computes in single precision from weights in half.

    Args:
        network: what is written.
        inputs: an example of each by name, in the order of ``forward``.
        outputs: names.
        path: the file; it is replaced only when it is whole.
        growing: the axes that may have any length, by name of input or output.
    """
    memory = io.BytesIO()
    network.eval()
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # the exporter that needs nothing else is told to be the old one
        torch.onnx.export(
            network,
            tuple(inputs.values()),
            memory,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={name: dict(axes) for name, axes in growing.items()},
            opset_version=OPSET,
            dynamo=False,
        )
    data = _halved(memory.getvalue())
    part = path.with_suffix(".part")
    part.write_bytes(data)
    part.replace(path)


def file_hash(path: Path) -> str:
    """SHA-256 of a file, 64 hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _halved(data: bytes) -> bytes:
    """A model whose large weights are kept in half precision and cast when it is loaded."""
    import numpy as np  # noqa: PLC0415
    import onnx  # noqa: PLC0415 (part of the extra, as torch is)
    from onnx import helper, numpy_helper  # noqa: PLC0415

    model: Any = onnx.load_from_string(data)
    casts = []
    for weight in model.graph.initializer:
        if weight.data_type != onnx.TensorProto.FLOAT or np.prod(weight.dims) < _WORTH:
            continue
        values = numpy_helper.to_array(weight).astype(np.float16)
        name = weight.name
        weight.CopyFrom(numpy_helper.from_array(values, f"{name}.half"))
        casts.append(helper.make_node("Cast", [f"{name}.half"], [name], to=onnx.TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())
