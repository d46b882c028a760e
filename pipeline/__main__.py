"""``python -m pipeline`` is ``workreport``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; Ctrl-C at any moment, while it still loads too, is one line and 130."""
    try:
        from pipeline.cli import main as command

        command()
    except KeyboardInterrupt:
        print("\n已中断。 Interrupted.", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
