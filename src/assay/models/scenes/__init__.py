"""The scene world: four small networks on onnxruntime, trained by ``assay.training.scenes``.

A generator of pictures of 32 x 32 pixels, a captioner, an answerer of yes/no questions, and an encoder of
texts and pictures. They need the extra ``scenes`` and no torch.
"""

from assay.models.scenes.answerer import SceneAnswerer
from assay.models.scenes.captioner import SceneCaptioner
from assay.models.scenes.encoder import SceneEncoder
from assay.models.scenes.generator import SceneGenerator
from assay.models.scenes.loading import WEIGHTS, weights_id

__all__ = ["WEIGHTS", "SceneAnswerer", "SceneCaptioner", "SceneEncoder", "SceneGenerator", "weights_id"]
