"""Runs a real registry on loopback, with the password that the emulator's ECR returns."""

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

# The credentials from the emulator's GetAuthorizationToken, and their bcrypt hash. The registry supports no other hash.
USER, PASSWORD = "AWS", "123456789012-auth-token"
HASH = "$2b$05$abcdefghijklmnopqrstuu/4ofrUS75HrKu6f.iuRo0I/XlrmpqlC"

SETTINGS = """version: 0.1
log: {{level: warn, accesslog: {{disabled: true}}}}
storage: {{filesystem: {{rootdirectory: {folder}/images}}}}
http: {{addr: {host}}}
auth: {{htpasswd: {{realm: ECR, path: {folder}/password}}}}
"""


def require_docker():
    """Skips the test without a Docker engine or a registry, with a log message. Where CI is set, fails instead."""
    if not (succeeds("docker", "version") and succeeds("docker", "buildx", "version")):
        skip("a Docker engine, and a client with buildx")
    if shutil.which("docker-registry") is None:
        skip("a registry (Debian: apt-get install docker-registry)")


def succeeds(*command):
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


def skip(missing):
    text = f"deploy.sh was NOT tested, because this is missing: {missing}"
    if os.environ.get("CI", "") not in ("", "false"):
        pytest.fail(text)
    log.warning("SKIPPED: %s", text)
    pytest.skip(text)


def client(folder):
    """Returns settings for a Docker client that logs in. The user's settings, engine and plugins are not changed."""
    home = Path(os.environ.get("DOCKER_CONFIG") or Path.home() / ".docker")
    folder.mkdir()
    if (home / "cli-plugins").exists():
        (folder / "cli-plugins").symlink_to(home / "cli-plugins")
    inspect = ["docker", "context", "inspect", "--format", "{{.Endpoints.docker.Host}}"]
    host = subprocess.run(inspect, capture_output=True, text=True, check=True).stdout.strip()
    return {"DOCKER_CONFIG": str(folder), "DOCKER_HOST": host}


class Registry:
    """A registry that runs until `stop`."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.host = f"127.0.0.1:{free.getsockname()[1]}"
        (folder / "password").write_text(f"{USER}:{HASH}\n")
        (folder / "settings.yaml").write_text(SETTINGS.format(folder=folder, host=self.host))
        self.log = (folder / "log.txt").open("w")
        self.client = client(folder / "client")
        command = ["docker-registry", "serve", folder / "settings.yaml"]
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log)
        deadline = time.monotonic() + 20
        while True:
            try:
                self.get("_catalog")
                return
            except OSError:
                can_still_start = time.monotonic() < deadline and self.process.poll() is None
                assert can_still_start, (folder / "log.txt").read_text()
                time.sleep(0.1)

    def stop(self):
        """Ends the registry, and removes its image names from the engine. The same images may have other names."""
        repositories = [f"{self.host}/{path}" for path in self.get("_catalog")["repositories"]]
        self.process.terminate()
        self.process.wait()
        self.log.close()
        for repository in repositories:
            images = ["docker", "images", "--format", "{{.Repository}}:{{.Tag}}", repository]
            if found := subprocess.run(images, capture_output=True, text=True, check=True).stdout.split():
                subprocess.run(["docker", "image", "rm", "--force", *found], capture_output=True, check=True)

    def tags(self, path):
        return sorted(self.get(f"{path}/tags/list")["tags"])

    def config(self, path, tag):
        """Returns the configuration of an image, as a client that pulls it gets it."""
        manifest = self.get(f"{path}/manifests/{tag}")
        return self.get(f"{path}/blobs/{manifest['config']['digest']}")

    def architecture(self, path, tag):
        return self.config(path, tag)["architecture"]

    def get(self, path):
        request = urllib.request.Request(f"http://{self.host}/v2/{path}")
        request.add_header("Authorization", "Basic " + b64encode(f"{USER}:{PASSWORD}".encode()).decode())
        request.add_header("Accept", "application/vnd.docker.distribution.manifest.v2+json")
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as answer:
            return json.load(answer)
