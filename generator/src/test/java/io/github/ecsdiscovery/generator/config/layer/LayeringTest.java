package io.github.ecsdiscovery.generator.config.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.config.ParsedConfig;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.deployment.Capacity;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.service.Architecture;
import io.github.ecsdiscovery.generator.model.service.Service;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merges the preset, {@code defaults} and services, and merges the environment and each {@code --set} over the config. */
final class LayeringTest {
    private static List<String> ports(Service service) {
        return service.allPorts().stream().map(LayeringTest::describe).toList();
    }

    private static String describe(NamedPort port) {
        return port.name() == null
                ? port.port().toString()
                : port.name() + ":" + port.port().number();
    }

    @Test
    void servicesInheritThePreset() {
        Config config = ParsedConfig.of("name: shop\nservices:\n  orders:\n").config();

        assertThat(config.version()).isEqualTo(1);
        assertThat(config.network().cidr()).hasToString("10.0.0.0/16");
        assertThat(config.logs().retention()).isEqualTo(30);
        Service orders = Objects.requireNonNull(config.services().get("orders"));
        assertThat(orders.cpu()).isEqualTo(256);
        assertThat(orders.egress()).hasToString("[Egress[to=0.0.0.0/0, port=443/http]]");
        assertThat(orders.capacity()).isEqualTo(new Capacity(1, null, null));
        assertThat(ports(orders)).isEmpty();
    }

    @Test
    void servicesOverrideDefaultsWhichOverrideThePreset() {
        ParsedConfig read = ParsedConfig.of("""
                name: shop
                defaults:
                  cpu: 512
                  memory: 1024
                  environment: {A: 1, B: 2}
                  deployment: {minPercent: 50}
                  command: [a, b]
                services:
                  orders: {memory: 2048, environment: {B: 3}, command: [c]}
                """);

        Service orders = read.service("orders");
        assertThat(orders.cpu()).isEqualTo(512);
        assertThat(orders.memory()).isEqualTo(2048);
        assertThat(orders.architecture()).isEqualTo(Architecture.X86_64);
        assertThat(orders.environment()).containsOnlyKeys("A", "B").containsEntry("B", "3");
        assertThat(orders.deployment())
                .hasToString("Deployment[strategy=rolling, minPercent=50, maxPercent=200, alarms=null]");
        assertThat(orders.command()).containsExactly("c");
    }

    @Test
    void emptyValueOfServiceRestoresPreset() {
        ParsedConfig read = ParsedConfig.of("""
                name: shop
                defaults:
                  cpu: 512
                  egress: []
                  capacity: {FARGATE_SPOT: 1}
                  deployment: {minPercent: 50, maxPercent: 150}
                  environment: {A: 1}
                  healthCheck: {command: [x]}
                  port: 80
                services:
                  orders:
                    cpu: null
                    egress:
                    capacity: ~
                    deployment: {maxPercent: null}
                    environment: {A: null}
                    healthCheck: null
                    port: null
                """);

        Service orders = read.service("orders");
        assertThat(orders.cpu()).isEqualTo(256);
        assertThat(orders.egress()).hasSize(1);
        assertThat(orders.capacity()).isEqualTo(new Capacity(1, null, null));
        assertThat(orders.deployment())
                .hasToString("Deployment[strategy=rolling, minPercent=50, maxPercent=200, alarms=null]");
        assertThat(orders.environment()).isEmpty();
        assertThat(orders.healthCheck()).isNull();
        assertThat(ports(orders)).isEmpty();
    }

    @Test
    void emptyValueElsewhereRestoresPreset() {
        ParsedConfig read = ParsedConfig.of("""
                name: shop
                version: null
                preset:
                tagParameters: ~
                network: {zones: null, cidr: null}
                logs:
                cluster: null
                namespace: {name: null}
                tags: {a: null, b: c}
                defaults: {cpu: null, memory: null, capacity: null, egress: null, deployment: {minPercent: null}}
                services: {orders: {}}
                environments: {live: null}
                """);

        Config config = read.config();
        assertThat(config)
                .isEqualTo(ParsedConfig.of("name: shop\ntags: {b: c}\nservices: {orders: {}}\n")
                        .config());
        assertThat(read.result().environments()).containsExactly("live");
    }

    @Test
    void emptyValueInListIsAbsent() {
        assertThat(ParsedConfig.of("""
                        name: shop
                        services: {a: {policies: [{Sid: null, Action: x, Resource: "*", Condition: {StringEquals: null}}]}}
                        """).service("a").policies())
                .hasToString("[Inline[statement=Statement[sid=null, effect=null, action=Texts[isSingle=true, all=[x]], "
                        + "notAction=null, resource=Texts[isSingle=true, all=[*]], notResource=null, condition={}]]]");
        assertThat(ParsedConfig.of("name: shop\nservices: {a: {egress: [{to: null, port: 443}]}}")
                        .described())
                .containsExactly(
                        "2:25+1 missing-key: an entry of `egress` has no `to` -> add `to: sg-0123456789abcdef0`");
        assertThat(ParsedConfig.of("name: shop\nservices: {a: {command: [a, ~]}}")
                        .described())
                .containsExactly("2:29+1 wrong-type: `command[1]` of `a` is empty; expected a text");
    }

    @Test
    void portsOfHigherLevelReplaceLowerOnes() {
        ParsedConfig read = ParsedConfig.of("""
                name: shop
                defaults: {ports: {http: 80, admin: 90}}
                services:
                  one: {}
                  single: {port: 81}
                  named: {ports: {admin: 91}}
                  worker: {port: null}
                  other: {ports: ~}
                """);

        assertThat(ports(read.service("one"))).containsExactly("http:80", "admin:90");
        assertThat(ports(read.service("single"))).containsExactly("81/http");
        assertThat(ports(read.service("named"))).containsExactly("admin:91");
        assertThat(ports(read.service("worker"))).isEmpty();
        assertThat(ports(read.service("other"))).isEmpty();
    }

    @Test
    void portOfOverlayReplacesPortsAndPortsMerge() {
        String config = """
                name: shop
                defaults: {port: 70}
                services:
                  single: {port: 80}
                  named: {ports: {http: 80, admin: 90}}
                environments:
                  swapped: {services: {single: {ports: {http: 81}}, named: {port: 91}}, defaults: {ports: {x: 1}}}
                  merged: {services: {named: {ports: {admin: 91}}}}
                  removed: {services: {named: {ports: null}, single: {port: null}}}
                """;

        assertThat(ports(ParsedConfig.of(config, "swapped").service("single"))).containsExactly("http:81");
        assertThat(ports(ParsedConfig.of(config, "swapped").service("named"))).containsExactly("91/http");
        assertThat(ports(ParsedConfig.of(config, "merged").service("named"))).containsExactly("http:80", "admin:91");
        assertThat(ports(ParsedConfig.of(config, "removed").service("named"))).containsExactly("70/http");
        assertThat(ports(ParsedConfig.of(config, "removed").service("single"))).containsExactly("70/http");
        assertThat(ports(ParsedConfig.of(config, null, "services.named.port=99").service("named")))
                .containsExactly("99/http");
        assertThat(ports(ParsedConfig.of(config, null, "services.named.ports.x=99")
                        .service("named")))
                .containsExactly("http:80", "admin:90", "x:99");
    }

    @Test
    void rejectsPortAndPortsInOneMap() {
        assertThat(ParsedConfig.of("""
                        name: shop
                        defaults: {port: 1, ports: {a: 1}}
                        services:
                          one: {port: 1, ports: {a: 1}}
                          two: {port: null, ports: {a: 1}}
                        environments: {live: {services: {one: {ports: {a: 1}, port: 1}}}}
                        """).described())
                .containsExactly(
                        "2:21+5 port-and-ports: `defaults` has both `port` and `ports` -> move all ports to `ports`, with the"
                                + " one to register first",
                        "4:18+5 port-and-ports: `one` has both `port` and `ports` -> move all ports to `ports`, with the one"
                                + " to register first",
                        "6:40+5 port-and-ports: `one` has both `port` and `ports` -> move all ports to `ports`, with the one"
                                + " to register first");
    }

    @Test
    void capacityIsNotMerged() {
        ParsedConfig read = ParsedConfig.of("""
                name: shop
                defaults: {capacity: {FARGATE: 2, base: 1}}
                services: {one: {}, two: {capacity: {FARGATE_SPOT: 1}}}
                """);

        assertThat(read.service("one").capacity()).isEqualTo(new Capacity(2, null, 1));
        assertThat(read.service("two").capacity()).isEqualTo(new Capacity(null, 1, null));
    }

    @Test
    void environmentOverridesConfigAndSettingOverridesBoth() {
        String config = """
                name: shop
                tags: {team: a, cost: b}
                defaults: {count: 2}
                services:
                  orders: {calls: [payments, mail], cpu: 512}
                  payments: {port: 8080}
                  mail: {port: 25/tcp, count: 4}
                environments:
                  live:
                    tags: {cost: c}
                    defaults: {count: 3}
                    services: {orders: {calls: [payments], cpu: null}, mail: null}
                """;

        Config live = ParsedConfig.of(config, "live").config();
        assertThat(live.tags()).containsEntry("team", "a").containsEntry("cost", "c");
        assertThat(live.services()).containsOnlyKeys("orders", "payments");
        assertThat(ParsedConfig.of(config, "live").service("orders").count().min())
                .isEqualTo(3);
        assertThat(ParsedConfig.of(config, "live").service("orders").cpu()).isEqualTo(256);
        assertThat(ParsedConfig.of(config, "live").service("orders").allCalls()).hasSize(1);
        assertThat(ParsedConfig.of(config, "live", "defaults.count=5", "tags.cost=d")
                        .config()
                        .tags())
                .containsEntry("cost", "d");
        assertThat(ParsedConfig.of(config, "live", "defaults.count=5")
                        .service("orders")
                        .count()
                        .min())
                .isEqualTo(5);
        assertThat(ParsedConfig.of(config).service("mail").count().min()).isEqualTo(4);
    }

    @Test
    void warnsAboutServicesOnlyInEnvironment() {
        String config = """
                name: shop
                services: {orders: {}, broken: 5}
                environments:
                  live: {services: {order: {count: 1}, broken: {}, gone: null, new: {}}}
                """;

        ConfigReadResult result = ParsedConfig.of(config, "live").result();
        assertThat(result.findings())
                .extracting(finding -> result.location(finding) + " " + finding.message() + " -> " + finding.hint())
                .containsExactly(
                        "config.yaml:4:21 `order` exists only in the environment `live` -> did you mean `orders`?",
                        "config.yaml:4:64 `new` exists only in the environment `live` -> if this is intended, add `new: {count: 0}` to"
                                + " the `services` of the config");
        assertThat(result.config().orElseThrow().services()).containsOnlyKeys("orders", "order", "broken", "new");
        assertThat(ParsedConfig.of(config).result().findings()).isEmpty();
    }

    @Test
    void checksStructureOfEveryEnvironment() {
        String config = """
                name: shop
                services: {orders: {}}
                environments:
                  live: {services: {orders: {cpu: 5, egress: [{to: 0.0.0.0/0}]}}, environments: {}}
                  test: {nam: x, preset: best}
                """;

        assertThat(ParsedConfig.of(config).marked())
                .containsExactly(
                        "4:35+1 out-of-range",
                        "4:47+1 missing-key",
                        "4:67+12 unknown-key",
                        "5:10+3 unknown-key",
                        "5:26+4 unknown-value");
        assertThat(ParsedConfig.of(config, "live").marked())
                .isEqualTo(ParsedConfig.of(config).marked());
    }

    @Test
    void reportsMissingKeysAfterMerging() {
        String config = """
                name: shop
                defaults: {healthCheck: {interval: 5}}
                services:
                  one: {healthCheck: {command: [x]}}
                  two: {}
                  three: {}
                  four: {healthCheck: {timeout: 5}}
                """;

        assertThat(ParsedConfig.of(config).described())
                .containsExactly(
                        "2:12+11 missing-key: `healthCheck` has no `command` -> add `command: [/bin/probe,"
                                + " \"8080\"]`",
                        "7:10+11 missing-key: `healthCheck` has no `command` -> add `command: [/bin/probe,"
                                + " \"8080\"]`");
        assertThat(ParsedConfig.of(config, null, "defaults.healthCheck.command=[y]")
                        .described())
                .isEmpty();
    }

    @Test
    void requiresNameAndServices() {
        assertThat(ParsedConfig.of("# a comment\ntag: a\n").described())
                .containsExactly(
                        "1:1+1 missing-key: the config has no `name` -> add `name: shop`",
                        "1:1+1 missing-key: the config has no `services` -> add `services: {orders: {port: 8080, calls: [payments]},"
                                + " payments: {port: 8080}}`");
        assertThat(ParsedConfig.of("name: ~\nservices:\n").marked())
                .containsExactly("1:1+4 missing-key", "2:1+8 missing-key");
        assertThat(ParsedConfig.of("name: shop\nservices: {}\nenvironments: {live: {name: null}}\n", "live")
                        .marked())
                .containsExactly("1:1+1 missing-key");
        assertThat(ParsedConfig.of("services: {a: {}}\nenvironments: {live: {name: shop}}\n", "live")
                        .config()
                        .name())
                .isEqualTo("shop");
    }

    @Test
    void doesNotReportInvalidKeysAsMissing() {
        assertThat(ParsedConfig.of("name: a b\nservices: 5\n").marked())
                .containsExactly("1:7+3 malformed", "2:11+1 wrong-type");
        assertThat(ParsedConfig.of("nmae: shop\nServices: {}\n").marked())
                .containsExactly("1:1+4 unknown-key", "2:1+8 unknown-key");
    }

    @Test
    void rejectsUnknownEnvironment() {
        String config = "name: shop\nservices: {}\nenvironments: {live: {}, staging: {}}\n";

        assertThatThrownBy(() -> ParsedConfig.of(config, "stagin"))
                .isInstanceOf(UnknownEnvironment.class)
                .hasMessage("the config has no environment `stagin`; did you mean `staging`?");
        assertThatThrownBy(() -> ParsedConfig.of(config, "test"))
                .hasMessage("the config has no environment `test`; its environments are `live`, `staging`");
        assertThatThrownBy(() -> ParsedConfig.of("name: shop\nservices: {}\n", "test"))
                .hasMessage("the config has no environment `test`; it has no `environments`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{live: 5}", "{live: [a]}", "5", "{Live: {}, live: *x}", "{live: !x {}}", "{'live': \"\\x00\"}"})
    void reportsInvalidEnvironmentInsteadOfUnknownOne(String environments) {
        ParsedConfig read = ParsedConfig.of("name: shop\nservices: {}\nenvironments: " + environments + "\n", "live");

        assertThat(read.problems()).isNotEmpty();
        assertThat(read.result().config()).isPresent();
    }
}
