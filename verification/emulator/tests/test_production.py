"""Deploys what production adds: NAT gateways, a load balancer, scaling and secrets."""

from __future__ import annotations

import json
from typing import Any

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import get, ref, resource, security_group, service, system, template

NETWORK = {
    "Vpc": resource("EC2::VPC", {"CidrBlock": "10.0.0.0/16", "EnableDnsSupport": True, "EnableDnsHostnames": True}),
    "Gateway": resource("EC2::InternetGateway"),
    "Attachment": resource("EC2::VPCGatewayAttachment", {"VpcId": ref("Vpc"), "InternetGatewayId": ref("Gateway")}),
    "Public": resource(
        "EC2::Subnet", {"VpcId": ref("Vpc"), "CidrBlock": "10.0.2.0/24", "AvailabilityZone": "ap-northeast-1a"}
    ),
    "Other": resource(
        "EC2::Subnet", {"VpcId": ref("Vpc"), "CidrBlock": "10.0.3.0/24", "AvailabilityZone": "ap-northeast-1c"}
    ),
    "Address": resource("EC2::EIP", {"Domain": "vpc"}, DependsOn="Attachment"),
    "Nat": resource("EC2::NatGateway", {"SubnetId": ref("Public"), "AllocationId": get("Address", "AllocationId")}),
    "Table": resource("EC2::RouteTable", {"VpcId": ref("Vpc")}),
    "Route": resource(
        "EC2::Route", {"RouteTableId": ref("Table"), "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": ref("Nat")}
    ),
    "Interface": resource(
        "EC2::VPCEndpoint",
        {
            "VpcId": ref("Vpc"),
            "VpcEndpointType": "Interface",
            "ServiceName": {"Fn::Sub": "com.amazonaws.${AWS::Region}.logs"},
            "SubnetIds": [ref("Subnet")],
            "SecurityGroupIds": [get("Group", "GroupId")],
            "PrivateDnsEnabled": True,
        },
    ),
    "Endpoint": resource(
        "EC2::VPCEndpoint",
        {
            "VpcId": ref("Vpc"),
            "VpcEndpointType": "Gateway",
            "ServiceName": {"Fn::Sub": "com.amazonaws.${AWS::Region}.s3"},
            "RouteTableIds": [ref("Table")],
        },
    ),
}
LOAD_BALANCING = {
    "BalancerGroup": security_group(),
    "Balancer": resource(
        "ElasticLoadBalancingV2::LoadBalancer",
        {
            "Subnets": [ref("Public"), ref("Other")],
            "SecurityGroups": [ref("BalancerGroup")],
            "LoadBalancerAttributes": [{"Key": "routing.http.drop_invalid_header_fields.enabled", "Value": "true"}],
        },
        DependsOn="Attachment",
    ),
    "Targets": resource(
        "ElasticLoadBalancingV2::TargetGroup",
        {
            "VpcId": ref("Vpc"),
            "Port": 8080,
            "Protocol": "HTTP",
            "TargetType": "ip",
            "HealthCheckPath": "/health",
            "TargetGroupAttributes": [{"Key": "deregistration_delay.timeout_seconds", "Value": "30"}],
        },
    ),
    "Listener": resource(
        "ElasticLoadBalancingV2::Listener",
        {
            "LoadBalancerArn": ref("Balancer"),
            "Port": 80,
            "Protocol": "HTTP",
            "DefaultActions": [{"Type": "forward", "TargetGroupArn": ref("Targets")}],
        },
    ),
    "Rule": resource(
        "ElasticLoadBalancingV2::ListenerRule",
        {
            "ListenerArn": ref("Listener"),
            "Priority": 1,
            "Conditions": [{"Field": "path-pattern", "PathPatternConfig": {"Values": ["/web/*"]}}],
            "Actions": [{"Type": "forward", "TargetGroupArn": ref("Targets")}],
        },
    ),
}
LOAD_BALANCERS = [{"ContainerName": "web", "ContainerPort": 8080, "TargetGroupArn": ref("Targets")}]
SCALING = {
    "Target": resource(
        "ApplicationAutoScaling::ScalableTarget",
        {
            "ServiceNamespace": "ecs",
            "ScalableDimension": "ecs:service:DesiredCount",
            "ResourceId": {"Fn::Sub": "service/${Cluster}/${Service.Name}"},
            "MinCapacity": 2,
            "MaxCapacity": 4,
        },
    ),
    "Policy": resource(
        "ApplicationAutoScaling::ScalingPolicy",
        {
            "PolicyName": "cpu",
            "PolicyType": "TargetTrackingScaling",
            "ScalingTargetId": ref("Target"),
            "TargetTrackingScalingPolicyConfiguration": {
                "TargetValue": 60,
                "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"},
            },
        },
    ),
    "Alarm": resource(
        "CloudWatch::Alarm",
        {
            "Namespace": "AWS/ECS",
            "MetricName": "CPUUtilization",
            "ComparisonOperator": "GreaterThanThreshold",
            "Threshold": 90,
            "EvaluationPeriods": 3,
            "Period": 60,
            "Statistic": "Average",
        },
    ),
}


def _secrets() -> dict[str, Any]:
    generated = {"SecretStringTemplate": '{"user": "shop"}', "GenerateStringKey": "password", "PasswordLength": 20}
    return {
        "Key": resource("KMS::Key", {"EnableKeyRotation": True, "Description": "Logs"}),
        "Alias": resource(
            "KMS::Alias", {"AliasName": {"Fn::Sub": "alias/${AWS::StackName}"}, "TargetKeyId": ref("Key")}
        ),
        "Secret": resource("SecretsManager::Secret", {"GenerateSecretString": generated, "KmsKeyId": ref("Key")}),
    }


def test_creates_nat_gateway_and_endpoint(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, template(system(name, **NETWORK))) == "CREATE_COMPLETE"
    ids = cloud.physical_ids(name)
    routes = cloud.ec2.describe_route_tables(RouteTableIds=[ids["Table"]])["RouteTables"][0]["Routes"]
    assert ids["Nat"] in [route.get("NatGatewayId") for route in routes]
    assert cloud.ec2.describe_nat_gateways(NatGatewayIds=[ids["Nat"]])["NatGateways"][0]["SubnetId"] == ids["Public"]
    endpoint = cloud.ec2.describe_vpc_endpoints(VpcEndpointIds=[ids["Endpoint"]])["VpcEndpoints"][0]
    assert endpoint["RouteTableIds"] == [ids["Table"]]
    assert cloud.delete(name) == "DELETE_COMPLETE"
    assert not [a for a in cloud.ec2.describe_addresses()["Addresses"] if a["PublicIp"] == ids["Address"]]


def test_updates_and_deletes_load_balanced_service(cloud: Cloud, name: str) -> None:
    web = service("web", LoadBalancers=LOAD_BALANCERS)
    web["DependsOn"] = "Listener"
    assert cloud.create(name, template(system(name, **NETWORK, **LOAD_BALANCING, Service=web))) == "CREATE_COMPLETE"
    ids = cloud.physical_ids(name)
    described = cloud.ecs.describe_services(cluster=name, services=["web"])["services"][0]["loadBalancers"]
    assert described == [{"targetGroupArn": ids["Targets"], "containerName": "web", "containerPort": 8080}]
    attributes = cloud.elbv2.describe_target_group_attributes(TargetGroupArn=ids["Targets"])["Attributes"]
    assert {"Key": "deregistration_delay.timeout_seconds", "Value": "30"} in attributes
    moved = {**LOAD_BALANCING["Rule"], "Properties": {**LOAD_BALANCING["Rule"]["Properties"], "Priority": 7}}
    changed = template(system(name, **NETWORK, **{**LOAD_BALANCING, "Rule": moved}, Service=web))
    assert cloud.changes(name, changed) == {"Rule": ("Modify", "False")}
    assert cloud.update(name, changed) == "UPDATE_COMPLETE"
    rules = cloud.elbv2.describe_rules(RuleArns=[ids["Rule"]])["Rules"]
    assert rules[0]["Priority"] == "7"
    assert cloud.delete(name) == "DELETE_COMPLETE"
    assert not [
        g for g in cloud.elbv2.describe_target_groups()["TargetGroups"] if g["TargetGroupArn"] == ids["Targets"]
    ]


def test_rejects_target_group_without_listener(cloud: Cloud, name: str) -> None:
    web = service("web", LoadBalancers=LOAD_BALANCERS)
    body = template(system(name, **NETWORK, Targets=LOAD_BALANCING["Targets"], Service=web))
    assert cloud.create(name, body) == "ROLLBACK_COMPLETE"
    assert "does not have an associated load balancer" in cloud.reasons(name)["Service"]


def test_creates_and_deletes_scaling(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, template(system(name, **SCALING))) == "CREATE_COMPLETE"
    where = {"ServiceNamespace": "ecs", "ResourceIds": [f"service/{name}/web"]}
    scaling = cloud.client("application-autoscaling")
    assert scaling.describe_scalable_targets(**where)["ScalableTargets"][0]["MaxCapacity"] == 4
    assert scaling.describe_scaling_policies(ServiceNamespace="ecs", ResourceId=f"service/{name}/web")[
        "ScalingPolicies"
    ]
    alarm = cloud.physical_ids(name)["Alarm"]
    assert cloud.cloudwatch.describe_alarms(AlarmNames=[alarm])["MetricAlarms"][0]["Threshold"] == 90
    assert cloud.delete(name) == "DELETE_COMPLETE"
    assert not scaling.describe_scalable_targets(**where)["ScalableTargets"]
    assert not cloud.cloudwatch.describe_alarms(AlarmNames=[alarm])["MetricAlarms"]


def test_creates_secret_and_key(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, template(_secrets())) == "CREATE_COMPLETE"
    ids = cloud.physical_ids(name)
    secret = json.loads(cloud.secretsmanager.get_secret_value(SecretId=ids["Secret"])["SecretString"])
    assert (secret["user"], len(secret["password"])) == ("shop", 20)
    assert cloud.kms.get_key_rotation_status(KeyId=ids["Key"])["KeyRotationEnabled"]
    assert cloud.kms.describe_key(KeyId=ids["Alias"])["KeyMetadata"]["KeyId"] == ids["Key"]
    assert cloud.delete(name) == "DELETE_COMPLETE"
    assert cloud.kms.describe_key(KeyId=ids["Key"])["KeyMetadata"]["KeyState"] == "PendingDeletion"


def test_uses_moto_for_other_types(cloud: Cloud, name: str) -> None:
    body = template(
        {"Topic": resource("SNS::Topic", {"TopicName": name})}, Outputs={"Name": {"Value": get("Topic", "TopicName")}}
    )
    assert cloud.create(name, body) == "CREATE_COMPLETE"
    assert cloud.outputs(name) == {"Name": name}
    topic = cloud.physical_ids(name)["Topic"]
    assert cloud.sns.get_topic_attributes(TopicArn=topic)
    changed = template({"Topic": resource("SNS::Topic", {"TopicName": name, "DisplayName": "x"})})
    assert cloud.update(name, changed) == "UPDATE_ROLLBACK_COMPLETE"
    assert "The emulator cannot update AWS::SNS::Topic" in cloud.reasons(name)["Topic"]
    assert cloud.delete(name) == "DELETE_COMPLETE"
    assert topic not in [each["TopicArn"] for each in cloud.sns.list_topics()["Topics"]]
