package io.github.ecsdiscovery.generator.proof.discovery;

import static io.github.ecsdiscovery.generator.proof.MutatedTemplate.ofTwoServices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.proof.MutatedTemplate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof detects each change of a name, a record or a registration. */
@SuppressWarnings("StringConcatToTextBlock") // an edit names lines of a template, one string each
final class DnsMutationTest {
    private static final String A = "MyserviceA";
    private static final String B = "MyserviceB";

    static Stream<Arguments> templates() {
        return Stream.of(
                arguments(
                        "VPC without a DNS resolver",
                        ofTwoServices().with("Vpc", "EnableDnsSupport: true", "EnableDnsSupport: false"),
                        "reason: Vpc has EnableDnsSupport off, so it has no DNS resolver"),
                arguments(
                        "VPC without DNS hostnames",
                        ofTwoServices().with("Vpc", "      EnableDnsHostnames: true\n", ""),
                        "reason: Vpc has EnableDnsHostnames off, so it does not resolve names of private zones"),
                arguments(
                        "namespace in another VPC",
                        ofTwoServices().with("Namespace", "!Ref Vpc", "vpc-0a1b2c3d"),
                        "reason: two-services.internal is not a private zone of Vpc"),
                arguments(
                        "namespace with another name",
                        ofTwoServices().with("Namespace", "Name: two-services.internal", "Name: two-services.local"),
                        "unexpected: myservice-a is registered as myservice-a.two-services.local: A SRV 8080"),
                arguments(
                        "Cloud Map service in another namespace",
                        ofTwoServices().with(B + "Discovery", "!Ref Namespace", "ns-0a1b2c3d"),
                        "missing: myservice-b is registered as myservice-b.two-services.internal: A SRV 8080"),
                arguments(
                        "Cloud Map service removed",
                        ofTwoServices().without(B + "Discovery"),
                        "reason: RegistryArn is not the ARN of a Cloud Map service of this template"),
                arguments(
                        "Cloud Map service with another name",
                        ofTwoServices().with(B + "Discovery", "Name: myservice-b", "Name: myservice-c"),
                        "unexpected: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is no service"),
                arguments(
                        "SRV record removed but its port kept",
                        ofTwoServices().with(B + "Discovery", "        - {Type: SRV, TTL: 10}\n", ""),
                        "reason: the registration has a port but no SRV records, which ECS rejects"),
                arguments(
                        "A record removed",
                        ofTwoServices().with(B + "Discovery", "        - {Type: A, TTL: 10}\n", ""),
                        "unexpected: myservice-b is registered as myservice-b.two-services.internal: SRV 8080"),
                arguments(
                        "registration removed",
                        ofTwoServices()
                                .with(
                                        B + "Service",
                                        "      ServiceRegistries:\n      - RegistryArn:\n"
                                                + "          Fn::GetAtt: [MyserviceBDiscovery, Arn]\n        Port: 8080\n",
                                        ""),
                        "missing: myservice-b is registered as myservice-b.two-services.internal: A SRV 8080"),
                arguments(
                        "registration at another Cloud Map service",
                        ofTwoServices().with(B + "Service", "MyserviceBDiscovery", "MyserviceADiscovery"),
                        "unexpected: myservice-b is registered as myservice-a.two-services.internal: A SRV 8080"),
                arguments(
                        "registration with an id instead of an ARN",
                        ofTwoServices()
                                .with(
                                        B + "Service",
                                        "Fn::GetAtt: [MyserviceBDiscovery, Arn]",
                                        "Ref: MyserviceBDiscovery"),
                        "reason: RegistryArn is not the ARN of a Cloud Map service of this template"),
                arguments(
                        "registration without the port that SRV requires",
                        ofTwoServices().with(B + "Service", "        Port: 8080\n", ""),
                        "reason: the SRV records have no port; ECS requires Port or ContainerPort"),
                arguments(
                        "registration with another port",
                        ofTwoServices().with(B + "Service", "Port: 8080", "Port: 8081"),
                        "reason: the SRV records have port 8081, but no container listens on it"),
                arguments(
                        "registration with a port but only A records",
                        MutatedTemplate.ofExample("shop")
                                .with(
                                        "SessionsService",
                                        "[SessionsDiscovery, Arn]",
                                        "[SessionsDiscovery, Arn]\n        Port: 6379"),
                        "reason: the registration has a port but no SRV records, which ECS rejects"),
                arguments(
                        "another host in the caller's environment",
                        ofTwoServices()
                                .with(
                                        A + "TaskDefinition",
                                        "SERVICE_B_HOST, Value: myservice-b.",
                                        "SERVICE_B_HOST, Value: b."),
                        "missing: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is myservice-b"),
                arguments(
                        "the other service's host in the caller's environment",
                        ofTwoServices()
                                .with(
                                        A + "TaskDefinition",
                                        "SERVICE_B_HOST, Value: myservice-b.",
                                        "SERVICE_B_HOST, Value: myservice-a."),
                        "unexpected: myservice-a calls serviceB: myservice-a.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is myservice-a"),
                arguments(
                        "another port in the caller's environment",
                        ofTwoServices()
                                .with(
                                        A + "TaskDefinition",
                                        "SERVICE_B_PORT, Value: '8080'",
                                        "SERVICE_B_PORT, Value: '80'"),
                        "missing: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is myservice-b"),
                arguments(
                        "another URL in the caller's environment",
                        ofTwoServices()
                                .with(
                                        A + "TaskDefinition",
                                        "internal:8080'}\n        - {Name: SERVICE_CALLS",
                                        "internal'}\n        - {Name: SERVICE_CALLS"),
                        "unexpected: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal, which is myservice-b"),
                arguments(
                        "one call missing in the caller's environment",
                        ofTwoServices().with(A + "TaskDefinition", "'serviceA,serviceB'", "'serviceA'"),
                        "missing: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is myservice-b"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void detectsTheMutation(String mutation, MutatedTemplate template, String difference) {
        assertThat(template.differences()).contains(difference);
    }
}
