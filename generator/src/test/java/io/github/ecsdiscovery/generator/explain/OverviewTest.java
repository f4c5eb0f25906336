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

final class OverviewTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Path EXAMPLES = Path.of("..", "examples");

    /** Every template that lies in the repository: rendered, or written by hand. */
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
    void tellsEveryRuleThatLetsSomethingThrough(Path file) throws IOException {
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
        // The names of exports are long, and cut short they would be none.
        int width = text.contains("SecurityGroupId}") ? WrappedText.WIDTH + 10 : WrappedText.WIDTH;
        assertThat(text.lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(width).isEqualTo(line.stripTrailing()));
    }

    @Test
    void tellsLoadBalancersWithTheirServices() throws IOException {
        String text = overview("private");

        assertThat(text).startsWith("""
                1 service behind 1 load balancer, read from the template alone; its lines are those that `render`
                prints.

                Open to the outside
                  Balancer  tcp 443  0.0.0.0/0  from the internet  line\s""");
        assertThat(unnumbered(table(text, "shop"))).isEqualTo("""
                shop
                  runs in   PrivateSubnet
                  pulls     yes  from docker.io, through Nat
                  logs      yes  to ${ShopLogs}, through Nat
                  resolves  yes
                  starts    yes
                  listens   at tcp 8080
                  found as  no name
                  behind    Balancer at tcp 443 for /shop /shop/*: yes
                  open to   Balancer   tcp 8080                                   lines
                  reaches   Balancer   tcp 443        as an address of 0.0.0.0/0  lines
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
    void tellsWhatEndpointsDoAndThatNothingElseLeads() throws IOException {
        String text = overview("endpoints");

        assertThat(text)
                .contains("\nOpen to the outside: nothing\n")
                .contains("  pulls     yes  from ECR, through EcrApi, EcrDkr and S3\n")
                .contains("  open to   nobody\n")
                .contains("  reaches   0.0.0.0/0  tcp 443  no way leads there  line ");
    }

    @Test
    void tellsWhyATaskDoesNotComeUpAndWhatHangsOnOthers() throws IOException {
        String shut = Overview.of(Proof.of(read("private")
                .replace("AllocationId: !GetAtt Address.AllocationId", "AllocationId: ''")
                .replace(
                        "Nat:\n    Type: AWS::EC2::NatGateway\n    Properties: {SubnetId: !Ref PublicSubnet, AllocationId: ''}",
                        "Nat:\n    Type: AWS::EC2::NatGateway\n    Properties: {SubnetId: !Ref PublicSubnet}")));
        String open =
                Overview.of(Proof.of(read("private").replace("NatGatewayId: !Ref Nat", "NatGatewayId: nat-0a1b2c3d")));

        assertThat(shut)
                .contains("  pulls     no   from docker.io\n  logs      no   to ${ShopLogs}\n")
                .contains("  why       no public address, which an internet gateway requires (line ");
        assertThat(open)
                .contains("  pulls     unknown  from docker.io\n  logs      unknown  to ${ShopLogs}\n  resolves  yes\n")
                .contains(
                        "  why       PrivateRoute sends 0.0.0.0/0 to a target that is not part of this template (line ");
    }

    @Test
    void tellsWhatIsNotLookedAtBeforeAllElse() throws IOException {
        String text = Overview.of(Proof.of(read("private") + """
                  Acl:
                    Type: AWS::EC2::NetworkAcl
                    Properties: {VpcId: !Ref Vpc}
                """));

        assertThat(text)
                .contains("\nNot looked at, though it may change what stands below\n"
                        + "  Acl (AWS::EC2::NetworkAcl) is not analyzed (line ");
    }

    @Test
    void tellsOfACallThatLeadsNowhere() throws IOException {
        String two = Files.readString(EXAMPLES.resolve("two-services").resolve("template.yaml"));
        String shut = two.replaceFirst("(?m)^  MyserviceAToMyserviceBIngress:\\n(    .*\\n)+", "");
        String renamed = two.replace("Name: myservice-b\n", "Name: myservice-c\n");

        assertThat(Overview.of(Proof.of(shut)))
                .contains(
                        "  is told   serviceB is myservice-b.two-services.internal at 8080, which is shut; `explain CONFIG\n"
                                + "            myservice-a myservice-b` says where (line ");
        assertThat(Overview.of(Proof.of(renamed)))
                .contains(
                        "  is told   serviceB is myservice-b.two-services.internal at 8080, which is no service of this\n"
                                + "            template (line ");
    }

    @Test
    void tellsWhatOneGroupOpensForAllInOneRow() throws IOException {
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

    /** The part that begins with the name. */
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
