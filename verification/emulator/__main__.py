"""Serves until SIGTERM, SIGINT or, with an option, until standard input ends: ``python -m emulator``."""

from __future__ import annotations

import argparse
import os
import sys

from emulator.server import Server


def main(arguments: list[str] | None = None) -> int:
    """Starts the emulator, prints its address on standard output, and serves until it is stopped."""
    parser = argparse.ArgumentParser(prog="python -m emulator", description=sys.modules["emulator"].__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0, the default, uses a free port")
    parser.add_argument("--exit-with-stdin", action="store_true", help="stop when standard input ends")
    options = parser.parse_args(arguments)
    server = Server(options.host, options.port)
    print(server.address, flush=True)
    server.serve(until_stdin_ends=options.exit_with_stdin)
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # there is nothing to clean up, and a normal exit of Python takes seconds
