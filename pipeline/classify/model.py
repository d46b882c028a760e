"""The trained classifier without scikit-learn: weights in a plain array file, checked against their digest."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.features import WORD_GROUPS, Incidence
from pipeline.errors import ModelError

FORMAT = 3
Rows = NDArray[np.int64]
_BESIDE, _ABOVE = (Path(__file__).parents[up] / "models" / "passages.npz" for up in (1, 2))
# installed, the models lie inside the package; in a checkout at the top of the project
MODEL = _BESIDE if _BESIDE.exists() else _ABOVE
_REMEDY = "请检查路径；随程序附带的模型可重新安装得到，或用 workreport train 重新训练。"


_HASH = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio: spreads keys that lie close together
_SPARE = 4  # slots a key


@dataclass(frozen=True, slots=True)
class Known:
    """The features of a model: an ``Index``.

    ``numbers`` has every word of the ``WORD_GROUPS``; ``tables`` give its row in a group by its number (-1 at the end, for a word that is not known). ``pair_levels`` are
    hash tables of the learned pairs of characters: what found its slot taken stands in the next.
    """

    groups: dict[str, dict[str, int]]
    numbers: dict[str, int]
    tables: dict[str, Rows]
    pair_levels: tuple[tuple[NDArray[np.uint64], Rows], ...]
    size: int

    def rows(self, group: str, names: Iterable[str]) -> Rows:
        """The row of each name of a group, in order."""
        known = self.groups.get(group, {})
        return np.fromiter(map(known.get, names, repeat(-1)), np.int64)

    def words(self, words: Iterable[str]) -> Rows:
        """A number for each word; -1 for one that is in no group."""
        return np.fromiter(map(self.numbers.get, words, repeat(-1)), np.int64)

    def of_words(self, group: str, words: Rows) -> Rows:
        """The row of each word of a group, given by its number."""
        return self.tables[group][words] if group in self.tables else np.full(len(words), -1)

    def pairs(self, first: NDArray[np.uint32], second: NDArray[np.uint32]) -> Rows:
        """The row of each pair of characters, given by their code points."""
        wanted = first.astype(np.uint64) << np.uint64(32) | second
        rows = np.full(len(wanted), -1)
        for keys, values in self.pair_levels:
            slots = _slots(wanted, len(keys))
            rows = np.where(keys[slots] == wanted, values[slots], rows)
        return rows


def known(names: Sequence[str]) -> Known:
    """The index of features that stand in this order as ``group=name``."""
    groups: dict[str, dict[str, int]] = {}
    for row, feature in enumerate(names):
        group, _, name = feature.partition("=")
        groups.setdefault(group, {})[name] = row
    pairs = groups.pop("pair", {})
    of_words = {group: groups.pop(group) for group in WORD_GROUPS if group in groups}
    numbers = {word: i for i, word in enumerate(dict.fromkeys(chain.from_iterable(of_words.values())))}
    tables = {group: np.full(len(numbers) + 1, -1) for group in of_words}
    for group, rows_of in of_words.items():
        tables[group][[numbers[word] for word in rows_of]] = list(rows_of.values())
    codes = np.array(list(map(ord, "".join(pairs))), np.uint64).reshape(-1, 2)
    levels, keys, rows = [], codes[:, 0] << np.uint64(32) | codes[:, 1], np.array([*pairs.values()], np.int64)
    while len(keys):
        size = 1 << (_SPARE * len(keys)).bit_length()
        table, values, slots = np.zeros(size, np.uint64), np.full(size, -1), _slots(keys, size)
        table[slots], values[slots] = keys, rows
        left = table[slots] != keys
        levels.append((table, values))
        keys, rows = keys[left], rows[left]
    return Known(groups, numbers, tables, tuple(levels), len(names))


def _slots(keys: NDArray[np.uint64], size: int) -> NDArray[np.uint64]:
    """Where a key stands in a table of ``size`` (a power of two)."""
    return (keys * _HASH) >> np.uint64(65 - size.bit_length())


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

    def probabilities(self, found: Incidence) -> NDArray[np.float64]:
        """Passages × labels, in order of the passages; labels in the order of ``labels``."""
        bounds, rows = found
        scores = np.tile(self.intercept.astype(np.float64), (len(bounds) - 1, 1))
        some = np.flatnonzero(np.diff(bounds))
        if len(some):
            scores[some] += np.add.reduceat(self.weights.take(rows, axis=0), bounds[some], axis=0, dtype=np.float64)
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
    if any(len(name) != 5 + 2 for name in names if name.startswith("pair=")):
        raise ModelError("模型的词表与权重对不上", place=place, remedy=_REMEDY)
    return Model(f"passages-{digest[:12]}", tuple(meta["labels"]), known(names), weights[:-1], weights[-1])
