package io.github.ecsdiscovery.generator.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import org.junit.jupiter.api.Test;

/** Locates findings and recognizes those that depend on an invalid value. */
final class ConfigReadResultTest {
    private static final ParsedConfig SHOP = ParsedConfig.of("""
            name: shop
            defaults: {memory: 2048, environment: {A: a}}
            services:
              orders:
                cpu: 512
                environment: {B: b}
                ingress:
                  - 10.0.0.0/8
                  - 10.1.0.0/16
              mail:
            environments:
              live:
                services: {orders: {count: 4}}
            """, "live", "tag=1", "services.orders.user=0");

    private static Finding finding(String... path) {
        return Finding.of(ProblemKind.error("fargate-size", ""), Path.of(path), "");
    }

    private static String location(Finding finding) {
        return SHOP.result().location(finding).toString().replaceFirst("config\\.yaml:", "");
    }

    @Test
    void marksValueOrKey() {
        assertThat(location(finding("services", "orders", "cpu"))).isEqualTo("5:10");
        assertThat(location(finding("services", "orders", "cpu").atKey())).isEqualTo("5:5");
        assertThat(location(finding("services", "orders", "ingress", "1"))).isEqualTo("9:9");
        assertThat(location(finding("services", "orders", "ingress", "1").atKey()))
                .isEqualTo("9:9");
    }

    @Test
    void marksKeyOfMap() {
        assertThat(location(finding("services", "orders"))).isEqualTo("4:3");
        assertThat(location(finding("services", "orders", "environment"))).isEqualTo("6:5");
    }

    @Test
    void locatesTheLayerThatSetsTheValue() {
        assertThat(location(finding("services", "orders", "memory"))).isEqualTo("2:20");
        assertThat(location(finding("services", "mail", "memory"))).isEqualTo("2:20");
        assertThat(location(finding("services", "orders", "environment", "A"))).isEqualTo("2:43");
        assertThat(location(finding("services", "orders", "environment", "B"))).isEqualTo("6:22");
        assertThat(location(finding("services", "orders", "count"))).isEqualTo("13:32");
        assertThat(location(finding("services", "orders", "user"))).isEqualTo("--set:2:22");
        assertThat(location(finding("tag"))).isEqualTo("--set:1:5");
    }

    @Test
    void locatesTheNearestWrittenAncestor() {
        assertThat(location(finding("services", "mail", "cpu"))).isEqualTo("10:3");
        assertThat(location(finding("services", "orders", "healthCheck", "command")))
                .isEqualTo("4:3");
        assertThat(location(finding("services", "orders", "ingress", "5"))).isEqualTo("7:5");
        assertThat(location(finding("network", "cidr"))).isEqualTo("1:1");
        assertThat(location(finding())).isEqualTo("1:1");
    }

    @Test
    void recognizesWrittenValues() {
        ConfigReadResult result = SHOP.result();

        assertThat(result.isWritten(Path.of("services", "orders", "cpu"))).isTrue();
        assertThat(result.isWritten(Path.of("services", "mail", "memory"))).isTrue();
        assertThat(result.isWritten(Path.of("services", "mail", "cpu"))).isFalse();
        assertThat(result.isWritten(Path.of("network", "cidr"))).isFalse();
        assertThat(result.isWrittenDirectly(Path.of("services", "orders", "cpu")))
                .isTrue();
        assertThat(result.isWrittenDirectly(Path.of("services", "mail", "memory")))
                .isFalse();
        assertThat(result.isWrittenDirectly(Path.of("services", "mail", "cpu"))).isFalse();
        assertThat(result.isWrittenDirectly(Path.of("services", "orders", "user")))
                .isTrue();
    }

    @Test
    void dropsFindingsThatDependOnInvalidValues() {
        ConfigReadResult result = ParsedConfig.of("""
                name: shop
                defaults: {memory: x}
                services:
                  orders: {cpu: y, healthChek: {}, calls: [a b, mail, c d, mail], prot: 1, port: 2}
                  mail: {cpu: 512}
                  broken: 5
                """).result();

        assertThat(result.dependsOnInvalid(finding("services", "orders", "cpu")))
                .isTrue();
        assertThat(result.dependsOnInvalid(finding("services", "mail", "cpu"))).isFalse();
        assertThat(result.dependsOnInvalid(finding("services", "mail", "memory")))
                .isTrue();
        assertThat(result.dependsOnInvalid(
                        finding("services", "mail", "cpu").also(Path.of("services", "mail", "memory"))))
                .isTrue();
        assertThat(result.dependsOnInvalid(finding("services", "orders", "healthCheck")))
                .isTrue();
        assertThat(result.dependsOnInvalid(finding("services", "orders", "port")))
                .isFalse();
        assertThat(result.dependsOnInvalid(finding("services", "broken", "port")))
                .isTrue();
        assertThat(result.dependsOnInvalid(finding("services", "mail").also(Path.of("services", "broken"))))
                .isTrue();
        assertThat(result.dependsOnInvalid(finding("services", "orders", "calls", "0")))
                .isFalse();
        assertThat(result.dependsOnInvalid(finding("services", "orders", "calls", "1")))
                .isFalse();
        assertThat(result.dependsOnInvalid(finding("services", "orders").also(Path.of("services", "orders", "calls"))))
                .isTrue();
        assertThat(result.dependsOnInvalid(finding("tags"))).isFalse();
    }

    @Test
    void keepsOtherFindingsOfConfigWithoutName() {
        ConfigReadResult result =
                ParsedConfig.of("services: {orders: {cpu: 512}}\n").result();

        assertThat(result.dependsOnInvalid(finding("name"))).isTrue();
        assertThat(result.dependsOnInvalid(finding("services", "orders", "cpu")))
                .isFalse();
    }

    @Test
    void keepsLocationOfItemsAfterRemovedOnes() {
        ConfigReadResult result = ParsedConfig.of("""
                name: shop
                services:
                  orders: {policies: [5, {Sid: "!", Action: x}, {Action: {}}, {Action: y}]}
                """).result();

        assertThat(result.dependsOnInvalid(finding("services", "orders", "policies", "0", "Sid")))
                .isTrue();
        assertThat(result.dependsOnInvalid(finding("services", "orders", "policies", "1", "Action")))
                .isTrue();
        assertThat(result.dependsOnInvalid(finding("services", "orders", "policies", "2", "Action")))
                .isFalse();
        assertThat(result.location(finding("services", "orders", "policies", "2", "Action")))
                .hasToString("config.yaml:3:72");
    }

    @Test
    void appliesInvalidPathsOfTheSelectedEnvironment() {
        String config = "name: shop\nservices: {a: {}}\nenvironments: {live: {services: {a: {cpu: x}}}}\n";

        assertThat(ParsedConfig.of(config, "live").result().dependsOnInvalid(finding("services", "a", "cpu")))
                .isTrue();
        assertThat(ParsedConfig.of(config).result().dependsOnInvalid(finding("services", "a", "cpu")))
                .isFalse();
    }
}
