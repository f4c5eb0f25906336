package io.github.ecsdiscovery.generator.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class YamlOutputFormatTest {
    private static final int RANDOM_STRINGS = 100_000;
    private static final int STRINGS_PER_DOCUMENT = 250;

    /** A template that prints a text in every position of a value. */
    private static final String POSITIONS = """
            <#list texts as text>
            - list:
                - [=text]
              flow: [[=text], [=text]]
              map:
                [=text]: [=text]
            </#list>
            """;

    @Test
    void everyStringReadsBackAsItselfInEveryPosition() {
        List<String> texts = new HostileStrings(20261124).stream(RANDOM_STRINGS).toList();
        for (int from = 0; from < texts.size(); from += STRINGS_PER_DOCUMENT) {
            List<String> some = texts.subList(from, Math.min(texts.size(), from + STRINGS_PER_DOCUMENT));
            List<Object> expected =
                    some.stream().<Object>map(YamlOutputFormatTest::positions).toList();

            String yaml = Templates.print(POSITIONS, Map.of("texts", some));

            assertThat(readWithYaml12(yaml)).isEqualTo(expected);
            assertThat(readWithYaml11(yaml)).isEqualTo(expected);
        }
    }

    private static Map<String, Object> positions(String text) {
        return Map.of("list", List.of(text), "flow", List.of(text, text), "map", Map.of(text, text));
    }

    private static Object readWithYaml12(String yaml) {
        var settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(yaml.length() + 1)
                .build();
        return new Load(settings).loadFromString(yaml);
    }

    private static Object readWithYaml11(String yaml) {
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return new Yaml(new SafeConstructor(options)).load(yaml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "Orders",
                "orders-api",
                "a_b",
                "_",
                "/ecs/shop/orders",
                "/",
                "AWS::EC2::VPC",
                "AWS::Region",
                "yes-no",
                "n/a",
                "nullable",
                "v1.2.3"
            })
    void printsNamesTypesAndPathsWithoutQuotes(String text) {
        assertThat(print(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no",
                "Y",
                "TRUE",
                "null",
                "~",
                "<<",
                "=",
                "1",
                "0777",
                "0x1F",
                "1_000",
                "1e3",
                "12:30",
                "10.0.0.0/16",
                "2012-10-17",
                "8080/tcp",
                "nginx:1.27",
                "a: b",
                "a #b",
                " a",
                "a ",
                "-a",
                "!Ref Vpc",
                "日本語",
                "a\"b",
                "a\\b",
                "arn:aws:iam::aws:policy/X",
                "${AWS::Region}",
                "::/0",
                "AWS::"
            })
    void quotesTextsThatAreNotSafelyPlain(String text) {
        assertThat(print(text)).isEqualTo("'" + text + "'");
    }

    @Test
    void doublesSingleQuotes() {
        assertThat(print("it's")).isEqualTo("'it''s'");
    }

    @Test
    void escapesUnprintableAndInvisibleCharacters() {
        assertThat(print("a\n\t\"\\\u0000\u0085\u2028\u202e\ufeff\udb40\udc01é"))
                .isEqualTo("\"a\\n\\t\\\"\\\\\\u0000\\u0085\\u2028\\u202E\\uFEFF\\U000E0001é\"");
    }

    @Test
    void neverBreaksALine() {
        String text = "word ".repeat(1_000) + "\n".repeat(10);
        assertThat(print(text).lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00b", "\udc00\ud800", "\ud83d"})
    void rejectsAnUnpairedSurrogate(String text) {
        assertThatThrownBy(() -> print(text))
                .isInstanceOf(BrokenRendering.class)
                .hasMessageContaining("unpaired surrogate");
    }

    @Test
    void escapesATextWithInterpolationsAsAWhole() {
        String template = "!Sub [=\"${AWS::StackName}-[=name]\"]";
        assertThat(Templates.print(template, Map.of("name", "it's"))).isEqualTo("!Sub '${AWS::StackName}-it''s'");
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 1024",
        "0, 0",
        "-1, -1",
        "1000000000000, 1000000000000",
        "0.50, 0.5",
        "512.000000000000, 512",
        "1E+3, 1000",
        "0.0, 0"
    })
    void printsNumbersWithoutQuotes(java.math.BigDecimal number, String yaml) {
        assertThat(Templates.print("[=x]", Map.of("x", number))).isEqualTo(yaml);
    }

    @Test
    void printsTheResultOfArithmeticAsANumber() {
        assertThat(Templates.print("[=1024 / 2]", Map.of())).isEqualTo("512");
    }

    @Test
    void rejectsNaN() {
        assertThatThrownBy(() -> Templates.print("[=x]", Map.of("x", Double.NaN)))
                .isInstanceOf(BrokenRendering.class);
    }

    @Test
    void printsAndTestsBooleans() {
        String template = "[=yes] [=no] <#if yes && !no>asked</#if>";
        assertThat(Templates.print(template, Map.of("yes", true, "no", false))).isEqualTo("true false asked");
    }

    private static String print(String text) {
        return Templates.print("[=text]", Map.of("text", text));
    }
}
