"""Where the model lies that comes with the program; who only hands the place on need not load
arrays.
"""

from __future__ import annotations

from pathlib import Path

_BESIDE, _ABOVE = (Path(__file__).parents[up] / "models" / "passages.npz" for up in (0, 1))
# installed, the models lie inside the package; in a checkout at the top of the project
MODEL = _BESIDE if _BESIDE.exists() else _ABOVE
