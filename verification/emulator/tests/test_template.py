"""Tests that invalid templates are rejected, and that invalid properties fail the stack."""

from __future__ import annotations

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import VPC, get, log_group, ref, resource, security_group, template

WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no resources": ({"Resources": {}}, "At least one Resources member must be defined"),
    "an unknown section": (template({"Vpc": VPC}, Extra={}), r"Invalid template property or properties \[Extra\]"),
    "an unknown attribute": (template({"Vpc": {**VPC, "Extra": 1}}), "Invalid template resource property 'Extra'"),
    "no type": (template({"Vpc": {}}), "Every Resources object must contain a Type member"),
    "an invalid name": (template({"My-Vpc": VPC}), "Resource name My-Vpc is non alphanumeric"),
    "an unknown type": (template({"X": resource("EC2::Planet")}), r"Unrecognized resource types: \[AWS::EC2::Planet\]"),
    "an unknown reference": (
        template({"Group": security_group()}),
        r"Unresolved resource dependencies \[Vpc\] in the Resources block of the template",
    ),
    "an unknown output": (
        template({"Vpc": VPC}, Outputs={"X": {"Value": {"Fn::Sub": "${Nothing.Arn}"}}}),
        r"Unresolved resource dependencies \[Nothing\] in the Outputs block of the template",
    ),
    "an unknown dependency": (
        template({"Vpc": {**VPC, "DependsOn": ["Y"]}}),
        r"Unresolved resource dependencies \[Y\]",
    ),
    "an unknown attribute of a resource": (
        template({"Vpc": VPC}, Outputs={"X": {"Value": get("Vpc", "Arn")}}),
        "resource Vpc does not support attribute type Arn in Fn::GetAtt",
    ),
    "a cycle": (
        template({"A": {**VPC, "DependsOn": "B"}, "B": {**VPC, "DependsOn": "A"}}),
        r"Circular dependency between resources: \[A, B\]",
    ),
    "a duplicate export name": (
        template({"Vpc": VPC}, Outputs={key: {"Value": key, "Export": {"Name": "same"}} for key in ("A", "B")}),
        r"Duplicate Export names: \[same\]",
    ),
    "a parameter without a value": (
        template({"Vpc": VPC}, Parameters={"Tag": {"Type": "String"}}),
        r"Parameters: \[Tag\] must have values",
    ),
    "an unknown deletion policy": (template({"Vpc": {**VPC, "DeletionPolicy": "Keep"}}), "Unrecognized DeletionPolicy"),
}


@pytest.mark.parametrize("case", WRONG)
def test_rejects_invalid_template(cloud: Cloud, name: str, case: str) -> None:
    wrong, message = WRONG[case]
    with pytest.raises(ClientError, match=message) as caught:
        cloud.create(name, wrong)
    assert caught.value.response["Error"]["Code"] == "ValidationError"
    assert caught.value.response["ResponseMetadata"]["HTTPStatusCode"] == 400
    with pytest.raises(ClientError, match="does not exist"):
        cloud.stack(name)


def test_rejects_invalid_yaml(cloud: Cloud) -> None:
    with pytest.raises(ClientError, match="Template format error: YAML not well-formed"):
        cloud.cloudformation.validate_template(TemplateBody="Resources: [")


def test_rejects_unsupported_type(cloud: Cloud, name: str) -> None:
    with pytest.raises(ClientError, match=r"The emulator does not support the resource types \[AWS::Lex::Bot\]"):
        cloud.create(name, template({"Bot": resource("Lex::Bot", {})}))


PROPERTIES: dict[str, tuple[dict[str, Any], str]] = {
    "an unknown property": (
        resource("EC2::VPC", {"CidrBlock": "10.0.0.0/16", "Colour": "red"}),
        "#: extraneous key [Colour] is not permitted",
    ),
    "a missing property": (resource("EC2::SecurityGroup", {}), "#: required key [GroupDescription] not found"),
    "a nested unknown property": (
        resource("ECS::TaskDefinition", {"ContainerDefinitions": [{"Name": "web", "Image": "web:1", "Imagine": 1}]}),
        "#/ContainerDefinitions/0: extraneous key [Imagine] is not permitted",
    ),
    "a nested missing property": (
        resource("ECS::TaskDefinition", {"ContainerDefinitions": [{"Name": "web"}]}),
        "#/ContainerDefinitions/0: required key [Image] not found",
    ),
    "an invalid type": (
        resource("EC2::VPC", {"CidrBlock": "10.0.0.0/16", "EnableDnsSupport": "perhaps"}),
        "#/EnableDnsSupport: expected type: Boolean, found: String",
    ),
    "an invalid value": (
        resource("Logs::LogGroup", {"RetentionInDays": 42}),
        "#/RetentionInDays: 42 is not a valid enum value",
    ),
    "not to be given": (
        resource("Logs::LogGroup", {"Arn": "arn:aws:logs:x"}),
        "#: extraneous key [Arn] is not permitted",
    ),
}


@pytest.mark.parametrize("case", PROPERTIES)
def test_rejects_invalid_property(cloud: Cloud, name: str, case: str) -> None:
    wrong, message = PROPERTIES[case]
    assert cloud.create(name, template({"Wrong": wrong})) == "ROLLBACK_COMPLETE"
    reason = cloud.reasons(name)["Wrong"]
    assert reason.startswith("Properties validation failed for resource Wrong with message:\n")
    assert message in reason


def test_rejects_invalid_property_in_update(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Logs": log_group(f"/{name}")}))
    changed = template({"Logs": resource("Logs::LogGroup", {"LogGroupName": f"/{name}", "RetentionInDays": 42})})
    assert cloud.update(name, changed) == "UPDATE_ROLLBACK_COMPLETE"
    assert "42 is not a valid enum value" in cloud.reasons(name)["Logs"]


@pytest.mark.parametrize(
    ("declared", "value", "message"),
    [
        ({"AllowedValues": ["a"]}, "b", "must be one of AllowedValues"),
        ({"AllowedPattern": "[a-z]+"}, "B", "must match pattern"),
        ({"MinLength": 2}, "b", "must contain at least 2 characters"),
        ({"MaxLength": 2}, "bbb", "must contain at most 2 characters"),
        ({"Type": "Number", "MaxValue": 2}, "3", "must be a number not greater than 2"),
        ({"AllowedValues": ["a"], "ConstraintDescription": "only a"}, "b", "failed to satisfy constraint: only a"),
    ],
)
def test_rejects_invalid_parameter(cloud: Cloud, name: str, declared: dict[str, Any], value: str, message: str) -> None:
    wrong = template({"Vpc": VPC}, Parameters={"Tag": {"Type": "String", **declared}})
    with pytest.raises(ClientError, match=message):
        cloud.create(name, wrong, Parameters=[{"ParameterKey": "Tag", "ParameterValue": value}])


def test_rejects_unknown_parameter(cloud: Cloud, name: str) -> None:
    with pytest.raises(ClientError, match=r"Parameters: \[Other\] do not exist in the template"):
        cloud.create(name, template({"Vpc": VPC}), Parameters=[{"ParameterKey": "Other", "ParameterValue": "x"}])


def test_resolves_functions(cloud: Cloud, name: str) -> None:
    outputs: dict[str, Any] = {
        "Join": {"Fn::Join": ["-", ["a", ref("AWS::Region")]]},
        "Sub": {"Fn::Sub": "${AWS::StackName}/${Vpc.CidrBlock}/${!Literal}"},
        "SubMap": {"Fn::Sub": ["${x}-${Tag}", {"x": {"Fn::Select": [1, {"Fn::Split": [",", "a,b"]}]}}]},
        "Zone": {"Fn::Select": [0, {"Fn::GetAZs": ""}]},
        "If": {"Fn::If": ["Yes", "yes", "no"]},
        "Map": {"Fn::FindInMap": ["Sizes", "small", "cpu"]},
        "Cidr": {"Fn::Select": [1, {"Fn::Cidr": [get("Vpc", "CidrBlock"), 2, 8]}]},
        "Base64": {"Fn::Base64": "a"},
    }
    body = template(
        {"Vpc": VPC, "Not": {**VPC, "Condition": "No"}},
        Parameters={"Tag": {"Type": "String", "Default": "t"}},
        Conditions={"Yes": {"Fn::Equals": [ref("Tag"), "t"]}, "No": {"Fn::Not": [{"Condition": "Yes"}]}},
        Mappings={"Sizes": {"small": {"cpu": "256"}}},
        Outputs={key: {"Value": value} for key, value in outputs.items()},
    )
    assert cloud.create(name, body) == "CREATE_COMPLETE"
    assert cloud.outputs(name) == {
        "Join": "a-ap-northeast-1",
        "Sub": f"{name}/10.0.0.0/16/${{Literal}}",
        "SubMap": "b-t",
        "Zone": "ap-northeast-1a",
        "If": "yes",
        "Map": "256",
        "Cidr": "10.0.1.0/24",
        "Base64": "YQ==",
    }
    assert list(cloud.physical_ids(name)) == ["Vpc"]


@pytest.mark.parametrize(
    "wrong", [{"Fn::Select": 1}, {"Fn::Join": ["-"]}, {"Fn::Cidr": ["x", 1, 8]}, {"Fn::FindInMap": ["a", "b", "c"]}]
)
def test_rejects_invalid_arguments_of_function(cloud: Cloud, name: str, wrong: dict[str, Any]) -> None:
    body = template({"Logs": resource("Logs::LogGroup", {"LogGroupName": wrong})})
    assert cloud.create(name, body) == "ROLLBACK_COMPLETE"
    assert cloud.reasons(name)["Logs"].startswith("Template error: ")


def test_rejects_unknown_function(cloud: Cloud, name: str) -> None:
    body = template({"Logs": resource("Logs::LogGroup", {"LogGroupName": {"Fn::Nothing": 1}})})
    assert cloud.create(name, body) == "ROLLBACK_COMPLETE"
    assert "Unrecognized function Fn::Nothing" in cloud.reasons(name)["Logs"]


def test_rejects_missing_zone(cloud: Cloud, name: str) -> None:
    zone = {"Fn::Select": [9, {"Fn::GetAZs": ""}]}
    subnet = resource("EC2::Subnet", {"VpcId": ref("Vpc"), "CidrBlock": "10.0.1.0/24", "AvailabilityZone": zone})
    assert cloud.create(name, template({"Vpc": VPC, "Subnet": subnet})) == "ROLLBACK_COMPLETE"
    assert "Fn::Select cannot select nonexistent value at index 9" in cloud.reasons(name)["Subnet"]


def test_reads_short_forms_in_yaml(cloud: Cloud, name: str) -> None:
    body = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement: [{Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: 'sts:AssumeRole'}]
Outputs:
  Long: {Value: !GetAtt [Role, Arn]}
  Short: {Value: !GetAtt Role.Arn}
  Sub: {Value: !Sub '${Role.Arn}'}
"""
    cloud.cloudformation.create_stack(StackName=name, TemplateBody=body, Capabilities=["CAPABILITY_IAM"])
    assert len(set(cloud.outputs(name).values())) == 1
    assert (
        json.dumps(
            cloud.iam.get_role(RoleName=cloud.physical_ids(name)["Role"])["Role"]["AssumeRolePolicyDocument"]
        ).count("2012-10-17")
        == 1
    )
