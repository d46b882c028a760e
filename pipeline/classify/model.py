"""The trained classifier without scikit-learn: weights in a plain array file, checked against their digest."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.features import Incidence
from pipeline.errors import ModelError

FORMAT = 3
_BESIDE, _ABOVE = (Path(__file__).parents[up] / "models" / "passages.npz" for up in (1, 2))
# installed, the models lie inside the package; in a checkout at the top of the project
MODEL = _BESIDE if _BESIDE.exists() else _ABOVE
_REMEDY = "请检查路径；随程序附带的模型可重新安装得到，或用 workreport train 重新训练。"


@dataclass(frozen=True, slots=True)
class Known:
    """The features of a model: an ``Index``.

    ``pair_codes`` are the learned pairs of characters as ``pair_code`` has them, sorted, and ``pair_rows`` their rows.
    """

    groups: dict[str, dict[str, int]]
    pair_codes: NDArray[np.int64]
    pair_rows: NDArray[np.int64]
    size: int

    def rows(self, group: str, names: Iterable[str]) -> NDArray[np.int64]:
        """The row of each name of a group, in order."""
        known = self.groups.get(group, {})
        return np.fromiter(map(known.get, names, repeat(-1)), np.int64)

    def pairs(self, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.int64]:
        """The row of each pair of characters, given by their code points."""
        wanted = pair_code(first, second)
        place = np.searchsorted(self.pair_codes[:-1], wanted)
        return np.where(self.pair_codes[place] == wanted, self.pair_rows[place], -1)


def pair_code(first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.int64]:
    """Two code points as one number."""
    return first << 21 | second


@dataclass(frozen=True, slots=True)
class Model:
    """A linear classifier over named binary features: label probabilities are the softmax of summed weights.

    ``weights`` is features × labels; ``intercept`` has a number a label. ``name`` goes into the output.
    """

    name: str
    labels: tuple[str, ...]
    index: Known
    weights: NDArray[np.float32]
    intercept: NDArray[np.float32]

    def probabilities(self, found: Incidence, count: int) -> NDArray[np.float64]:
        """Passages × labels, for ``count`` passages in order of the incidence; labels in the order of ``labels``."""
        at, rows = found
        scores = np.tile(self.intercept.astype(np.float64), (count, 1))
        if len(at):
            starts = np.flatnonzero(np.concatenate([[True], at[1:] != at[:-1]]))
            scores[at[starts]] += np.add.reduceat(self.weights.take(rows, axis=0), starts, axis=0, dtype=np.float64)
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
    groups: dict[str, dict[str, int]] = {}
    for row, feature in enumerate(names):
        group, _, name = feature.partition("=")
        groups.setdefault(group, {})[name] = row
    pairs = groups.pop("pair", {})
    if any(len(pair) != 2 for pair in pairs):
        raise ModelError("模型的词表与权重对不上", place=place, remedy=_REMEDY)
    codes = pair_code(*np.array(list(map(ord, "".join(pairs))), np.int64).reshape(-1, 2).T)
    order = codes.argsort()
    index = Known(groups, np.append(codes[order], -1), np.append(np.array([*pairs.values()], np.int64)[order], -1), len(names))
    return Model(f"passages-{digest[:12]}", tuple(meta["labels"]), index, weights[:-1], weights[-1])
