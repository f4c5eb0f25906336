"""The server: moto's own, with this package's CloudFormation and refusals in it."""

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
    """Listens from its construction on; ``serve`` answers."""

    def __init__(self, host: str, port: int) -> None:
        # without it moto knows none of the policies that AWS manages; moto reads it when it is imported
        os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        from emulator.installation import application

        self._server = make_server(host, port, application(), threaded=True)
        port = self._server.server_port
        self.address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
        os.environ["MOTO_PORT"] = str(port)
        api.serve_at(self.address)

    def serve(self, until_stdin_ends: bool = False) -> None:
        """Answers requests until the process is told to stop."""
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
        """Ends ``serve``; callable from any other thread."""
        self._server.shutdown()
