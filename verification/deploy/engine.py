"""Docker, and a real registry on loopback that wants the password which the emulator's ECR gives out."""

from __future__ import annotations

import json
import logging
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from base64 import b64encode
from pathlib import Path

import pytest

log = logging.getLogger("docker")

# What the emulator's GetAuthorizationToken says, and its hash by bcrypt, the only one that the registry takes.
USER, PASSWORD = "AWS", "123456789012-auth-token"
HASH = "$2b$05$abcdefghijklmnopqrstuu/4ofrUS75HrKu6f.iuRo0I/XlrmpqlC"

SETTINGS = """version: 0.1
log: {{level: warn, accesslog: {{disabled: true}}}}
storage: {{filesystem: {{rootdirectory: {folder}/images}}}}
http: {{addr: {host}}}
auth: {{htpasswd: {{realm: ECR, path: {folder}/password}}}}
"""


def needed():
    """Leaves the test where there is no engine or no registry: aloud, and where CI is set by failing it."""
    if not (answers("docker", "version") and answers("docker", "buildx", "version")):
        leave("a Docker engine, and a client with buildx")
    if shutil.which("docker-registry") is None:
        leave("a registry (Debian: apt-get install docker-registry)")


def answers(*command):
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


def leave(what):
    text = f"deploy.sh was NOT run, for want of {what}"
    if os.environ.get("CI", "") not in ("", "false"):
        pytest.fail(text)
    log.warning("SKIPPED: %s", text)
    pytest.skip(text)


def client(folder):
    """Returns settings for a Docker client that logs in. The user's settings, engine and plugins are not changed."""
    own = Path(os.environ.get("DOCKER_CONFIG") or Path.home() / ".docker")
    folder.mkdir()
    if (own / "cli-plugins").exists():
        (folder / "cli-plugins").symlink_to(own / "cli-plugins")
    asked = ["docker", "context", "inspect", "--format", "{{.Endpoints.docker.Host}}"]
    host = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    return {"DOCKER_CONFIG": str(folder), "DOCKER_HOST": host}


class Registry:
    """A registry that runs from here to `stop`, and what is asked of it."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.host = f"127.0.0.1:{free.getsockname()[1]}"
        (folder / "password").write_text(f"{USER}:{HASH}\n")
        (folder / "settings.yaml").write_text(SETTINGS.format(folder=folder, host=self.host))
        self.said = (folder / "said.txt").open("w")
        self.client = client(folder / "client")
        command = ["docker-registry", "serve", folder / "settings.yaml"]
        self.process = subprocess.Popen(command, stdout=self.said, stderr=self.said)
        deadline = time.monotonic() + 20
        while True:
            try:
                self.ask("_catalog")
                return
            except OSError:
                waiting = time.monotonic() < deadline and self.process.poll() is None
                assert waiting, (folder / "said.txt").read_text()
                time.sleep(0.1)

    def stop(self):
        """Ends it, and takes from the engine the names of what was built for it: the same image may have others."""
        repositories = [f"{self.host}/{path}" for path in self.ask("_catalog")["repositories"]]
        self.process.terminate()
        self.process.wait()
        self.said.close()
        for one in repositories:
            asked = ["docker", "images", "--format", "{{.Repository}}:{{.Tag}}", one]
            if found := subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split():
                subprocess.run(["docker", "image", "rm", "--force", *found], capture_output=True, check=True)

    def tags(self, path):
        return sorted(self.ask(f"{path}/tags/list")["tags"])

    def config(self, path, tag):
        """What the image says of itself to whoever pulls it."""
        manifest = self.ask(f"{path}/manifests/{tag}")
        return self.ask(f"{path}/blobs/{manifest['config']['digest']}")

    def architecture(self, path, tag):
        return self.config(path, tag)["architecture"]

    def ask(self, what):
        request = urllib.request.Request(f"http://{self.host}/v2/{what}")
        request.add_header("Authorization", "Basic " + b64encode(f"{USER}:{PASSWORD}".encode()).decode())
        request.add_header("Accept", "application/vnd.docker.distribution.manifest.v2+json")
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as found:
            return json.load(found)
