"""``python -m emulator``: serves until SIGTERM, SIGINT or, if asked to, until standard input ends."""

from __future__ import annotations

import argparse
import os
import sys

from emulator.server import Server


def main(arguments: list[str] | None = None) -> int:
    """Starts the emulator, says on standard output where it listens, and waits for its end."""
    parser = argparse.ArgumentParser(prog="python -m emulator", description=sys.modules["emulator"].__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at (%(default)s)")
    parser.add_argument("--port", type=int, default=0, help="the port to listen at; 0, the default, takes a free one")
    parser.add_argument("--exit-with-stdin", action="store_true", help="stop when standard input ends")
    options = parser.parse_args(arguments)
    server = Server(options.host, options.port)
    print(server.address, flush=True)
    server.serve(until_stdin_ends=options.exit_with_stdin)
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # there is nothing to put in order, and Python takes seconds for doing so
