package io.github.ecsdiscovery.generator.proof.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.proof.MutatedTemplate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A load balancer's template with one thing wrong: each is found by what it no longer keeps. */
final class LoadBalancerMutationTest {
    private static final String WEB = "web serves LoadBalancer at tcp 80 for /*: ";

    private static MutatedTemplate shop() {
        return MutatedTemplate.ofExample("behind-a-load-balancer");
    }

    static Stream<Arguments> listeners() {
        return Stream.of(
                arguments(
                        "a listener that sends to a service what no rule takes",
                        shop().with(
                                        "HttpListener",
                                        "- Type: fixed-response",
                                        "- Type: forward\n        TargetGroupArn: !Ref WebTargetGroup"),
                        "unexpected: web serves LoadBalancer at tcp 80 for all requests: YES"),
                arguments(
                        "a rule of more paths",
                        shop().with("CatalogListenerRule", "[/api, '/api/*']", "['/*']"),
                        "unexpected: catalog serves LoadBalancer at tcp 80 for /*: YES"),
                arguments(
                        "a rule of another host",
                        shop().with("AdminListenerRule", "admin.shop.example.com", "shop.example.com"),
                        "unexpected: admin serves LoadBalancer at tcp 80 for shop.example.com /*: YES"),
                arguments(
                        "a rule of another listener",
                        shop().with("WebListenerRule", "!Ref HttpListener", "arn-of-another"),
                        "missing: " + WEB + "YES"),
                arguments(
                        "a rule that sends to another service",
                        shop().with("AdminListenerRule", "!Ref AdminTargetGroup", "!Ref WebTargetGroup"),
                        "unexpected: web serves LoadBalancer at tcp 80 for admin.shop.example.com /*: YES"),
                arguments(
                        "a listener more, at a port that is shut",
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
                        "targets that are no addresses",
                        shop().with("WebTargetGroup", "TargetType: ip", "TargetType: instance"),
                        "unexpected: " + WEB + "NO"),
                arguments(
                        "targets of another VPC",
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
                        "a service that is not behind it any more",
                        shop().with("WebService", "LoadBalancers:", "Unknown:"),
                        "missing: " + WEB + "YES"),
                arguments(
                        "a service that does not wait for its rule",
                        shop().with("WebService", ", WebListenerRule", ""),
                        "reason: WebService does not wait for WebListenerRule"),
                arguments(
                        "a service that does not wait for what lets requests out",
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
                        "others than those who may come",
                        shop().with("LoadBalancerSecurityGroup", "CidrIp: '0.0.0.0/0'", "CidrIp: 10.0.0.0/8"),
                        "missing: LoadBalancer is open to 0.0.0.0/0 at tcp 80: YES"),
                arguments(
                        "an internal load balancer in place of one of the internet",
                        shop().with("LoadBalancer", "internet-facing", "internal"),
                        "unexpected: LoadBalancer is open to 0.0.0.0/0 at tcp 80: NO"),
                arguments(
                        "nothing let into a service",
                        shop().without("LoadBalancerToWebIngress"),
                        "missing: LoadBalancer reaches web at tcp 8080"),
                arguments(
                        "nothing let out to a service",
                        shop().without("LoadBalancerToWebEgress"),
                        "missing: LoadBalancer reaches web at tcp 8080"),
                arguments(
                        "the world let into a service in place of the load balancer",
                        shop().with(
                                        "LoadBalancerToWebIngress",
                                        "SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup",
                                        "CidrIp: '0.0.0.0/0'"),
                        "unexpected: web is open to 0.0.0.0/0 at tcp 8080: YES"),
                arguments(
                        "more ports of a service for the load balancer",
                        shop().with("LoadBalancerToAdminIngress", "ToPort: 8080", "ToPort: 9090")
                                .with("LoadBalancerToAdminEgress", "ToPort: 8080", "ToPort: 9090"),
                        "unexpected: LoadBalancer reaches admin at tcp 8080-9090"),
                arguments(
                        "a way to a service that is not behind it",
                        shop().with("LoadBalancerToWebEgress", "!Ref WebSecurityGroup", "!Ref SearchSecurityGroup")
                                .with("LoadBalancerToWebIngress", "!Ref WebSecurityGroup", "!Ref SearchSecurityGroup"),
                        "unexpected: LoadBalancer reaches search at tcp 8080"),
                arguments(
                        "the load balancer in the group of a service",
                        shop().with("LoadBalancer", "!Ref LoadBalancerSecurityGroup", "!Ref CatalogSecurityGroup"),
                        "unexpected: LoadBalancer reaches search at tcp 8080"),
                arguments(
                        "a name in a zone that the template makes",
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
