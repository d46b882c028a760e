"""A review server that is killed again and again: each is a copy of this process, which has everything loaded, on the same socket.

    python -m tests.review.killable FOLDER     says the port, then the process of each server; ends with its input
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import uvicorn

from pipeline.review.server import app, free_port


def main(folder: Path) -> None:
    with free_port(0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        print(port, flush=True)
        for _ in sys.stdin:
            child = os.fork()
            if child == 0:
                uvicorn.Server(uvicorn.Config(app(folder, reviewer="甲", port=port), log_level="critical")).run(sockets=[taken])
                os._exit(0)
            print(child, flush=True)
            os.waitpid(child, 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
