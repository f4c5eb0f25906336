"""Runs deploy.sh against the emulator, with the real Maven, git, Docker, AWS CLI and a real registry."""

from __future__ import annotations

import re
import shutil

import pytest

from project import REGION, Project, small

BUCKET = "ecs-discovery-deploy-script"

CONFIG = """\
name: hello
region: eu-central-1
defaults:
  image: "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/hello"
  port: 8080
  healthCheck: {command: [/message]}
services:
  hello: {calls: [world]}
  world: {}
environments:
  arm: {defaults: {architecture: ARM64}}
"""

GUEST = """\
name: guest
region: eu-central-1
platform: nowhere
defaults:
  image: "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/guest"
  port: 8080
  healthCheck: {command: [/message]}
services:
  guest: {}
"""

SHARED = """\
name: trade
region: eu-central-1
tag: 1.0.0
defaults:
  port: 8080
  healthCheck: {command: [/message]}
services:
  orders: {calls: [payments]}
  payments: {}
"""


@pytest.fixture(scope="module")
def hello(aws, registry, tmp_path_factory):
    """Deploys a project with its own config for the first time."""
    project = Project(aws, registry, small(tmp_path_factory.mktemp("projects") / "hello", CONFIG))
    project.first = project.deploy(build=True, answer="y")
    yield project
    project.clean_up()


@pytest.fixture
def project(aws, registry, tmp_path):
    """Creates projects, each in its own git repository or in a shared one."""
    created = []

    def create(name, config, repository=None):
        created.append(Project(aws, registry, small(tmp_path / name, config), repository))
        return created[-1]

    yield create
    for each in created:
        each.clean_up()


def test_first_deployment_creates_everything(hello, registry):
    output, tag = hello.first.output, hello.git("log", "-1", "--format=%h", "--abbrev=12")
    assert hello.first.code == 0
    assert hello.first.tag == tag
    assert hello.first.changes.items() >= {"Vpc": "+", "HelloService": "+", "WorldTaskDefinition": "+"}.items()
    assert "Change the stack? [y/N]" in output
    assert hello.status("hello") == "CREATE_COMPLETE"
    assert registry.tags("hello") == [tag]
    assert registry.architecture("hello", tag) == "amd64"
    image = f"{registry.host}/hello:{tag}"
    assert hello.images("hello") == {"hello": image, "world": image}
    assert "hello.hello.internal" in output.partition("==> The stack hello")[2]


def test_second_deployment_changes_nothing(hello, registry):
    before = hello.newest_event("hello")
    again = hello.deploy("--yes")
    assert again.code == 0
    assert "The image exists." in again.output
    assert "No changes: the stack matches the config." in again.output
    assert "hello.hello.internal" in again.output
    assert hello.newest_event("hello") == before
    assert registry.tags("hello") == [hello.first.tag]


def test_changed_code_is_deployed_after_confirmation(hello, registry):
    before = hello.newest_event("hello")
    hello.change_code("the second\n")
    refused = hello.deploy(answer="n")
    assert refused.code == 1
    assert refused.changes == dict.fromkeys(
        ["HelloService", "HelloTaskDefinition", "WorldService", "WorldTaskDefinition"], "~"
    )
    assert re.search(r"HelloTaskDefinition .* ContainerDefinitions \(a new revision\)\n", refused.output)
    assert "nothing was changed" in refused.output
    assert hello.newest_event("hello") == before
    left = hello.aws.ask("cloudformation", "list-change-sets", "--stack-name", "hello")["Summaries"]
    assert [change_set for change_set in left if change_set["ExecutionStatus"] == "AVAILABLE"] == []

    # An image with uncommitted changes has a tag that no other build has.
    assert re.fullmatch(hello.first.tag + r"-dirty-\d{8}T\d{6}Z", refused.tag)
    tag = hello.commit()
    done = hello.deploy("--yes")
    assert (done.code, done.tag, done.changes) == (0, tag, refused.changes)
    assert hello.images("hello")["hello"] == f"{registry.host}/hello:{tag}"
    assert registry.tags("hello") == sorted([hello.first.tag, refused.tag, tag])


def test_environment_has_its_own_stack_and_architecture_its_own_image(hello, registry):
    arm = hello.deploy("-e", "arm", "--yes")
    assert arm.code == 0
    tag = hello.git("log", "-1", "--format=%h", "--abbrev=12") + "-arm64"
    assert "--platform linux/arm64" in arm.output
    assert registry.architecture("hello", tag) == "arm64"
    assert hello.images("hello-arm") == dict.fromkeys(["hello", "world"], f"{registry.host}/hello:{tag}")
    hello.delete("hello-arm")


def test_project_joins_another_stack_and_explains_failures(hello, project):
    guest = project("guest", GUEST)
    early = guest.deploy("--yes")
    assert early.code == 1
    assert "No export named nowhere-" in early.output
    assert "It imports values from other stacks. Deploy them first: nowhere." in early.output
    assert guest.status("guest") is None

    guest.change_config("platform: nowhere", "platform: hello")
    joined = guest.deploy("--yes")
    assert joined.code == 0
    guest.stop_a_task("hello", "guest", "CannotPullContainerError: pull access denied")
    guest.log("/ecs/guest/guest", "no such file: /message")

    # There are more tasks than free addresses in the subnets.
    guest.change_config("guest: {}", "guest: {count: 502}")
    failed = guest.deploy("--yes")
    assert failed.code == 1
    assert guest.status("guest") == "UPDATE_ROLLBACK_COMPLETE"
    why = failed.output.partition("==> The deployment of the stack guest failed: UPDATE_ROLLBACK_COMPLETE")[2]
    assert re.search(r"GuestService \(AWS::ECS::Service\): .*Insufficient addresses", why)
    assert "  guest: CannotPullContainerError: pull access denied" in why
    assert "    | no such file: /message\n" in failed.output
    assert f"aws logs tail /ecs/guest/guest --region {REGION} --since 1h" in why
    assert "The stack was rolled back to its previous state." in why
    assert guest.images("hello")["guest"].endswith(f"/guest:{joined.tag}")


def test_stack_of_a_failed_first_deployment_is_deleted_first(project):
    unlucky = project("unlucky", CONFIG.replace("hello", "unlucky") + "cluster: {name: nowhere}\n")
    failed = unlucky.deploy("--yes")
    assert failed.code == 1
    assert unlucky.status("unlucky") == "ROLLBACK_COMPLETE"
    assert "UnluckyService (AWS::ECS::Service): " in failed.output
    assert "Cluster not found" in failed.output
    assert "It was the first deployment, so all its resources were deleted." in failed.output

    unlucky.change_config("cluster: {name: nowhere}\n", "")
    kept = unlucky.deploy(answer="n")
    assert kept.code == 1
    assert f"To delete the stack: aws cloudformation delete-stack --stack-name unlucky --region {REGION}" in kept.output
    assert "Image" not in kept.output
    assert unlucky.status("unlucky") == "ROLLBACK_COMPLETE"

    assert unlucky.deploy("--yes").code == 0
    assert unlucky.status("unlucky") == "CREATE_COMPLETE"


def test_large_template_needs_a_bucket_and_no_terminal_needs_yes(project):
    services = "".join(f"  s{number}: {{}}\n" for number in range(20))
    large = project("large", CONFIG.partition("services:")[0].replace("hello", "large") + f"services:\n{services}")
    without = large.deploy("--yes")
    assert without.code == 1
    assert "Then: DEPLOY_BUCKET=NAME ./deploy.sh" in without.output

    large.aws.run("s3", "mb", f"s3://{BUCKET}", "--region", REGION)
    shown = large.deploy(DEPLOY_BUCKET=BUCKET)
    assert shown.code == 1
    assert shown.changes["S19Service"] == "+"
    assert "There is no terminal for the confirmation. To deploy without it, add --yes." in shown.output
    assert large.status("large") is None


def test_service_of_a_shared_config_is_deployed_without_the_others(project, tmp_path):
    shared = tmp_path / "config.yaml"
    shared.write_text(SHARED)
    orders = project("orders", None, tmp_path)
    wiring = {"DEPLOY_CONFIG": "../config.yaml", "DEPLOY_SERVICE": "orders"}
    alone = orders.deploy("--yes", **wiring)
    assert alone.code == 1
    assert "is shared, but does not contain `tagParameters: true`" in alone.output

    shared.write_text(f"{SHARED}tagParameters: true\n")
    first = orders.deploy("--yes", **wiring)
    assert first.code == 0
    ours = f"{orders.registry.host}/trade/orders"
    assert orders.images("trade")["orders"] == f"{ours}:{first.tag}"
    # The other project deploys its own service.
    parameters = ["ParameterKey=PaymentsTag,ParameterValue=2.0.0", "ParameterKey=OrdersTag,UsePreviousValue=true"]
    update = ["--stack-name", "trade", "--use-previous-template", "--capabilities", "CAPABILITY_IAM"]
    orders.aws.run("cloudformation", "update-stack", *update, "--parameters", *parameters)

    orders.change_code("the second\n")
    tag = orders.commit()
    second = orders.deploy("--yes", **wiring)
    assert (second.code, second.changes) == (0, {"OrdersTaskDefinition": "~", "OrdersService": "~"})
    images = orders.images("trade")
    assert images["orders"] == f"{ours}:{tag}"
    assert images["payments"].endswith("/trade/payments:2.0.0")

    absent = orders.deploy("--yes", **wiring | {"DEPLOY_SERVICE": "returns"})
    assert absent.code == 1
    assert "add ../config.yaml returns --port 8080" in absent.output


def test_all_missing_programs_are_reported_at_once(project, tmp_path):
    bare = project("bare", CONFIG)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "dirname", "cat"):
        (tools / name).symlink_to(shutil.which(name))
    run = bare.deploy(build=True, PATH=str(tools), JAVA_HOME="")
    assert run.code == 1
    missing = run.output.partition("these programs are missing or do not work:\n")[2].splitlines()
    assert [line.partition(":")[0].strip() for line in missing] == ["java", "mvn", "git", "aws", "docker"]


def test_unknown_option_prints_usage(project):
    run = project("bare", CONFIG).deploy("--force")
    assert run.code == 2
    assert run.output.startswith("Usage: ./deploy.sh [-e ENVIRONMENT] [--yes] [--no-build]\n")
    assert "set -eu" not in run.output
