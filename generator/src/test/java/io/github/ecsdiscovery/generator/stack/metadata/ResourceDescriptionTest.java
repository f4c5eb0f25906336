package io.github.ecsdiscovery.generator.stack.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.stack.Stack;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.NamedId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResourceDescriptionTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");
    private static final List<String> GOLDENS = goldens();
    private static final String SERVICES = """
            name: shop
            tag: 1.4.2
            namespace: {name: shop.example}
            services:
              orders: {port: 8080, calls: [payments, "payments:admin", payments]}
              payments: {ports: {http: 8080, admin: 9090}}
            """;

    @ParameterizedTest
    @EnumSource(LogicalId.class)
    void hasTextsThatFitOnOneLineWithAllPlaceholdersFilled(LogicalId kind) {
        List<String> names = Collections.nCopies(
                (int) PLACEHOLDER.matcher(kind.pattern()).results().count(), "name");
        NamedId id = new NamedId(kind.of(names.toArray()), kind, names, "the stack", List.of());
        for (String network : List.of("placement: public", "placement: private, nat: single")) {
            ContextMetadata context = ContextMetadata.of(config("network: {" + network + "}\n" + SERVICES), id);
            assertThat(context.why())
                    .hasSizeBetween(10, 120)
                    .matches("[A-Z].*")
                    .doesNotContain("{", "}")
                    .doesNotEndWith(".")
                    .doesNotContain(kind.type());
            assertThat(context.must())
                    .allSatisfy(sentence -> assertThat(sentence)
                            .hasSizeBetween(10, 150)
                            .matches("[A-Z].*")
                            .doesNotContain("{", "}")
                            .doesNotEndWith("."));
        }
    }

    @Test
    void isDifferentForEachKind() {
        assertThat(Arrays.stream(LogicalId.values())
                        .map(kind -> kind.description().text()))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(LogicalId.values())
                        .map(kind -> kind.description().otherwise()))
                .doesNotHaveDuplicates();
    }

    /** Every kind of resource and parameter is in the golden of some template; a new kind needs a golden that has it. */
    @ParameterizedTest
    @EnumSource(LogicalId.class)
    void belongsToAKindThatIsInAGolden(LogicalId kind) {
        Pattern entry =
                Pattern.compile("(?m)^  " + PLACEHOLDER.matcher(kind.pattern()).replaceAll("[A-Za-z0-9]*")
                        + ":\n    Type: " + (kind.isResource() ? kind.type() : "String") + "$");
        assertThat(GOLDENS).anyMatch(golden -> entry.matcher(golden).find());
    }

    @Test
    void isOnEachResourceAndOnNoParameter() {
        Stack stack = StackPlan.of(config("contextMetadata: true\ntagParameters: true\n" + SERVICES));

        assertThat(stack.metadata().resources()).hasSize(stack.resources());
        assertThat(stack.metadata().resources()).doesNotContainKey("OrdersTag");
        assertThat(why(stack, "OrdersToPaymentsAdminEgress")).isEqualTo("Lets orders call payments");
        assertThat(why(stack, "PaymentsDiscovery"))
                .isEqualTo("A Cloud Map service that gives payments its name in DNS");
    }

    @Test
    void listsEachCalleeOfAServiceOnce() {
        Stack stack = StackPlan.of(config("contextMetadata: true\n" + SERVICES));

        assertThat(context(stack, "OrdersService").deps()).containsExactly("payments");
        assertThat(context(stack, "PaymentsService").deps()).isEmpty();
    }

    @Test
    void listsTheStacksThatAServiceDependsOn() {
        Stack stack = StackPlan.of(config("""
                name: billing
                tag: 1.4.2
                platform: shop
                contextMetadata: true
                peers: {payments: {stack: shop-payments, port: 8080}}
                services: {invoices: {calls: [payments]}}
                """));

        assertThat(context(stack, "InvoicesService").deps())
                .containsExactly("stack shop", "payments of stack shop-payments");
        assertThat(Objects.requireNonNull(stack.metadata().context()).arch()).contains("the network of the stack shop");
    }

    @Test
    void isOnlyRenderedIfTheConfigEnablesIt() {
        Stack stack = StackPlan.of(config(SERVICES));

        assertThat(stack.metadata().resources()).isEmpty();
        assertThat(stack.metadata().context()).isNull();
        assertThat(StackPlan.of(config("preset: production\n" + SERVICES))
                        .metadata()
                        .context())
                .isNotNull();
    }

    private static ContextMetadata context(Stack stack, String id) {
        ResourceMetadata metadata =
                Objects.requireNonNull(stack.metadata().resources().get(id));
        return Objects.requireNonNull(metadata.context());
    }

    private static String why(Stack stack, String id) {
        return context(stack, id).why();
    }

    private static List<String> goldens() {
        return Stream.of(Path.of("src", "test", "resources", "golden"), Path.of("..", "examples"))
                .flatMap(ResourceDescriptionTest::templates)
                .map(ResourceDescriptionTest::text)
                .toList();
    }

    private static Stream<Path> templates(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("template.*\\.yaml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Config config(String yaml) {
        ConfigReadResult reading =
                ConfigReader.read("config.yaml", yaml.getBytes(StandardCharsets.UTF_8), null, List.of());
        return reading.config().orElseThrow(() -> new AssertionError(reading.problems()));
    }
}
