package io.github.ecsdiscovery.generator.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.proof.Proof;
import io.github.ecsdiscovery.generator.proof.ServiceProof;
import io.github.ecsdiscovery.generator.proof.reach.ExternalEgress;
import io.github.ecsdiscovery.generator.proof.reach.ExternalIngress;
import io.github.ecsdiscovery.generator.proof.traffic.PermittedFlow;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the output of {@code explain CONFIG}. */
final class OverviewTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Path EXAMPLES = Path.of("..", "examples");

    /** Returns every template in the repository, rendered or written by hand. */
    static List<Path> templates() throws IOException {
        try (Stream<Path> goldens = Files.walk(RESOURCES.resolve("golden").resolve("valid"));
                Stream<Path> byHand = Files.walk(RESOURCES.resolve("proof").resolve("template"));
                Stream<Path> examples = Files.walk(EXAMPLES, 2)) {
            return Stream.of(
                            goldens.filter(OverviewTest::isTemplate),
                            byHand.filter(Files::isRegularFile),
                            examples.filter(OverviewTest::isTemplate))
                    .flatMap(files -> files)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isTemplate(Path file) {
        return file.getFileName().toString().matches("template(\\..*)?\\.yaml");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void listsEveryRuleThatAllowsTraffic(Path file) throws IOException {
        Proof proof = Proof.of(Files.readString(file));
        String text = Overview.of(proof);

        for (ServiceProof service : proof.services()) {
            String table = table(text, service.name());
            Stream<TrafficRule> open = Stream.of(
                            service.external().ingress().stream().map(ExternalIngress::rule),
                            service.external().egress().stream().map(ExternalEgress::rule),
                            proof.flows().stream()
                                    .filter(flow -> flow.from().equals(service.name()))
                                    .map(PermittedFlow::egress),
                            proof.flows().stream()
                                    .filter(flow -> flow.to().equals(service.name()))
                                    .map(PermittedFlow::ingress))
                    .flatMap(rules -> rules);
            assertThat(open)
                    .allSatisfy(rule -> assertThat(table).containsPattern("lines? [0-9, ]*\\b" + rule.line() + "\\b"));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void fitsIntoATerminal(Path file) throws IOException {
        String text = Overview.of(Proof.of(Files.readString(file)));
        // Names of exports are long and cannot be shortened.
        int width = text.contains("SecurityGroupId}") ? WrappedText.WIDTH + 10 : WrappedText.WIDTH;
        assertThat(text.lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(width).isEqualTo(line.stripTrailing()));
    }

    @Test
    void listsLoadBalancersAfterServices() throws IOException {
        String text = overview("private");

        assertThat(text).startsWith("""
                1 service behind 1 load balancer. Everything below is read from the rendered template; line numbers
                refer to it.

                Open to the outside
                  Balancer  tcp 443  0.0.0.0/0  from the internet  line\s""");
        assertThat(unnumbered(table(text, "shop"))).isEqualTo("""
                shop
                  runs in  PrivateSubnet
                  image    yes  from docker.io, through Nat
                  logs     yes  to ${ShopLogs}, through Nat
                  DNS      yes
                  starts   yes
                  ports    tcp 8080
                  name     none
                  behind   Balancer on tcp 443 for /shop /shop/*: yes
                  open to  Balancer   tcp 8080                                   lines
                  reaches  Balancer   tcp 443        as an address of 0.0.0.0/0  lines
                           0.0.0.0/0  tcp all ports  through Nat                 line
                """);
        assertThat(unnumbered(table(text, "Balancer"))).isEqualTo("""
                Balancer
                  open to  shop            tcp 443   as an address of 0.0.0.0/0  lines
                           0.0.0.0/0       tcp 443   from the internet           line
                  reaches  shop            tcp 8080                              lines
                           203.0.113.0/24  tcp 443                               line
                """);
    }

    @Test
    void reportsTrafficThroughEndpointsAndNoOtherRoute() throws IOException {
        String text = overview("endpoints");

        assertThat(text)
                .contains("\nOpen to the outside: nothing\n")
                .contains("  image    yes  from ECR, through EcrApi, EcrDkr and S3\n")
                .contains("  open to  nothing\n")
                .contains("  reaches  0.0.0.0/0  tcp 443  no route  line ");
    }

    @Test
    void reportsWhyATaskDoesNotStartAndUnknownAnswers() throws IOException {
        String blocked = Overview.of(Proof.of(read("private")
                .replace("AllocationId: !GetAtt Address.AllocationId", "AllocationId: ''")
                .replace(
                        "Nat:\n    Type: AWS::EC2::NatGateway\n    Properties: {SubnetId: !Ref PublicSubnet, AllocationId: ''}",
                        "Nat:\n    Type: AWS::EC2::NatGateway\n    Properties: {SubnetId: !Ref PublicSubnet}")));
        String unknown =
                Overview.of(Proof.of(read("private").replace("NatGatewayId: !Ref Nat", "NatGatewayId: nat-0a1b2c3d")));

        assertThat(blocked)
                .contains("  image    no   from docker.io\n  logs     no   to ${ShopLogs}\n")
                .contains("  why      no public address, which an internet gateway requires (line ");
        assertThat(unknown)
                .contains("  image    unknown  from docker.io\n  logs     unknown  to ${ShopLogs}\n  DNS      yes\n")
                .contains(
                        "  why      PrivateRoute sends 0.0.0.0/0 to a target that is not part of this template (line ");
    }

    @Test
    void listsUnanalyzedResourcesFirst() throws IOException {
        String text = Overview.of(Proof.of(read("private") + """
                  Acl:
                    Type: AWS::EC2::NetworkAcl
                    Properties: {VpcId: !Ref Vpc}
                """));

        assertThat(text)
                .contains("\nNot analyzed, but may change the results below\n"
                        + "  Acl (AWS::EC2::NetworkAcl) is not analyzed (line ");
    }

    @Test
    void reportsCallsThatAreBlockedOrUnknown() throws IOException {
        String two = Files.readString(EXAMPLES.resolve("two-services").resolve("template.yaml"));
        String blocked = two.replaceFirst("(?m)^  MyserviceAToMyserviceBIngress:\\n(    .*\\n)+", "");
        String renamed = two.replace("Name: myservice-b\n", "Name: myservice-c\n");

        assertThat(Overview.of(Proof.of(blocked)))
                .contains(
                        "  calls    serviceB at myservice-b.two-services.internal:8080, which is blocked; `explain CONFIG\n"
                                + "           myservice-a myservice-b` prints the reason (line ");
        assertThat(Overview.of(Proof.of(renamed)))
                .contains(
                        "  calls    serviceB at myservice-b.two-services.internal:8080, which is not a service of this\n"
                                + "           template (line ");
    }

    @Test
    void combinesAllServicesOfASharedGroupInOneRow() throws IOException {
        String text =
                Overview.of(Proof.of(Files.readString(EXAMPLES.resolve("seed").resolve("template.yaml"))));

        assertThat(unnumbered(text)).contains("""
                Open to the outside
                  every service  tcp 80  0.0.0.0/0  from the internet  line
                """, """
                  open to   every service  all ports                           lines
                            0.0.0.0/0      tcp 80     from the internet        line
                  reaches   every service  all ports  as serviceA, serviceB    lines
                            0.0.0.0/0      all ports  through InternetGateway  line
                """);
    }

    private static String overview(String name) throws IOException {
        return Overview.of(Proof.of(read(name)));
    }

    private static String read(String name) throws IOException {
        return Files.readString(RESOURCES.resolve("proof").resolve("template").resolve(name + ".yaml"));
    }

    /** Returns the part that starts with the name. */
    private static String table(String text, String name) {
        return Arrays.stream(text.split("\n\n"))
                .filter(part -> part.startsWith(name + "\n"))
                .findFirst()
                .map(part -> part.stripTrailing() + "\n")
                .orElseThrow();
    }

    private static String unnumbered(String text) {
        return Pattern.compile("(lines?) [0-9, ]+$", Pattern.MULTILINE)
                .matcher(text)
                .replaceAll("$1");
    }
}
