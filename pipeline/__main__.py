"""``python -m pipeline`` is ``workreport``."""

from pipeline.cli import main

main()
