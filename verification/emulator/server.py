"""Runs the HTTP server: moto with this package's CloudFormation and patches."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from types import FrameType

from werkzeug.serving import make_server

from emulator import api


class Server:
    """A server that listens from its construction on. ``serve`` handles the requests."""

    def __init__(self, host: str, port: int) -> None:
        # Without it, moto has none of the policies that AWS manages. moto reads it at import time.
        os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        from emulator.moto_application import application

        self._server = make_server(host, port, application(), threaded=True)
        port = self._server.server_port
        self.address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
        os.environ["MOTO_PORT"] = str(port)
        api.serve_at(self.address)

    def serve(self, until_stdin_ends: bool = False) -> None:
        """Handles requests until the process receives a signal or ``stop`` is called."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        if until_stdin_ends:
            threading.Thread(target=self._wait_for_stdin, daemon=True).start()
        self._server.serve_forever()
        self._server.server_close()

    def _wait_for_stdin(self) -> None:
        while sys.stdin.buffer.read(4096):
            pass
        self.stop()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        threading.Thread(target=self.stop, daemon=True).start()

    def stop(self) -> None:
        """Ends ``serve``. Call it from another thread."""
        self._server.shutdown()
