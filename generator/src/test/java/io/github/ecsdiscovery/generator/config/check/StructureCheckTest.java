package io.github.ecsdiscovery.generator.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.config.ParsedConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports values with the wrong structure at their location and keeps the valid ones. */
final class StructureCheckTest {
    private static ParsedConfig service(String keys) {
        return ParsedConfig.of("name: shop\nservices:\n  orders: {" + keys + "}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "cpu: 1 vCPU    | wrong-type: `cpu` of `orders` is `1 vCPU`; expected a whole number of CPU units"
                        + " (1024 units are one vCPU) -> write `1024`",
                "memory: 512MiB | wrong-type: `memory` of `orders` is `512MiB`; expected a whole number of MiB -> write"
                        + " `512`",
                "cpu: 0.25      | wrong-type: `cpu` of `orders` is `0.25`; expected a whole number of CPU units"
                        + " (1024 units are one vCPU) -> write `256`",
                "count: 1e3     | wrong-type: `count` of `orders` is `1e3`; expected a whole number",
                "count: 1_000   | wrong-type: `count` of `orders` is `1_000`; expected a whole number",
                "count: ''      | wrong-type: `count` of `orders` is an empty text; expected a whole number",
                "count: [1]     | wrong-type: `count` of `orders` is a list; expected a number from 0 to 5000 or a map"
                        + " -> write `1`",
                "count: 010     | wrong-type: `count` of `orders` is `010`; expected a number without leading zeros, which some YAML parsers read as octal ->"
                        + " write `10`",
                "count: -00     | wrong-type: `count` of `orders` is `-00`; expected a number without leading zeros, which some YAML parsers read as octal ->"
                        + " write `-0`",
                "count: -1      | out-of-range: `count` of `orders` is `-1`; expected a number from 0 to 5000",
                "count: 5001    | out-of-range: `count` of `orders` is `5001`; expected a number from 0 to 5000",
                "count: 99999999999999999999 | out-of-range: `count` of `orders` is `99999999999999999999`; expected a number"
                        + " from 0 to 5000",
                "cpu: 4294967552 | out-of-range: `cpu` of `orders` is `4294967552`; expected one of 256, 512, 1024, 2048, 4096,"
                        + " 8192, 16384",
                "exec: yes      | wrong-type: `exec` of `orders` is `yes`; expected `true` or `false` -> write `true`",
                "exec: Off      | wrong-type: `exec` of `orders` is `Off`; expected `true` or `false` -> write `false`",
                "exec: maybe    | wrong-type: `exec` of `orders` is `maybe`; expected `true` or `false`",
                "exec: 'true'   | wrong-type: `exec` of `orders` is `true` in quotes; expected no quotes -> write"
                        + " `true`",
                "architecture: arm64 | unknown-value: `architecture` of `orders` is `arm64`; expected one of `X86_64`, `ARM64`"
                        + " -> did you mean `ARM64`?",
                "discovery: mdns | unknown-value: `discovery` of `orders` is `mdns`; expected one of `dns`, `connect`, `both`, `none` -> did you"
                        + " mean `dns`?",
                "discovery: [A] | wrong-type: `discovery` of `orders` is a list; expected one of `dns`, `connect`, `both`, `none` or a map",
                "port: 65536    | malformed: `port` of `orders` is `65536`; expected a port from 1 to 65535, such as `8080`,"
                        + " `6379/tcp`, `50051/grpc` or `53/udp`",
                "port: 0        | malformed: `port` of `orders` is `0`; expected a port from 1 to 65535, such as `8080`,"
                        + " `6379/tcp`, `50051/grpc` or `53/udp`",
                "tag: {a: b}    | wrong-type: `tag` of `orders` is a map; expected an image tag: up to 128"
                        + " letters, digits, `_`, `.` and `-`",
                "command: npm run start | wrong-type: `command` of `orders` is the text `npm run start`; expected a list ->"
                        + " write `[npm, run, start]`",
                "command: a && b | wrong-type: `command` of `orders` is the text `a && b`; expected a list -> write `[\"a &&"
                        + " b\"]` and set `entrypoint: [sh, -c]` to run it in a shell",
                "entrypoint: a && b | wrong-type: `entrypoint` of `orders` is the text `a && b`; expected a list -> write"
                        + " `[sh, -c, \"a && b\"]`",
                "command: \"postgres -c 'a b=1'\" | wrong-type: `command` of `orders` is the text `postgres -c 'a b=1'`; expected"
                        + " a list -> write `[postgres, -c, \"a b=1\"]`",
                "ingress: public | wrong-type: `ingress` of `orders` is the text `public`; expected a list -> write `[0.0.0.0/0]`"
                        + " for all IPv4 addresses",
                "egress: 10.0.0.0/8 | wrong-type: `egress` of `orders` is the text `10.0.0.0/8`; expected a list -> write `[{to:"
                        + " 10.0.0.0/8, port: …}]`",
                "architecture: amd64 | unknown-value: `architecture` of `orders` is `amd64`; expected one of `X86_64`, `ARM64`"
                        + " -> write `X86_64`",
                "deploy: {replicas: 3} | unknown-key: unknown key `deploy` in `services.orders` -> use `count`, `cpu` and"
                        + " `memory`; `deployment` is about updates",
                "replicas: 3 | unknown-key: unknown key `replicas` in `services.orders` -> write `count`",
                "cpu: 256-512 | wrong-type: `cpu` of `orders` is `256-512`; expected a whole number of CPU units (1024 units are"
                        + " one vCPU)",
                "count: 2-4 | wrong-type: `count` of `orders` is `2-4`; expected a whole number -> write `{min: 2, max: 4,"
                        + " cpuPercent: 60}`",
                "http: {loadBalancer: x} | unknown-key: unknown key `loadBalancer` in `http` of `orders` -> `loadBalancer` is a"
                        + " top-level key",
                "\u00A0port: 80 | unknown-key: unknown key `\u00A0port` in `services.orders` -> the key contains a no-break"
                        + " space (U+00A0); type a normal space instead",
                "ingress: 10.0.0.0/8 | wrong-type: `ingress` of `orders` is the text `10.0.0.0/8`; expected a list -> write"
                        + " `[10.0.0.0/8]`",
                "calls: 'a, b'  | wrong-type: `calls` of `orders` is the text `a, b`; expected a list or a map -> write `[a, b]`",
                "environment: A=b | wrong-type: `environment` of `orders` is the text `A=b`; expected a map"
                        + " -> for example, write `{LOG_LEVEL: info}`",
                "environment: [A=b] | wrong-type: `environment` of `orders` is a list; expected a map"
                        + " -> write `{A: b}`",
                "ports: {}      | missing-key: `ports` of `orders` is empty -> remove it or add an entry",
                "command: []    | missing-key: `command` of `orders` is empty -> remove it or add an entry",
                "ports: {Http: 80} | malformed: the name `Http` in `ports` of `orders` is not allowed; expected up to 20"
                        + " lowercase letters, digits and `-`, starting with a letter and not ending with `-` -> write `http`",
                "healthCheck: {command: ' '} | malformed: `healthCheck.command` of `orders` is ` `; expected a command",
                "healthCheck: {command: []} | missing-key: `healthCheck.command` of `orders` is empty -> remove it or"
                        + " add an entry",
                "prot: 80       | unknown-key: unknown key `prot` in `services.orders` -> did you mean `port`?",
            })
    void reportsExpectedValues(String keys, String problem) {
        assertThat(service(keys).described())
                .singleElement()
                .asString()
                .startsWith("3:")
                .endsWith(" " + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count: 0",
                "count: '5000'",
                "count: \"3\"",
                "count: -0",
                "cpu: '16384'",
                "exec: true",
                "exec: false",
                "port: '8080'",
                "port: 65535/udp",
                "tag: 1.10",
                "tag: true",
                "environment: {A: 1, B: 1.50, C: yes, D: true, E: '', F: 日本語}",
                "user: 1000",
                "discovery: none",
                "discovery: {}",
                "calls: []",
                "calls: {}",
                "ingress: []",
                "egress: []",
                "healthCheck: {command: x y}",
                "policies: [{Action: a, Resource: [b, c]}]",
            })
    void acceptsAllowedValues(String keys) {
        assertThat(service(keys).described()).isEmpty();
    }

    @Test
    void recognizesMissingSpaceAfterColon() {
        assertThat(ParsedConfig.of("name: shop\nservices:\n  orders:{port: 80}\n  b:\n    http:{path: /}\n")
                        .described())
                .containsExactly(
                        "3:3+12 malformed: the name `orders:{port` in `services` is not allowed; expected up to 50 lowercase"
                                + " letters, digits and `-`, starting with a letter and not ending with `-` -> write a space"
                                + " after `orders:`",
                        "5:5+10 unknown-key: unknown key `http:{path` in `services.b` -> write a space after `http:`");
    }

    @Test
    void dropsInvalidValuesAndKeepsTheRest() {
        ParsedConfig read = service(
                "cpu: x, memory: 1024, calls: [a b, c], ingress: [x, 10.0.0.0/8, y], ports: {A: 1, b: 2, c: x},"
                        + " policies: [5, {Sid: '!', Action: x}], egress: [{to: x, port: 1}], environment: {A: [b], C: d}");

        assertThat(read.problems()).hasSize(10);
        assertThat(read.result().config().orElseThrow().services().get("orders"))
                .satisfies(orders -> {
                    assertThat(orders.cpu()).isEqualTo(256);
                    assertThat(orders.memory()).isEqualTo(1024);
                    assertThat(orders.allCalls())
                            .extracting(call -> call.service())
                            .containsExactly("c");
                    assertThat(orders.ingress()).hasToString("[10.0.0.0/8]");
                    assertThat(orders.ports()).containsOnlyKeys("b");
                    assertThat(orders.policies()).hasSize(1);
                    assertThat(orders.egress()).isEmpty();
                    assertThat(orders.environment()).containsOnlyKeys("C");
                });
    }

    @Test
    void dropsListsWithoutValidItems() {
        ParsedConfig read =
                service("command: [[a]], healthCheck: {command: [{}]}, ports: {A: 1}, policies: [{Action: [{}]}]");

        assertThat(read.marked())
                .containsExactly("3:22+1 wrong-type", "3:52+1 wrong-type", "3:66+1 malformed", "3:94+1 wrong-type");
    }

    @Test
    void limitsNumberOfEntries() {
        assertThat(service("writablePaths: [" + "/a,".repeat(20) + "/a]").described())
                .containsExactly("3:27+1 too-many: `writablePaths` of `orders` has 21 entries; at most 20 are allowed");
        assertThat(service("writablePaths: [" + "/a,".repeat(20) + "]").described())
                .isEmpty();
        assertThat(ParsedConfig.of("name: a\ndefaults: {writablePaths: [" + "/a,".repeat(21)
                                + "]}\nservices: {a: {}, b: {}}")
                        .described())
                .containsExactly("2:27+1 too-many: `defaults.writablePaths` has 21 entries; at most 20 are allowed");
    }

    @Test
    void acceptsNumbersAsMapKeys() {
        assertThat(ParsedConfig.of("name: shop\nservices: {}\nnetwork: {zones: {1: apne1-az4, '3': apne1-az1}}\n")
                        .config()
                        .network()
                        .zones()
                        .all())
                .extracting(zone -> zone.position())
                .containsExactly(1, 3);
        assertThat(ParsedConfig.of("name: shop\nservices: {}\nnetwork: {zones: {7: apne1-az4}}\n")
                        .described())
                .containsExactly(
                        "3:19+1 malformed: the name `7` in `network.zones` is not allowed; expected a position from 1 to 6");
    }

    @Test
    void shortensTextsAndShowsThemOnOneLine() {
        assertThat(service("tag: '" + "🍣".repeat(61) + "'").described())
                .singleElement()
                .asString()
                .contains("is `" + "🍣".repeat(57) + "…`;");
        assertThat(ParsedConfig.of("name: |\n  shop\nservices: {}\n").described())
                .singleElement()
                .asString()
                .contains("`name` is `shop⏎`;")
                .endsWith("-> write `shop`");
        assertThat(ParsedConfig.of("name: shop\nservices: {}\n" + "k".repeat(100) + ": 1\n")
                        .described())
                .singleElement()
                .asString()
                .contains("unknown key `" + "k".repeat(57) + "…` ->");
    }
}
