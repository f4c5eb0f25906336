package io.github.ecsdiscovery.generator.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import org.junit.jupiter.api.Test;

/** Where a finding stands, and whether it rests on something that is already told. */
final class ConfigReadResultTest {
    private static final Read SHOP = Read.of("""
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

    private static String place(Finding finding) {
        return SHOP.reading().place(finding).toString().replaceFirst("config\\.yaml:", "");
    }

    @Test
    void marksTheValueOrTheKey() {
        assertThat(place(finding("services", "orders", "cpu"))).isEqualTo("5:10");
        assertThat(place(finding("services", "orders", "cpu").atKey())).isEqualTo("5:5");
        assertThat(place(finding("services", "orders", "ingress", "1"))).isEqualTo("9:9");
        assertThat(place(finding("services", "orders", "ingress", "1").atKey())).isEqualTo("9:9");
    }

    @Test
    void marksTheKeyOfAMap() {
        assertThat(place(finding("services", "orders"))).isEqualTo("4:3");
        assertThat(place(finding("services", "orders", "environment"))).isEqualTo("6:5");
    }

    @Test
    void findsTheLayerThatSaysIt() {
        assertThat(place(finding("services", "orders", "memory"))).isEqualTo("2:20");
        assertThat(place(finding("services", "mail", "memory"))).isEqualTo("2:20");
        assertThat(place(finding("services", "orders", "environment", "A"))).isEqualTo("2:43");
        assertThat(place(finding("services", "orders", "environment", "B"))).isEqualTo("6:22");
        assertThat(place(finding("services", "orders", "count"))).isEqualTo("13:32");
        assertThat(place(finding("services", "orders", "user"))).isEqualTo("--set:2:22");
        assertThat(place(finding("tag"))).isEqualTo("--set:1:5");
    }

    @Test
    void goesUpToWhatTheUserWrote() {
        assertThat(place(finding("services", "mail", "cpu"))).isEqualTo("10:3");
        assertThat(place(finding("services", "orders", "healthCheck", "command")))
                .isEqualTo("4:3");
        assertThat(place(finding("services", "orders", "ingress", "5"))).isEqualTo("7:5");
        assertThat(place(finding("network", "cidr"))).isEqualTo("1:1");
        assertThat(place(finding())).isEqualTo("1:1");
    }

    @Test
    void knowsWhatTheUserWrote() {
        ConfigReadResult reading = SHOP.reading();

        assertThat(reading.isWritten(Path.of("services", "orders", "cpu"))).isTrue();
        assertThat(reading.isWritten(Path.of("services", "mail", "memory"))).isTrue();
        assertThat(reading.isWritten(Path.of("services", "mail", "cpu"))).isFalse();
        assertThat(reading.isWritten(Path.of("network", "cidr"))).isFalse();
        assertThat(reading.isOwn(Path.of("services", "orders", "cpu"))).isTrue();
        assertThat(reading.isOwn(Path.of("services", "mail", "memory"))).isFalse();
        assertThat(reading.isOwn(Path.of("services", "mail", "cpu"))).isFalse();
        assertThat(reading.isOwn(Path.of("services", "orders", "user"))).isTrue();
    }

    @Test
    void tellsNothingThatRestsOnWhatIsBroken() {
        ConfigReadResult reading = Read.of("""
                name: shop
                defaults: {memory: x}
                services:
                  orders: {cpu: y, healthChek: {}, calls: [a b, mail, c d, mail], prot: 1, port: 2}
                  mail: {cpu: 512}
                  broken: 5
                """).reading();

        assertThat(reading.restsOnBroken(finding("services", "orders", "cpu"))).isTrue();
        assertThat(reading.restsOnBroken(finding("services", "mail", "cpu"))).isFalse();
        assertThat(reading.restsOnBroken(finding("services", "mail", "memory"))).isTrue();
        assertThat(reading.restsOnBroken(
                        finding("services", "mail", "cpu").also(Path.of("services", "mail", "memory"))))
                .isTrue();
        assertThat(reading.restsOnBroken(finding("services", "orders", "healthCheck")))
                .isTrue();
        assertThat(reading.restsOnBroken(finding("services", "orders", "port"))).isFalse();
        assertThat(reading.restsOnBroken(finding("services", "broken", "port"))).isTrue();
        assertThat(reading.restsOnBroken(finding("services", "mail").also(Path.of("services", "broken"))))
                .isTrue();
        assertThat(reading.restsOnBroken(finding("services", "orders", "calls", "0")))
                .isFalse();
        assertThat(reading.restsOnBroken(finding("services", "orders", "calls", "1")))
                .isFalse();
        assertThat(reading.restsOnBroken(finding("services", "orders").also(Path.of("services", "orders", "calls"))))
                .isTrue();
        assertThat(reading.restsOnBroken(finding("tags"))).isFalse();
    }

    @Test
    void tellsOfAConfigWithoutANameWhatElseIsWrong() {
        ConfigReadResult reading = Read.of("services: {orders: {cpu: 512}}\n").reading();

        assertThat(reading.restsOnBroken(finding("name"))).isTrue();
        assertThat(reading.restsOnBroken(finding("services", "orders", "cpu"))).isFalse();
    }

    @Test
    void keepsAnItemsPlaceWhenThoseBeforeItAreTakenOut() {
        ConfigReadResult reading = Read.of("""
                name: shop
                services:
                  orders: {policies: [5, {Sid: "!", Action: x}, {Action: {}}, {Action: y}]}
                """).reading();

        assertThat(reading.restsOnBroken(finding("services", "orders", "policies", "0", "Sid")))
                .isTrue();
        assertThat(reading.restsOnBroken(finding("services", "orders", "policies", "1", "Action")))
                .isTrue();
        assertThat(reading.restsOnBroken(finding("services", "orders", "policies", "2", "Action")))
                .isFalse();
        assertThat(reading.place(finding("services", "orders", "policies", "2", "Action")))
                .hasToString("config.yaml:3:72");
    }

    @Test
    void takesWhatIsBrokenInTheChosenEnvironmentForBroken() {
        String config = "name: shop\nservices: {a: {}}\nenvironments: {live: {services: {a: {cpu: x}}}}\n";

        assertThat(Read.of(config, "live").reading().restsOnBroken(finding("services", "a", "cpu")))
                .isTrue();
        assertThat(Read.of(config).reading().restsOnBroken(finding("services", "a", "cpu")))
                .isFalse();
    }
}
