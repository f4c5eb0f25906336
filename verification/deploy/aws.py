"""The real AWS CLI, spoken to as people do, and as the tests do when they look at what is there."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import shlex
import subprocess
import sys
import warnings
from functools import cache

from awscli.clidriver import create_clidriver
from awscli.customizations.scalarparse import add_scalar_parsers
from awscli.paramfile import register_uri_param_handler

log = logging.getLogger("aws")


class AwsCliError(Exception):
    """The AWS CLI ended with another exit code than 0; the text is what it said."""


@cache
def driver():
    """Returns the CLI's main program, created once because it reads its models then. It caches its clients."""
    made = create_clidriver()
    made.session.create_client = cache(made.session.create_client)
    return made


def environment(address, folder):
    """What the CLI reads from the environment; nothing of the user's own, nothing of the machine's."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("AWS_")}
    return own | {
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_CONFIG_FILE": str(folder / "config"),
        "AWS_SHARED_CREDENTIALS_FILE": str(folder / "credentials"),
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_MAX_ATTEMPTS": "1",
        "AWS_PAGER": "",
        "NO_PROXY": "*",
    }


class Aws:
    """The CLI in one Region, unless a command line names another one."""

    def __init__(self, variables, region):
        self.variables = variables | {"AWS_DEFAULT_REGION": region}
        self.region = region

    def line(self, line):
        """Runs a command line as it is printed or typed, logs it with the CLI's own words, and gives these."""
        words = shlex.split(line)
        assert words[0] == "aws", line
        return self.run(*words[1:])

    def run(self, *words):
        log.info("$ aws %s", shlex.join(words))
        command = [sys.executable, "-I", "-m", "awscli", *words]
        result = subprocess.run(
            command, env=self.variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        said = result.stdout.strip()
        for line in said.splitlines():
            if line.strip():
                log.info("    %s", line)
        if result.returncode != 0:
            log.info("    (exit code %d)", result.returncode)
            raise AwsCliError(said)
        return said

    def ask(self, *words):
        """The answer to a question, parsed; in this process, for there are hundreds and a start takes a second each."""
        out, err = io.StringIO(), io.StringIO()
        with self.as_the_cli_sees_it(), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = driver().main([*words, "--region", self.region, "--output", "json"])
        # Each run registers these handlers again, and every registered handler would process each argument.
        for initializer in (register_uri_param_handler, add_scalar_parsers):
            driver().session.unregister("session-initialized", initializer)
        if code != 0:
            raise AwsCliError(f"aws {shlex.join(words)}: {err.getvalue().strip()}")
        return json.loads(out.getvalue() or "{}")

    @contextlib.contextmanager
    def as_the_cli_sees_it(self):
        """The process as it would be if it were the CLI's own."""
        kept = dict(os.environ)
        os.environ.clear()
        # Where the CLI finds its own models; it wrote this down when it was loaded.
        os.environ.update(self.variables | {"AWS_DATA_PATH": kept["AWS_DATA_PATH"]})
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield
        finally:
            os.environ.clear()
            os.environ.update(kept)


def elsewhere(aws, region):
    """The same account in another Region."""
    return Aws(aws.variables, region)
