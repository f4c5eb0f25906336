package io.github.ecsdiscovery.generator.proof;

import static io.github.ecsdiscovery.generator.proof.Mutant.two;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates in which one name is wrong: who is not found any more, or found elsewhere, is told. */
@SuppressWarnings("StringConcatToTextBlock") // an edit names lines of a template, one string each
final class NameMutationTest {
    private static final String A = "MyserviceA";
    private static final String B = "MyserviceB";

    static Stream<Arguments> templates() {
        return Stream.of(
                arguments(
                        "VPC without DNS",
                        two().with("Vpc", "EnableDnsSupport: true", "EnableDnsSupport: false"),
                        "why: Vpc has EnableDnsSupport off: it answers no DNS"),
                arguments(
                        "VPC without DNS hostnames",
                        two().with("Vpc", "      EnableDnsHostnames: true\n", ""),
                        "why: Vpc has EnableDnsHostnames off: it knows no private zones"),
                arguments(
                        "namespace in another VPC",
                        two().with("Namespace", "!Ref Vpc", "vpc-0a1b2c3d"),
                        "why: two-services.internal is not a zone of Vpc"),
                arguments(
                        "namespace of another name",
                        two().with("Namespace", "Name: two-services.internal", "Name: two-services.local"),
                        "but: myservice-a is found as myservice-a.two-services.local: A SRV 8080"),
                arguments(
                        "discovery in another namespace",
                        two().with(B + "Discovery", "!Ref Namespace", "ns-0a1b2c3d"),
                        "not: myservice-b is found as myservice-b.two-services.internal: A SRV 8080"),
                arguments(
                        "discovery removed",
                        two().without(B + "Discovery"),
                        "why: RegistryArn is not the ARN of a Cloud Map service of this template"),
                arguments(
                        "discovery under another name",
                        two().with(B + "Discovery", "Name: myservice-b", "Name: myservice-c"),
                        "but: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is nobody"),
                arguments(
                        "SRV record removed, its port kept",
                        two().with(B + "Discovery", "        - {Type: SRV, TTL: 10}\n", ""),
                        "why: a port without SRV records, which ECS refuses"),
                arguments(
                        "A record removed",
                        two().with(B + "Discovery", "        - {Type: A, TTL: 10}\n", ""),
                        "but: myservice-b is found as myservice-b.two-services.internal: SRV 8080"),
                arguments(
                        "registry removed",
                        two().with(
                                        B + "Service",
                                        "      ServiceRegistries:\n      - RegistryArn:\n"
                                                + "          Fn::GetAtt: [MyserviceBDiscovery, Arn]\n        Port: 8080\n",
                                        ""),
                        "not: myservice-b is found as myservice-b.two-services.internal: A SRV 8080"),
                arguments(
                        "registry of another service",
                        two().with(B + "Service", "MyserviceBDiscovery", "MyserviceADiscovery"),
                        "but: myservice-b is found as myservice-a.two-services.internal: A SRV 8080"),
                arguments(
                        "registry by the id in place of the ARN",
                        two().with(B + "Service", "Fn::GetAtt: [MyserviceBDiscovery, Arn]", "Ref: MyserviceBDiscovery"),
                        "why: RegistryArn is not the ARN of a Cloud Map service of this template"),
                arguments(
                        "registry without the port that SRV needs",
                        two().with(B + "Service", "        Port: 8080\n", ""),
                        "why: SRV records need a port, which is missing"),
                arguments(
                        "registry with another port",
                        two().with(B + "Service", "Port: 8080", "Port: 8081"),
                        "why: SRV records say port 8081, where no container listens"),
                arguments(
                        "registry with a port for an address alone",
                        Mutant.of("shop")
                                .with(
                                        "SessionsService",
                                        "[SessionsDiscovery, Arn]",
                                        "[SessionsDiscovery, Arn]\n        Port: 6379"),
                        "why: a port without SRV records, which ECS refuses"),
                arguments(
                        "caller told another host",
                        two().with(
                                        A + "TaskDefinition",
                                        "SERVICE_B_HOST, Value: myservice-b.",
                                        "SERVICE_B_HOST, Value: b."),
                        "not: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is myservice-b"),
                arguments(
                        "caller told the other service",
                        two().with(
                                        A + "TaskDefinition",
                                        "SERVICE_B_HOST, Value: myservice-b.",
                                        "SERVICE_B_HOST, Value: myservice-a."),
                        "but: myservice-a calls serviceB: myservice-a.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is myservice-a"),
                arguments(
                        "caller told another port",
                        two().with(
                                        A + "TaskDefinition",
                                        "SERVICE_B_PORT, Value: '8080'",
                                        "SERVICE_B_PORT, Value: '80'"),
                        "not: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is myservice-b"),
                arguments(
                        "caller told another URL",
                        two().with(
                                        A + "TaskDefinition",
                                        "internal:8080'}\n        - {Name: SERVICE_CALLS",
                                        "internal'}\n        - {Name: SERVICE_CALLS"),
                        "but: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal, which is myservice-b"),
                arguments(
                        "caller told of one call fewer",
                        two().with(A + "TaskDefinition", "'serviceA,serviceB'", "'serviceA'"),
                        "not: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is myservice-b"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void findsWhatIsWrong(String what, Mutant mutant, String found) {
        assertThat(mutant.differences()).contains(found);
    }
}
