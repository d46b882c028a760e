"""The trained classifier without scikit-learn: weights in a plain array file,
checked against their digest.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.context import PARTS, context
from pipeline.classify.incidence import Incidence
from pipeline.classify.index import Known, known
from pipeline.errors import ModelError
from pipeline.shipped import MODEL

FORMAT = 4
_REMEDY = "请检查路径；随程序附带的模型可重新安装得到，或用 workreport train 重新训练。"


@dataclass(frozen=True, slots=True)
class Model:
    """Two linear classifiers over named binary features, the second with the ``context`` that the
    first gives. Probabilities are the softmax of summed weights.

    ``weights`` is features × (2 · labels), the first classifier before the second, ``intercept``
    has as many numbers; ``around`` is (``PARTS`` · labels) × labels. ``name`` goes into the output.
    """

    name: str
    labels: tuple[str, ...]
    index: Known
    weights: NDArray[np.float32]
    intercept: NDArray[np.float32]
    around: NDArray[np.float32]

    def probabilities(self, found: Incidence) -> NDArray[np.float64]:
        """Passages × labels, in order of the passages; labels in the order of ``labels``."""
        scores = np.tile(self.intercept.astype(np.float64), (len(found.headings), 1))
        some = np.flatnonzero(np.diff(found.bounds))
        if len(some):
            scores[some] += np.add.reduceat(
                self.weights.take(found.rows, axis=0), found.bounds[some], axis=0, dtype=np.float64
            )
        alone, within = np.hsplit(scores, 2)
        return _softmax(within + context(_softmax(alone), found.headings) @ self.around)


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def save(
    path: Path,
    labels: Sequence[str],
    names: Sequence[str],
    weights: NDArray[np.float32],
    around: NDArray[np.float32],
) -> str:
    """Write the model and, beside it, its digest. ``weights`` has the intercept as last row.

    The same weights give the same bytes. Returns the digest.
    """
    buffer = io.BytesIO()
    meta = json.dumps({"format": FORMAT, "labels": list(labels)}, ensure_ascii=False)
    np.savez_compressed(
        buffer,
        meta=np.frombuffer(meta.encode("utf-8"), dtype=np.uint8),
        names=np.frombuffer("\n".join(names).encode("utf-8"), dtype=np.uint8),
        weights=weights.astype(np.float32),
        around=around.astype(np.float32),
    )
    data = buffer.getvalue()
    digest = hashlib.sha256(data).hexdigest()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.with_suffix(".sha256").write_text(
        f"{digest}  {path.name}\n", encoding="utf-8", newline="\n"
    )
    return digest


def load(path: Path = MODEL) -> Model:
    """Read a model. Raises ``ModelError`` where it is missing, altered, or of another format."""
    place = str(path)
    try:
        data = path.read_bytes()
        stated = path.with_suffix(".sha256").read_text(encoding="utf-8").split()[0]
    except (OSError, IndexError) as fault:
        raise ModelError("模型或其校验文件读不到", place=place, remedy=_REMEDY) from fault
    digest = hashlib.sha256(data).hexdigest()
    if digest != stated:
        raise ModelError("模型文件与其校验值不符，可能被改动或损坏", place=place, remedy=_REMEDY)
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            meta = json.loads(arrays["meta"].tobytes())
            if meta.get("format") != FORMAT:
                raise ModelError(
                    f"模型格式是 {meta.get('format')}，本程序要 {FORMAT}",
                    place=place,
                    remedy=_REMEDY,
                )
            names = arrays["names"].tobytes().decode("utf-8").split("\n")
            weights, around = arrays["weights"], arrays["around"]
    except (ValueError, KeyError, OSError) as fault:
        raise ModelError("不是本程序的模型文件", place=place, remedy=_REMEDY) from fault
    count = len(meta["labels"])
    if weights.shape != (len(names) + 1, 2 * count) or around.shape != (PARTS * count, count):
        raise ModelError("模型的词表与权重对不上", place=place, remedy=_REMEDY)
    if any(len(name) != 5 + 2 for name in names if name.startswith("pair=")):
        raise ModelError("模型的词表与权重对不上", place=place, remedy=_REMEDY)
    return Model(
        f"passages-{digest[:12]}",
        tuple(meta["labels"]),
        known(names),
        weights[:-1],
        weights[-1],
        around,
    )
