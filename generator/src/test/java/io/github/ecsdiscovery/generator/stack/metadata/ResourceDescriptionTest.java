package io.github.ecsdiscovery.generator.stack.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.stack.Stack;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.NamedId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResourceDescriptionTest {
    private static final Pattern HOLE = Pattern.compile("\\{[a-z]+}");
    private static final String SERVICES = """
            name: shop
            tag: 1.4.2
            namespace: {name: shop.example}
            services:
              orders: {port: 8080, calls: [payments, "payments:admin", payments]}
              payments: {ports: {http: 8080, admin: 9090}}
            """;

    @Test
    void everyKindOfResourceHasOne() {
        assertThat(Arrays.stream(ResourceDescription.values()).map(Enum::name))
                .containsExactlyElementsOf(Arrays.stream(LogicalId.values())
                        .filter(kind -> kind.type().startsWith("AWS::"))
                        .map(Enum::name)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void isSaidInAShortSentenceWhoseHolesTheIdFills(ResourceDescription purpose) {
        LogicalId kind = LogicalId.valueOf(purpose.name());
        List<String> names =
                Collections.nCopies((int) HOLE.matcher(kind.pattern()).results().count(), "name");
        for (String network : List.of("placement: public", "placement: private, nat: single")) {
            Config config = config("network: {" + network + "}\n" + SERVICES);
            ContextMetadata context = ResourceDescription.of(
                    config, new NamedId(kind.of(names.toArray()), kind, names, "the stack", List.of()));
            assertThat(context.why())
                    .hasSizeBetween(10, 120)
                    .doesNotContain("{", "}")
                    .doesNotEndWith(".")
                    .doesNotContain(kind.type());
            assertThat(context.must())
                    .allSatisfy(sentence -> assertThat(sentence)
                            .hasSizeBetween(10, 150)
                            .doesNotContain("{", "}")
                            .doesNotEndWith("."));
        }
    }

    @Test
    void eachResourceOfAStackHasOneAndNoParameterHas() {
        Stack stack = StackPlan.of(config("contextMetadata: true\ntagParameters: true\n" + SERVICES));

        assertThat(stack.metadata()).hasSize(stack.resources());
        assertThat(stack.metadata()).doesNotContainKey("OrdersTag");
        assertThat(why(stack, "OrdersToPaymentsAdminEgress")).isEqualTo("orders calls payments");
        assertThat(why(stack, "PaymentsDiscovery")).isEqualTo("payments is found by it in DNS");
    }

    @Test
    void aServiceSaysOnceWhomItNeeds() {
        Stack stack = StackPlan.of(config("contextMetadata: true\n" + SERVICES));

        assertThat(context(stack, "OrdersService").deps()).containsExactly("payments");
        assertThat(context(stack, "PaymentsService").deps()).isEmpty();
    }

    @Test
    void aServiceOfAStackThatJoinsNamesTheStacksThatItNeeds() {
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
        assertThat(Objects.requireNonNull(stack.context()).arch()).contains("the network of the stack shop");
    }

    @Test
    void nothingIsSaidUnlessTheConfigAsksForIt() {
        Stack stack = StackPlan.of(config(SERVICES));

        assertThat(stack.metadata()).isEmpty();
        assertThat(stack.context()).isNull();
        assertThat(StackPlan.of(config("preset: production\n" + SERVICES)).context())
                .isNotNull();
    }

    private static ContextMetadata context(Stack stack, String id) {
        ResourceMetadata metadata = Objects.requireNonNull(stack.metadata().get(id));
        return Objects.requireNonNull(metadata.context());
    }

    private static String why(Stack stack, String id) {
        return context(stack, id).why();
    }

    private static Config config(String yaml) {
        ConfigReadResult reading =
                ConfigReader.read("config.yaml", yaml.getBytes(StandardCharsets.UTF_8), null, List.of());
        return reading.config().orElseThrow(() -> new AssertionError(reading.problems()));
    }
}
