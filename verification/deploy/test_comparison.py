"""Changes templates before deployment, and checks that the comparison with the golden reports each change."""

from __future__ import annotations

import re

EXTRA = """
  ExtraIngress:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      Description: A rule that is not in the config
      GroupId:
        Fn::GetAtt: [MyserviceBSecurityGroup, GroupId]
      IpProtocol: tcp
      FromPort: 22
      ToPort: 22
      CidrIp: 0.0.0.0/0

  ExtraLogGroup:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Delete
    UpdateReplacePolicy: Delete
    Properties:
      LogGroupName: extra

Outputs:
"""


def test_missing_unexpected_and_different_resources_are_reported(deployment):
    stack = deployment("two-services")
    file = stack.render().file
    template = file.read_text(encoding="utf-8")
    for pattern, replacement in [
        (r"\{Type: A, TTL: 10}", "{Type: A, TTL: 60}"),
        (r"\n  MyserviceAToMyserviceBIngress:\n(    .*\n)+", ""),
        (r"\nOutputs:\n", EXTRA),
        (r"EnableDnsHostnames: true", "EnableDnsHostnames: false"),
        (r"RetentionInDays: 30", "RetentionInDays: 7"),
        (r"DesiredCount: 2", "DesiredCount: 3"),
        (r" +- \{Name: SERVICE_DRAIN, Value: '15'}\n", ""),
    ]:
        template, count = re.subn(pattern, replacement, template, count=1)
        assert count == 1, pattern
    file.write_text(template, encoding="utf-8")
    stack.deploy()

    assert stack.differences("two-services.yaml") == [
        "missing: cloudMapServices.myservice-a.records: A 10",
        "unexpected: cloudMapServices.myservice-a.records: A 60",
        "different: logGroups./ecs/two-services/myservice-a.retentionDays: found 7, expected 30",
        "missing: securityGroups.two-services-myservice-b.ingress: tcp 8080 from two-services-myservice-a",
        "unexpected: securityGroups.two-services-myservice-b.ingress: tcp 22 from 0.0.0.0/0",
        "different: services.myservice-a.desiredCount: found 3, expected 2",
        "missing: taskDefinitions.myservice-a.containers.myservice-a.environment.SERVICE_DRAIN: 15",
        "different: vpcs.two-services.dnsHostnames: found False, expected True",
        "unexpected: log groups extra",
    ]


def test_a_rule_of_another_stack_in_the_wrong_security_group_is_reported(deployment):
    shop = deployment("shop")
    shop.render()
    shop.deploy()
    reviews = deployment("joining", platform=shop)
    shop.add_neighbor(reviews)
    file = reviews.render().file
    template = file.read_text(encoding="utf-8")
    group = "GroupId: !ImportValue shop-{}SecurityGroupId\n      IpProtocol"
    right, wrong = group.format("Orders"), group.format("Cart")
    assert template.count(right) == 1
    file.write_text(template.replace(right, wrong), encoding="utf-8")
    reviews.deploy()

    assert shop.differences("shop.joined-by-reviews.yaml") == [
        "unexpected: securityGroups.shop-cart.ingress: tcp 8080 from reviews-reviews",
        "missing: securityGroups.shop-orders.ingress: tcp 8080 from reviews-reviews",
    ]
