"""A project with a deploy.sh, and a small one that has no more than that looks at."""

from __future__ import annotations

import json
import logging
import os
import pty
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import generator
from aws import Aws, elsewhere

SERVICE = generator.ROOT / "archetype/service"
REGION = "eu-central-1"

log = logging.getLogger("deploy.sh")

# No `RUN`, so that an image for another processor can be built without an emulation of it.
DOCKERFILE = 'FROM scratch\nCOPY message /message\nENTRYPOINT ["/message"]\n'

# What a project's own pom does for deploy.sh, and nothing else: the generator lies below target.
POM = f"""\
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>hello</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <build>
    <plugins>
      <plugin>
        <artifactId>maven-resources-plugin</artifactId>
        <version>3.5.0</version>
        <executions>
          <execution>
            <phase>generate-resources</phase>
            <goals><goal>copy-resources</goal></goals>
            <configuration>
              <outputDirectory>${{project.build.directory}}/ecs-discovery</outputDirectory>
              <resources>
                <resource>
                  <directory>{generator.JAR.parent}</directory>
                  <includes><include>{generator.JAR.name}</include></includes>
                </resource>
              </resources>
            </configuration>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
"""


@dataclass(frozen=True)
class Run:
    """How deploy.sh ended, and all that it said."""

    code: int
    said: str

    @property
    def changes(self):
        """The changes that it showed, by logical id."""
        return {logical_id: sign for sign, logical_id in re.findall(r"(?m)^  ([-+~!?]) (\w+) +AWS::", self.said)}

    @property
    def tag(self):
        found = re.search(r"(?m)^==> Account .* tag (\S+)$", self.said)
        assert found, self.said
        return found[1]


def small(folder: Path, config: str | None):
    """A folder with deploy.sh, a config and something to put into an image."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(SERVICE / "deploy.sh", folder)
    (folder / "Dockerfile").write_text(DOCKERFILE)
    (folder / "message").write_text("the first\n")
    (folder / ".gitignore").write_text("target/\n")
    built = folder / "target/ecs-discovery"
    built.mkdir(parents=True)
    shutil.copy(generator.JAR, built)
    (folder / "pom.xml").write_text(POM)
    if config is not None:
        (folder / "config.yaml").write_text(config)
    return folder


class Project:
    """A git repository, or a folder of one, made of a folder with a deploy.sh."""

    def __init__(self, aws: Aws, registry, folder: Path, repository: Path | None = None, region=REGION):
        self.aws, self.registry, self.folder = elsewhere(aws, region), registry, folder
        self.repository = repository or folder
        if not (self.repository / ".git").exists():
            self.git("init", "--quiet", "--initial-branch", "main")
        self.commit()
        self.first: Run | None = None  # the first deployment, if a fixture made one
        self.stacks_before = self.stacks()
        self.repositories_before = self.repositories()

    # ---- What a developer does ----

    def git(self, *words):
        own = ["-c", "user.name=developer", "-c", "user.email=developer@example.com", "-c", "commit.gpgsign=false"]
        command = ["git", *own, *words]
        return subprocess.run(command, cwd=self.repository, capture_output=True, text=True, check=True).stdout.strip()

    def commit(self):
        """Commits all that there is, and gives the commit as deploy.sh names it."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Change")
        return self.git("log", "-1", "--format=%h", "--abbrev=12")

    def change_code(self, message):
        (self.folder / "message").write_text(message)

    def change_config(self, old, new):
        file = self.folder / "config.yaml"
        text = file.read_text()
        assert text.count(old) == 1, text
        file.write_text(text.replace(old, new))

    def deploy(self, *options, answer=None, build=False, **variables):
        """Runs deploy.sh; with an answer on a terminal, where that is typed."""
        words = [*options] if build else ["--no-build", *options]
        command = [self.folder / "deploy.sh", *words]
        # From elsewhere, as anybody may.
        started = {"cwd": self.folder.parent, "env": self.environment() | variables, "stderr": subprocess.STDOUT}
        if answer is None:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False, **started)
        else:
            ours, theirs = pty.openpty()
            os.write(ours, f"{answer}\n".encode())
            done = subprocess.run(command, stdin=theirs, stdout=subprocess.PIPE, check=False, **started)
            os.close(ours)
            os.close(theirs)
        said = done.stdout.decode()
        log.info("$ ./deploy.sh %s\n%s(exit code %d)", " ".join(words), said, done.returncode)
        return Run(done.returncode, said)

    def environment(self):
        """Only the registry and, of the AWS CLI's own, the endpoint are other than at home."""
        return (
            self.aws.variables
            | {
                "PATH": os.pathsep.join([str(self.tools()), str(Path(sys.executable).parent), os.environ["PATH"]]),
                "DEPLOY_REGISTRY": self.registry.host,
            }
            | self.registry.client
        )

    def tools(self):
        """A folder with the awk that macOS has, which takes less than others, where it is installed."""
        folder = self.repository / ".git/tools"
        folder.mkdir(exist_ok=True)
        awk = shutil.which("original-awk")
        if awk is not None and not (folder / "awk").exists():
            (folder / "awk").symlink_to(awk)
        return folder

    # ---- What is there ----

    def stacks(self):
        """The status of each stack, by name."""
        stacks = self.aws.ask("cloudformation", "describe-stacks")["Stacks"]
        return {one["StackName"]: one["StackStatus"] for one in stacks}

    def repositories(self):
        return [one["repositoryName"] for one in self.aws.ask("ecr", "describe-repositories")["repositories"]]

    def status(self, stack):
        return self.stacks().get(stack)

    def images(self, cluster):
        """The image that each service of a cluster runs."""
        return {service: container["image"] for service, container in self.containers(cluster).items()}

    def containers(self, cluster):
        """The only container of each service's task definition."""
        arns = self.aws.ask("ecs", "list-services", "--cluster", cluster)["serviceArns"]
        asked = ["--cluster", cluster, "--services", *arns]
        services = self.aws.ask("ecs", "describe-services", *asked)["services"]
        return {one["serviceName"]: self.container(one["taskDefinition"]) for one in services}

    def container(self, definition):
        found = self.aws.ask("ecs", "describe-task-definition", "--task-definition", definition)
        return found["taskDefinition"]["containerDefinitions"][0]

    def newest_event(self, stack):
        return self.aws.ask("cloudformation", "describe-stack-events", "--stack-name", stack)["StackEvents"][0][
            "EventId"
        ]

    # ---- What happens on AWS, where tasks run ----

    def stop_a_task(self, cluster, service, reason):
        """Adds a stopped task to a service. The emulator's ECS runs no task without its own memory setting."""
        container = json.dumps([{"name": service, "image": service, "memory": 128}])
        definition = ["--family", "stopped", "--container-definitions", container]
        made = self.aws.ask("ecs", "register-task-definition", *definition)["taskDefinition"]["taskDefinitionArn"]
        started = ["--task-definition", made, "--group", f"service:{service}", "--launch-type", "FARGATE"]
        task = self.aws.ask("ecs", "run-task", "--cluster", cluster, *started)["tasks"][0]["taskArn"]
        self.aws.ask("ecs", "stop-task", "--cluster", cluster, "--task", task, "--reason", reason)
        self.aws.ask("ecs", "deregister-task-definition", "--task-definition", made)

    def log(self, group, message):
        stream = ["--log-group-name", group, "--log-stream-name", "the-task"]
        self.aws.ask("logs", "create-log-stream", *stream)
        event = json.dumps([{"timestamp": int(time.time() * 1000), "message": message}])
        self.aws.ask("logs", "put-log-events", *stream, "--log-events", event)

    # ---- The end ----

    def delete(self, stack):
        self.aws.ask("cloudformation", "delete-stack", "--stack-name", stack)
        self.aws.ask("cloudformation", "wait", "stack-delete-complete", "--stack-name", stack)

    def take_away(self):
        """Deletes what was made since the project was, newest first."""
        for stack in reversed([one for one in self.stacks() if one not in self.stacks_before]):
            self.delete(stack)
        for name in [one for one in self.repositories() if one not in self.repositories_before]:
            self.aws.ask("ecr", "delete-repository", "--force", "--repository-name", name)
