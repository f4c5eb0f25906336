"""The comparison itself: what it is for, it finds."""

from __future__ import annotations

import re

from deployment import UNKNOWN_TO_THE_EMULATOR

EXTRA = """
  ExtraIngress:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      Description: A door that nobody asked for
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


def test_finds_a_wrong_ttl_a_missing_rule_an_extra_rule_and_more(deployment):
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

    assert stack.differences() == [
        "missing: groups.two-services-myservice-b.in: tcp 8080 from two-services-myservice-a",
        "too much: groups.two-services-myservice-b.in: tcp 22 from 0.0.0.0/0",
        "different: logs./ecs/two-services/myservice-a.days: 7 is there, the config says 30",
        "missing: names.myservice-a.records: A 10",
        "too much: names.myservice-a.records: A 60",
        "different: services.myservice-a.count: 3 is there, the config says 2",
        "missing: tasks.myservice-a.containers.myservice-a.environment.SERVICE_DRAIN: 15",
        "different: vpcs.two-services.dnsHostnames: False is there, the config says True",
        "too much: log groups extra",
    ]
    lines = stack.all_differences()
    for gap in UNKNOWN_TO_THE_EMULATOR:
        assert any(re.match(gap, line) for line in lines), f"the emulator knows it by now: {gap}"


def test_finds_a_rule_that_a_guest_made_in_another_group_than_it_should(deployment):
    shop = deployment("shop")
    shop.render()
    shop.deploy()
    reviews = deployment("joining", platform=shop)
    shop.besides(reviews)
    file = reviews.render().file
    template = file.read_text(encoding="utf-8")
    group = "GroupId: !ImportValue shop-{}SecurityGroupId\n      IpProtocol"
    right, wrong = group.format("Orders"), group.format("Cart")
    assert template.count(right) == 1
    file.write_text(template.replace(right, wrong), encoding="utf-8")
    reviews.deploy()

    assert shop.differences() == [
        "too much: groups.shop-cart.in: tcp 8080 from reviews-reviews",
        "missing: groups.shop-orders.in: tcp 8080 from reviews-reviews",
    ]
