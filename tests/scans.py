"""Scans: pages of placed lines, rendered and set a little askew, as a copier leaves them."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Sequence
from functools import cache

import numpy as np
import pypdfium2
from PIL import Image

from . import sheets
from .sheets import Place


@cache
def has_chinese_font() -> bool:
    """Whether this machine has a font to render Chinese with; without one a scan shows boxes."""
    try:
        return bool(subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, check=True).stdout.strip())
    except (OSError, subprocess.SubprocessError):
        return False


def pictures(pages: Sequence[Sequence[Place]], *, askew: float = 0.0, noise: float = 0.0, dots: int = 150) -> list[Image.Image]:
    """The pages as grey pictures, turned by so many degrees, with grain."""
    found = []
    for page in pypdfium2.PdfDocument(sheets.written(pages)):
        picture = page.render(scale=dots / 72).to_pil().convert("L").rotate(askew, fillcolor=255, resample=Image.Resampling.BICUBIC)
        grain = np.random.default_rng(7).normal(0, noise, (picture.height, picture.width))
        found.append(Image.fromarray((np.asarray(picture) + grain).clip(0, 255).astype("uint8")))
    return found


def saved(found: Sequence[Image.Image], form: str) -> bytes:
    """The pictures as a file: PDF and TIFF of all, PNG and JPEG of the first."""
    data = io.BytesIO()
    more = {"save_all": True, "append_images": found[1:]} if form in ("PDF", "TIFF") else {}
    found[0].save(data, form, **more)
    return data.getvalue()
