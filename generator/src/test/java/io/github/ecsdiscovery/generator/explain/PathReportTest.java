package io.github.ecsdiscovery.generator.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.proof.Proof;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the output of {@code explain CONFIG FROM TO}. */
final class PathReportTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    /** Each hop has the line of the resource or property that it is about. */
    @Test
    void refersToLinesOfTheTemplate() throws IOException {
        List<String> template = Files.readAllLines(EXAMPLES.resolve("shop/template.yaml"));
        PathReport report = PathReport.of(Proof.of(String.join("\n", template)), "orders", "payments");

        assertThat(report.connections())
                .singleElement()
                .satisfies(connection -> assertThat(connection.path().checks())
                        .extracting(hop -> hop.subject() + ": "
                                + template.get(hop.line() - 1).strip().replaceAll("[-{,].*|Value.*", ""))
                        .containsExactly(
                                "alias: ",
                                "resolver: Vpc:",
                                "namespace: Namespace:",
                                "record: PaymentsDiscovery:",
                                "registered: ",
                                "egress: OrdersToPaymentsEgress:",
                                "route: Vpc:",
                                "ingress: OrdersToPaymentsIngress:",
                                "port: "));
        assertThat(template.get(
                        report.connections().get(0).path().checks().get(0).line() - 1))
                .contains("Name: PAYMENTS_HOST");
        assertThat(template.get(
                        report.connections().get(0).path().checks().get(4).line() - 1))
                .contains("RegistryArn");
        assertThat(template.get(
                        report.connections().get(0).path().checks().get(8).line() - 1))
                .contains("ContainerPort: 50051");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MyserviceAToMyserviceBIngress | ingress | no rule of MyserviceBSecurityGroup lets tcp 8080 in from myservice-a",
                "MyserviceAToMyserviceBEgress | egress | no rule of MyserviceASecurityGroup lets tcp 8080 out to myservice-b",
                "MyserviceBDiscovery | record | myservice-b has no DNS or Service Connect name",
            })
    void marksTheBlockingHop(String resource, String hop, String says) throws IOException {
        String template = Files.readString(EXAMPLES.resolve("two-services/template.yaml"));
        String without = template.replaceFirst("(?m)^  " + resource + ":\\n(    .*\\n)+", "");
        PathReport report = PathReport.of(Proof.of(without), "myservice-a", "myservice-b");

        assertThat(report.text()).startsWith("myservice-a does not reach myservice-b on tcp 8080:\n\n");
        assertThat(report.text().lines().filter(line -> line.contains("  NO  ")))
                .singleElement()
                .asString()
                .containsPattern("^ +[0-9]+  NO  " + hop + " +" + says + "$");
        assertThat(report.blockedPorts()).extracting(Traffic::toString).containsExactly("tcp 8080");
    }

    @Test
    void marksUnknownHops() throws IOException {
        String template = Files.readString(EXAMPLES.resolve("existing-vpc/template.yaml"));

        PathReport report = PathReport.of(Proof.of(template), "invoices", "ledger");

        assertThat(report.text())
                .startsWith("invoices reaches ledger on tcp 50051 if the hops marked with ? work:\n\n")
                .containsPattern(
                        "\n +[0-9]+  \\?   resolver +the DNS attributes of vpc-0a1b2c3d4e5f60718 are not part of"
                                + " this template\n");
        assertThat(report.blockedPorts()).isEmpty();
    }

    @Test
    void wrapsLongSentences() {
        assertThat(WrappedText.after("  1  ", "a ".repeat(60) + "b")).isEqualTo("""
                  1  %s
                     %s b
                """.formatted(
                        "a ".repeat(48).strip(), "a ".repeat(12).strip()));
        assertThat(WrappedText.after("> ", "x".repeat(200) + " y")).isEqualTo("> " + "x".repeat(200) + "\n  y\n");
    }
}
