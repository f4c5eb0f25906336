"""The stack with a config's repositories of images, deployed, and held against what the config says."""

from __future__ import annotations

import json

import generator
from account import tags
from comparison import differences
from deployment import Deployment

# What docs/reference.md says of every repository.
RULES = ["untagged: expire when sinceImagePushed is above 14 days", "any: expire when imageCountMoreThan is above 100"]


class Repositories(Deployment):
    """Repositories outlive their stack: `take_away` deletes what a test has made."""

    @property
    def stack(self):
        return f"{self.config.name}-repositories"

    def render(self):
        file = self.config_file.with_name("repositories.yaml")
        self.rendering = generator.render(self.config_file, file, self.environment, self.settings, "repositories")
        return self.rendering

    def delete(self):
        self.aws.line(f"aws cloudformation delete-stack --stack-name {self.stack}")
        self.aws.run("cloudformation", "wait", "stack-delete-complete", "--stack-name", self.stack)

    def abandon(self):
        if self.status() is not None:
            self.delete()
        self.take_away()

    def take_away(self):
        for one in self.made():
            self.aws.ask("ecr", "delete-repository", "--force", "--repository-name", one["repositoryName"])

    # ---- What is there ----

    def made(self):
        everything = self.aws.ask("ecr", "describe-repositories")["repositories"]
        return [one for one in everything if one["repositoryArn"] not in self.before]

    def all_differences(self):
        there = {one["repositoryName"]: self.view(one) for one in self.made()}
        return differences(self.due(), there)

    def due(self):
        return {
            path: {
                "tags are": "MUTABLE" if "latest" in run else "IMMUTABLE",
                "scan on push": True,
                "encryption": "AES256",
                "rules": RULES,
                "uri": f"{self.place().account}.dkr.ecr.{self.aws.region}.amazonaws.com/{path}",
                "tags": self.config.tags,
            }
            for path, run in self.config.repositories().items()
        }

    def view(self, repository):
        name, arn = ["--repository-name", repository["repositoryName"]], ["--resource-arn", repository["repositoryArn"]]
        policy = json.loads(self.aws.ask("ecr", "get-lifecycle-policy", *name)["lifecyclePolicyText"])
        return {
            "tags are": repository["imageTagMutability"],
            "scan on push": repository["imageScanningConfiguration"]["scanOnPush"],
            "encryption": repository["encryptionConfiguration"]["encryptionType"],
            "rules": [self.in_words(rule) for rule in sorted(policy["rules"], key=lambda rule: rule["rulePriority"])],
            "uri": repository["repositoryUri"],
            "tags": tags(self.aws.ask("ecr", "list-tags-for-resource", *arn)["tags"]),
        }

    @staticmethod
    def in_words(rule):
        chosen = rule["selection"]
        limit = " ".join(str(chosen[key]) for key in ("countNumber", "countUnit") if key in chosen)
        return f"{chosen['tagStatus']}: {rule['action']['type']} when {chosen['countType']} is above {limit}"

    def outputs(self):
        stack = self.aws.ask("cloudformation", "describe-stacks", "--stack-name", self.stack)["Stacks"][0]
        return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
