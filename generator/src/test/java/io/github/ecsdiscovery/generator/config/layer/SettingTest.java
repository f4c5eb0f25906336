package io.github.ecsdiscovery.generator.config.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.config.ParsedConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingTest {
    private static final String SHOP = "name: shop\nservices: {orders: {tag: a}, mail: {}}\n";

    private static ParsedConfig set(String... settings) {
        return ParsedConfig.of(SHOP, null, settings);
    }

    @Test
    void requiresPathAndEqualsSign() {
        assertThat(ConfigReader.isSetting("a=b")).isTrue();
        assertThat(ConfigReader.isSetting("a=")).isTrue();
        assertThat(ConfigReader.isSetting("a.\"b=c\".d==")).isTrue();
        assertThat(ConfigReader.isSetting("a")).isFalse();
        assertThat(ConfigReader.isSetting("=a")).isFalse();
        assertThat(ConfigReader.isSetting("")).isFalse();
        assertThat(ConfigReader.isSetting("a.\"b=c")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "1.10        | 1.10",
                "yes         | yes",
                "NO          | NO",
                "010         | 010",
                "'a: b # c'  | a: b # c",
                "\"a\\nb\"   | a\\nb",
                "a # comment | a",
                "#fff        | #fff",
                "a=b         | a=b",
                "---         | ---",
                "--- a       | --- a",
                "...         | ...",
                "-a          | -a",
                "日本語 🍣    | 日本語 🍣",
                "'null'      | null",
            })
    void acceptsOneYamlValue(String value, String text) {
        assertThat(set("services.orders.environment.A=" + value)
                        .service("orders")
                        .environment())
                .containsEntry("A", text.replace("\\n", "\n"));
    }

    @Test
    void acceptsFlowListsAndMaps() {
        ParsedConfig read = set(
                "services.orders.ingress=[10.0.0.0/8, sg-0123456789abcdef0]",
                "services.orders.ports={http: 80}",
                "services.orders.command= [ a ]");

        assertThat(read.service("orders").ingress()).hasToString("[10.0.0.0/8, sg-0123456789abcdef0]");
        assertThat(read.service("orders").ports()).containsOnlyKeys("http");
        assertThat(read.service("orders").command()).containsExactly("a");
    }

    @Test
    void readsNoValueAsEmptyText() {
        assertThat(set("services.orders.environment.A=").service("orders").environment())
                .containsEntry("A", "");
        assertThat(set("services.orders.environment.A= ").service("orders").environment())
                .containsEntry("A", "");
        assertThat(set("services.orders.tag=").described())
                .containsExactly(
                        "--set:1:21+1 malformed: `tag` of `orders` is an empty text; expected an image tag: up to 128"
                                + " letters, digits, `_`, `.` and `-`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "~"})
    void removesKeyWithNull(String value) {
        assertThat(set("services.orders.tag=" + value).service("orders").tag()).isNull();
        assertThat(set("services.mail=" + value).config().services()).containsOnlyKeys("orders");
    }

    @Test
    void acceptsQuotedKeyWithDots() {
        assertThat(set("tags.\"cost.center\"=42", "tags.\"a=b\"=c", "tags.a.b=c")
                        .described())
                .containsExactly(
                        "--set:3:8+1 wrong-type: `tags.a` is a map; expected up to 256 letters, digits, spaces and"
                                + " `_.:/=+-@`");
        assertThat(set("tags.\"cost.center\"=42", "tags.\"a=b\"=c").config().tags())
                .containsEntry("cost.center", "42")
                .containsEntry("a=b", "c");
    }

    @Test
    void laterSettingsWin() {
        assertThat(set("tag=a", "tag=b").config().tag()).isEqualTo("b");
        assertThat(set("services.orders.environment={A: 1}", "services.orders.environment.B=2")
                        .service("orders")
                        .environment())
                .containsOnlyKeys("A", "B");
    }

    @Test
    void doesNotAddServices() {
        assertThat(set("services.order.tag=1", "services.x={}").described())
                .containsExactly(
                        "--set:1:10+5 unknown-service: the config has no service `order` -> did you mean `orders`?",
                        "--set:2:10+1 unknown-service: the config has no service `x` -> `--set` cannot add a service");
    }

    @Test
    void acceptsServicesOfTheEnvironment() {
        String config = SHOP + "environments: {live: {services: {added: {}, mail: null}}}\n";

        assertThat(ParsedConfig.of(config, "live", "services.added.tag=1")
                        .service("added")
                        .tag())
                .isEqualTo("1");
        assertThat(ParsedConfig.of(config, "live", "services.mail.tag=1").marked())
                .containsExactly("--set:1:10+4 unknown-service");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "tag=@a       | --set:1:5+1 yaml-syntax: a value cannot start with this character -> put the value in quotes",
                "tag=%a       | --set:1:5+1 yaml-syntax: a value cannot start with this character -> put the value in quotes",
                "tag='a       | --set:1:5+1 yaml-syntax: this quote is never closed",
                "tags={🍣: [a | --set:1:10+1 yaml-syntax: this `[` is never closed",
                "tags=a: b    | --set:1:6+4 yaml-syntax: the value must be one YAML value on one line -> put it in quotes",
                "tags=- b     | --set:1:6+3 yaml-syntax: the value must be one YAML value on one line -> put it in quotes",
                "tag=>        | --set:1:5+1 yaml-syntax: the value must be one YAML value on one line -> put it in quotes",
                "tag=*a       | --set:1:5+2 yaml-anchor: YAML aliases are not supported -> move shared keys to `defaults`",
                "🍣.b=c       | --set:1:1+1 unknown-key: unknown key `🍣` -> the allowed keys are acceptWarnings, cluster, contextMetadata, defaults,"
                        + " loadBalancer, logs, name, namespace, network, peers, permissionsBoundary, platform, preset,"
                        + " region, registry, scannerMetadata, services, tag,"
                        + " tagParameters, tags, version",
                "services..b=c | --set:1:10+1 malformed: the name `` in `services` is not allowed; expected up to 50"
                        + " lowercase letters, digits and `-`, starting with a letter and not ending with `-`",
                "services.orders.cpu=1 vCPU | --set:1:21+6 wrong-type: `cpu` of `orders` is `1 vCPU`; expected a whole number"
                        + " of CPU units (1024 units are one vCPU) -> write `1024`",
                "services.orders.🍣=1 | --set:1:17+1 unknown-key: unknown key `🍣` in `services.orders` -> the allowed keys are"
                        + " acceptWarnings, architecture, calls, capacity, command, count, cpu, dependsOn, deployment, discovery, egress,"
                        + " entrypoint, environment, ephemeralStorage, exec, healthCheck, http, image, ingress, memory, policies,"
                        + " port, ports, readonlyRootFilesystem, secrets, sidecars, stopTimeout, tag, user,"
                        + " writablePaths",
                "tag=1.0,services.orders.tag=2 | --set:1:5+25 malformed: `tag` is `1.0,services.orders.tag=2`; expected an image"
                        + " tag: up to 128 letters, digits, `_`, `.` and `-` -> write a separate `--set` for each key",
                "environments.live={} | --set:1:1+12 unknown-key: unknown key `environments` -> the allowed keys are acceptWarnings,"
                        + " cluster, contextMetadata, defaults, loadBalancer, logs, name, namespace, network, peers, permissionsBoundary, platform, preset,"
                        + " region, registry, scannerMetadata,"
                        + " services, tag, tagParameters, tags, version",
            })
    void reportsProblemsAtTheirColumn(String setting, String problem) {
        assertThat(set(setting).described()).containsExactly(problem);
    }

    @Test
    void numbersSettings() {
        assertThat(set("tag=a", "tag='b", "tag=c", "services.orders.ingress=[10.0.0.0/8, x]")
                        .marked())
                .containsExactly("--set:2:5+1 yaml-syntax", "--set:4:38+1 malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag=|", "tag=|a", "tag= >-", "tag=a\nb", "tag='a\nb'", "tags={a: b,\n c: d}", "tag=a\r"})
    void rejectsValuesOfSeveralLines(String setting) {
        assertThat(set(setting).described())
                .singleElement()
                .asString()
                .endsWith("yaml-syntax: the value must be one YAML value on one line -> put it in quotes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag=a\0", "tag=\uD83C", "tags.\"a\u001B\"=b", "a\u0007=b", "tag=\uFEFFa"})
    void rejectsControlCharacters(String setting) {
        assertThat(set(setting).described())
                .containsExactly(
                        "--set:1:1+" + setting.codePointCount(0, setting.length())
                                + " control-character: this argument contains a control character or an unpaired surrogate -> remove it");
    }

    @Test
    void rejectsEscapedControlCharacters() {
        assertThat(set("tag=\"\\0\"").marked()).containsExactly("--set:1:5+4 control-character");
    }
}
