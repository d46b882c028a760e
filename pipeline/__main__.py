"""``python -m pipeline`` is ``workreport``."""

from pipeline.start import run

if __name__ == "__main__":
    run()
