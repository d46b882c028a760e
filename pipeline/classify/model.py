"""The trained classifier without scikit-learn: weights in a plain array file, checked against their digest."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import ModelError

FORMAT = 2
_BESIDE, _ABOVE = (Path(__file__).parents[up] / "models" / "passages.npz" for up in (1, 2))
# installed, the models lie inside the package; in a checkout at the top of the project
MODEL = _BESIDE if _BESIDE.exists() else _ABOVE
_REMEDY = "请检查路径；随程序附带的模型可重新安装得到，或用 workreport train 重新训练。"


@dataclass(frozen=True, slots=True)
class Model:
    """A linear classifier over named binary features: label probabilities are the softmax of summed weights.

    ``index`` gives the row of a feature by group and name. ``weights`` is (features + 2) × labels; the last rows are the intercept and, for
    unknown features, nothing. ``name`` goes into the output.
    """

    name: str
    labels: tuple[str, ...]
    index: dict[str, dict[str, int]]
    weights: NDArray[np.float32]

    def probabilities(self, passages: Sequence[Mapping[str, Sequence[str]]]) -> NDArray[np.float64]:
        """Passages × labels, in the order of ``labels``; unknown features count for nothing."""
        rows: list[int] = []
        starts = []
        intercept, unknown = len(self.weights) - 2, repeat(len(self.weights) - 1)
        for groups in passages:
            starts.append(len(rows))
            rows.append(intercept)
            for group, names in groups.items():
                if known := self.index.get(group):
                    rows.extend(map(known.get, names, unknown))
        if not starts:
            return np.zeros((0, len(self.labels)))
        scores = np.add.reduceat(self.weights.T[:, rows], starts, axis=1, dtype=np.float64).T
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def save(path: Path, labels: Sequence[str], names: Sequence[str], weights: NDArray[np.float32]) -> str:
    """Write the model and, beside it, its digest. The same weights give the same bytes. Returns the digest."""
    buffer = io.BytesIO()
    meta = json.dumps({"format": FORMAT, "labels": list(labels)}, ensure_ascii=False)
    np.savez_compressed(
        buffer,
        meta=np.frombuffer(meta.encode("utf-8"), dtype=np.uint8),
        names=np.frombuffer("\n".join(names).encode("utf-8"), dtype=np.uint8),
        weights=weights.astype(np.float32),
    )
    data = buffer.getvalue()
    digest = hashlib.sha256(data).hexdigest()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.with_suffix(".sha256").write_text(f"{digest}  {path.name}\n", encoding="utf-8")
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
            names = arrays["names"].tobytes().decode("utf-8").split("\n")
            weights = arrays["weights"]
    except (ValueError, KeyError, OSError) as fault:
        raise ModelError("不是本程序的模型文件", place=place, remedy=_REMEDY) from fault
    if meta.get("format") != FORMAT:
        raise ModelError(f"模型格式是 {meta.get('format')}，本程序要 {FORMAT}", place=place, remedy=_REMEDY)
    if weights.shape != (len(names) + 1, len(meta["labels"])):
        raise ModelError("模型的词表与权重对不上", place=place, remedy=_REMEDY)
    index: dict[str, dict[str, int]] = {}
    for row, feature in enumerate(names):
        group, _, name = feature.partition("=")
        index.setdefault(group, {})[name] = row
    return Model(f"passages-{digest[:12]}", tuple(meta["labels"]), index, np.vstack([weights, np.zeros_like(weights[:1])]))
