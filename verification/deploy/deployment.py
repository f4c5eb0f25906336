"""One config deployed as a user deploys it: rendered by the jar, made by the command that the jar prints."""

from __future__ import annotations

import re
import shlex
import time
from pathlib import Path

import generator
from account import TEMPLATES, Account
from aws import Aws, elsewhere
from comparison import differences
from expectation import Expectation, Place
from language import Config
from stack_view import StackView

# What the emulator makes otherwise than AWS would: a pattern of the lines that tell of it, and the reason. It is empty;
# a test fails where it lists what is no longer so. What reading back cannot show is in the emulator's own `unknown`.
UNKNOWN_TO_THE_EMULATOR: dict[str, str] = {}


class Deployment:
    """A config, what it is rendered with, and the Region that its stack is in."""

    def __init__(self, aws: Aws, config: Path, environment=None, settings=(), region=None, platform=None):
        self.config_file = config
        self.environment = environment
        self.settings = list(settings)
        self.platform = platform
        # A config that names a Region has it in its command; else it is the CLI's own.
        self.aws = elsewhere(aws, self.config.region or region or aws.region)
        self.before = Account(self.aws).ids
        self.neighbours: list[Deployment] = []
        self.next_second = 0

    @property
    def config(self):
        return Config(self.config_file, self.environment, self.settings, self.platform and self.platform.config)

    @property
    def stack(self):
        return self.config.stack

    def render(self):
        file = self.config_file.with_name("template.yaml")
        self.rendering = generator.render(self.config_file, file, self.environment, self.settings)
        return self.rendering

    # ---- What a user types ----

    def command(self, *more):
        """The printed line; of a user's own in it are the bucket, and options that are put behind it."""
        line = self.rendering.deploy
        if line.endswith(" --s3-bucket BUCKET"):
            line = line.removesuffix("BUCKET") + TEMPLATES
            buckets = self.aws.ask("s3api", "list-buckets")["Buckets"]
            if TEMPLATES not in [bucket["Name"] for bucket in buckets]:
                self.aws.line(f"aws s3 mb s3://{TEMPLATES} --region {self.aws.region}")
        return shlex.join([*shlex.split(line), *more])

    def deploy(self, *more):
        """Deploys what was rendered last."""
        # The CLI names a change set by the second, and a stack takes a name once.
        time.sleep(max(0.0, self.next_second - time.time()))
        try:
            return self.aws.line(self.command(*more))
        finally:
            self.next_second = int(time.time()) + 1

    def changes(self, *more):
        """What a deployment would do, by the change set that the printed command makes and does not execute."""
        return {(action, identifier) for action, identifier, _, _ in self.changes_in_full(*more)}

    def changes_in_full(self, *more):
        """The same with the type, and whether a new resource takes the place of the old one."""
        said = self.deploy("--no-execute-changeset", *more)
        describe = next(line for line in said.splitlines() if line.startswith("aws "))
        query = "Changes[].ResourceChange.[Action,LogicalResourceId,ResourceType,Replacement]"
        rows = self.aws.line(f"{describe} --query '{query}' --output text")
        return {tuple(row.split()) for row in rows.splitlines()}

    def delete(self):
        self.aws.line(self.rendering.delete)
        self.aws.run("cloudformation", "wait", "stack-delete-complete", "--stack-name", self.stack)

    def abandon(self):
        """Takes away what a test has left, so that the next one does not fail of it."""
        status = self.status()
        if status is not None:
            if "ROLLBACK" in status or "FAILED" in status:
                self.aws.line(self.rendering.why_it_failed)
            self.aws.ask("cloudformation", "delete-stack", "--stack-name", self.stack)
            self.aws.ask("cloudformation", "wait", "stack-delete-complete", "--stack-name", self.stack)

    # ---- What is there ----

    def status(self):
        stacks = self.aws.ask("cloudformation", "describe-stacks")["Stacks"]
        return next((stack["StackStatus"] for stack in stacks if stack["StackName"] == self.stack), None)

    def place(self):
        zones = self.aws.ask("ec2", "describe-availability-zones")["AvailabilityZones"]
        account = self.aws.ask("sts", "get-caller-identity")["Account"]
        return Place(account, self.aws.region, {zone["ZoneId"]: zone["ZoneName"] for zone in zones})

    def look(self, others=frozenset()):
        return StackView(Account(self.aws), self.stack, self.config.cluster, self.before, others)

    def besides(self, other):
        """Another deployment, whose stack may be there too, here or in another Region, or may have joined this one."""
        self.neighbours.append(other)

    def all_differences(self):
        """Where what exists is not what the config says, both ways; what nobody asked for is a difference too."""
        present = [other for other in self.neighbours if other.status() is not None]
        others = set()
        for other in present:
            theirs = other.look()
            theirs.picture()
            others |= theirs.claimed()
        view = self.look(others)
        guests = tuple(other.config for other in present if other.platform is self)
        lines = differences(Expectation(self.config, self.place(), guests).picture(), view.picture())
        ids, claimed = view.account.ids, view.claimed() | others
        return lines + [f"too much: {ids[one]} {one}" for one in sorted(set(ids) - set(self.before) - claimed)]

    def differences(self):
        gaps = UNKNOWN_TO_THE_EMULATOR
        return [line for line in self.all_differences() if not any(re.match(gap, line) for gap in gaps)]

    def is_as_configured(self):
        lines = self.differences()
        assert not lines, "\n".join(lines)

    def remove_access_logs(self):
        """Removes the bucket that outlives the stack, as a user does who wants the logs no more."""
        for bucket in self.aws.ask("s3api", "list-buckets")["Buckets"]:
            if bucket["Name"].startswith(f"{self.stack}-"):
                self.aws.line(f"aws s3 rb s3://{bucket['Name']}")

    def has_left_nothing(self):
        now = Account(self.aws).ids
        # The key of the logs is kept: what was written by it is read by it alone.
        kept = {"keys"} if self.config.log_key else set()
        left = sorted(f"left: {now[one]} {one}" for one in set(now) - set(self.before) if now[one] not in kept)
        assert not left, "\n".join(left)
