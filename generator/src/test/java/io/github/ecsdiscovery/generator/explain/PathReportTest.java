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

final class PathReportTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    /** What each hop says stands where its line is: the resource, or what it says of one. */
    @Test
    void namesTheLinesOfTheTemplate() throws IOException {
        List<String> template = Files.readAllLines(EXAMPLES.resolve("shop/template.yaml"));
        PathReport walk = PathReport.of(Proof.of(String.join("\n", template)), "orders", "payments");

        assertThat(walk.connections())
                .singleElement()
                .satisfies(one -> assertThat(one.path().checks())
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
        assertThat(template.get(walk.connections().get(0).path().checks().get(0).line() - 1))
                .contains("Name: PAYMENTS_HOST");
        assertThat(template.get(walk.connections().get(0).path().checks().get(4).line() - 1))
                .contains("RegistryArn");
        assertThat(template.get(walk.connections().get(0).path().checks().get(8).line() - 1))
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
    void marksTheHopThatIsMissing(String resource, String hop, String says) throws IOException {
        String template = Files.readString(EXAMPLES.resolve("two-services/template.yaml"));
        String without = template.replaceFirst("(?m)^  " + resource + ":\\n(    .*\\n)+", "");
        PathReport walk = PathReport.of(Proof.of(without), "myservice-a", "myservice-b");

        assertThat(walk.text()).startsWith("myservice-a does not reach myservice-b at tcp 8080:\n\n");
        assertThat(walk.text().lines().filter(line -> line.contains("  NO  ")))
                .singleElement()
                .asString()
                .containsPattern("^ +[0-9]+  NO  " + hop + " +" + says + "$");
        assertThat(walk.shut()).extracting(Traffic::toString).containsExactly("tcp 8080");
    }

    @Test
    void saysWhatIsNotKnownAndWhatItHangsOn() throws IOException {
        String template = Files.readString(EXAMPLES.resolve("existing-vpc/template.yaml"));

        PathReport walk = PathReport.of(Proof.of(template), "invoices", "ledger");

        assertThat(walk.text())
                .startsWith("invoices reaches ledger at tcp 50051, if what has a question mark is so:\n\n")
                .containsPattern(
                        "\n +[0-9]+  \\?   resolver +the DNS attributes of vpc-0a1b2c3d4e5f60718 are not part of this"
                                + " template\n");
        assertThat(walk.shut()).isEmpty();
    }

    @Test
    void wrapsWhatIsLongBelowItself() {
        assertThat(WrappedText.behind("  1  ", "a ".repeat(60) + "b")).isEqualTo("""
                  1  %s
                     %s b
                """.formatted(
                        "a ".repeat(48).strip(), "a ".repeat(12).strip()));
        assertThat(WrappedText.behind("> ", "x".repeat(200) + " y")).isEqualTo("> " + "x".repeat(200) + "\n  y\n");
    }
}
