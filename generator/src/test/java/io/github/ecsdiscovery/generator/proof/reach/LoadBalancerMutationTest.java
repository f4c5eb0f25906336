package io.github.ecsdiscovery.generator.proof.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.proof.MutatedTemplate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof detects each change of a load balancer, its listeners and its rules. */
final class LoadBalancerMutationTest {
    private static final String WEB = "web serves LoadBalancer at tcp 80 for /*: ";

    private static MutatedTemplate shop() {
        return MutatedTemplate.ofExample("behind-a-load-balancer");
    }

    static Stream<Arguments> listeners() {
        return Stream.of(
                arguments(
                        "a default action that forwards to a service",
                        shop().with(
                                        "HttpListener",
                                        "- Type: fixed-response",
                                        "- Type: forward\n        TargetGroupArn: !Ref WebTargetGroup"),
                        "unexpected: web serves LoadBalancer at tcp 80 for all requests: YES"),
                arguments(
                        "a rule with more paths",
                        shop().with("CatalogListenerRule", "[/api, '/api/*']", "['/*']"),
                        "unexpected: catalog serves LoadBalancer at tcp 80 for /*: YES"),
                arguments(
                        "a rule with another host",
                        shop().with("AdminListenerRule", "admin.shop.example.com", "shop.example.com"),
                        "unexpected: admin serves LoadBalancer at tcp 80 for shop.example.com /*: YES"),
                arguments(
                        "a rule of another listener",
                        shop().with("WebListenerRule", "!Ref HttpListener", "arn-of-another"),
                        "missing: " + WEB + "YES"),
                arguments(
                        "a rule that forwards to another service",
                        shop().with("AdminListenerRule", "!Ref AdminTargetGroup", "!Ref WebTargetGroup"),
                        "unexpected: web serves LoadBalancer at tcp 80 for admin.shop.example.com /*: YES"),
                arguments(
                        "an extra listener on a closed port",
                        shop().and("""
                                  Other:
                                    Type: AWS::ElasticLoadBalancingV2::Listener
                                    Properties:
                                      LoadBalancerArn: !Ref LoadBalancer
                                      Port: 8443
                                      Protocol: HTTP
                                      DefaultActions:
                                      - {Type: forward, TargetGroupArn: !Ref WebTargetGroup}
                                """),
                        "unexpected: web serves LoadBalancer at tcp 8443 for all requests: NO"),
                arguments(
                        "targets by instance",
                        shop().with("WebTargetGroup", "TargetType: ip", "TargetType: instance"),
                        "unexpected: " + WEB + "NO"),
                arguments(
                        "targets in another VPC",
                        shop().with("WebTargetGroup", "VpcId: !Ref Vpc", "VpcId: vpc-0a1b2c3d"),
                        "unexpected: " + WEB + "NO"),
                arguments(
                        "another port of the container",
                        shop().with("AdminService", "ContainerPort: 8080", "ContainerPort: 9090"),
                        "unexpected: admin serves LoadBalancer at tcp 80 for admin.shop.example.com /*: NO"),
                arguments(
                        "a port that no container has",
                        shop().with("WebService", "ContainerPort: 8080", "ContainerPort: 80"),
                        "unexpected: " + WEB + "NO"),
                arguments(
                        "the target group of another service",
                        shop().with("WebService", "!Ref WebTargetGroup", "!Ref CatalogTargetGroup"),
                        "unexpected: web serves LoadBalancer at tcp 80 for /api /api/*: YES"),
                arguments(
                        "a service without its load balancer",
                        shop().with("WebService", "LoadBalancers:", "Unknown:"),
                        "missing: " + WEB + "YES"),
                arguments(
                        "a service that does not wait for its rule",
                        shop().with("WebService", ", WebListenerRule", ""),
                        "reason: WebService does not wait for WebListenerRule"),
                arguments(
                        "a service that does not wait for the egress rule",
                        shop().with("WebService", ", LoadBalancerToWebEgress", ""),
                        "reason: WebService does not wait for LoadBalancerToWebEgress"));
    }

    static Stream<Arguments> groups() {
        return Stream.of(
                arguments(
                        "more ports of the load balancer's group",
                        shop().with("LoadBalancerSecurityGroup", "ToPort: 80\n", "ToPort: 8080\n"),
                        "unexpected: LoadBalancer lets in tcp 80-8080 from 0.0.0.0/0"),
                arguments(
                        "other sources of the load balancer's group",
                        shop().with("LoadBalancerSecurityGroup", "CidrIp: '0.0.0.0/0'", "CidrIp: 10.0.0.0/8"),
                        "missing: LoadBalancer is open to 0.0.0.0/0 at tcp 80: YES"),
                arguments(
                        "internal instead of internet-facing",
                        shop().with("LoadBalancer", "internet-facing", "internal"),
                        "unexpected: LoadBalancer is open to 0.0.0.0/0 at tcp 80: NO"),
                arguments(
                        "ingress rule of a service removed",
                        shop().without("LoadBalancerToWebIngress"),
                        "missing: LoadBalancer reaches web at tcp 8080"),
                arguments(
                        "egress rule to a service removed",
                        shop().without("LoadBalancerToWebEgress"),
                        "missing: LoadBalancer reaches web at tcp 8080"),
                arguments(
                        "a service open to the internet instead of the load balancer",
                        shop().with(
                                        "LoadBalancerToWebIngress",
                                        "SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup",
                                        "CidrIp: '0.0.0.0/0'"),
                        "unexpected: web is open to 0.0.0.0/0 at tcp 8080: YES"),
                arguments(
                        "more ports of a service open to the load balancer",
                        shop().with("LoadBalancerToAdminIngress", "ToPort: 8080", "ToPort: 9090")
                                .with("LoadBalancerToAdminEgress", "ToPort: 8080", "ToPort: 9090"),
                        "unexpected: LoadBalancer reaches admin at tcp 8080-9090"),
                arguments(
                        "rules for a service that is not behind it",
                        shop().with("LoadBalancerToWebEgress", "!Ref WebSecurityGroup", "!Ref SearchSecurityGroup")
                                .with("LoadBalancerToWebIngress", "!Ref WebSecurityGroup", "!Ref SearchSecurityGroup"),
                        "unexpected: LoadBalancer reaches search at tcp 8080"),
                arguments(
                        "the load balancer in a service's group",
                        shop().with("LoadBalancer", "!Ref LoadBalancerSecurityGroup", "!Ref CatalogSecurityGroup"),
                        "unexpected: LoadBalancer reaches search at tcp 8080"),
                arguments(
                        "a DNS record in the namespace's own zone",
                        shop().and("""
                                  Name:
                                    Type: AWS::Route53::RecordSet
                                    Properties: {HostedZoneId: !GetAtt Namespace.HostedZoneId, Name: web, Type: A}
                                """),
                        "unexpected: warning: Name (AWS::Route53::RecordSet) is not analyzed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"listeners", "groups"})
    void detectsTheMutation(String mutation, MutatedTemplate template, String difference) {
        assertThat(template.differences()).as(mutation).contains(difference);
    }
}
