package io.github.ecsdiscovery.generator.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.config.ParsedConfig;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports YAML errors in plain words at their location. */
final class YamlFaultTest {
    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("a: \"b\nc: d\n", "1:4+1 yaml-syntax: this quote is never closed"),
                arguments("a: 'b\nc: d\n", "1:4+1 yaml-syntax: this quote is never closed"),
                arguments("a: \"b\n---\n\"\n", "1:4+1 yaml-syntax: this quote is never closed"),
                arguments(
                        "a: \"b\\qc\"\n",
                        "1:7+1 yaml-syntax: this is not an escape sequence of YAML double quotes -> use single quotes"),
                arguments(
                        "a: \"b\\xZZ\"\n",
                        "1:8+1 yaml-syntax: this is not an escape sequence of YAML double quotes -> use single quotes"),
                arguments("a: [b, c\n", "1:4+1 yaml-syntax: this `[` is never closed"),
                arguments("a: {b: c\n", "1:4+1 yaml-syntax: this `{` is never closed"),
                arguments("a: {b:\n", "2:1+1 yaml-syntax: a `[` or `{` is never closed"),
                arguments("a: [b}\n", "1:6+1 yaml-syntax: expected `,` or `]`"),
                arguments("a: {b: c d: e}\n", "1:11+1 yaml-syntax: expected `,` or `}`"),
                arguments(
                        "a: {b: c\nd: e}\n",
                        "2:2+1 yaml-syntax: expected `,` or `}` -> the `{` on line 1 is still open"),
                arguments("a:\n\tb: c\n", "2:1+1 yaml-tab: a tab cannot indent YAML -> indent with spaces"),
                arguments(
                        "a: @b\n",
                        "1:4+1 yaml-syntax: a value cannot start with this character -> put the value in quotes"),
                arguments(
                        "a: }\n",
                        "1:4+1 yaml-syntax: a value cannot start with this character -> put the value in quotes"),
                arguments(
                        "a: b: c\n",
                        "1:5+1 yaml-syntax: there is a second `: ` on this line -> put the value in quotes, or start a new line"
                                + " for the map"),
                arguments(
                        "a: b\n c: d\n",
                        "2:3+1 yaml-syntax: this line continues the value above, but contains `: ` -> indent it like the"
                                + " keys it belongs to, or put the value in quotes"),
                arguments("name:shop\nservices: {}\n", "1:6+1 yaml-syntax: expected a space after `name:`"),
                arguments("a:\n  name:shop\n\n  tag: b\n", "2:8+1 yaml-syntax: expected a space after `name:`"),
                arguments("a: - b\n", "1:4+1 yaml-syntax: a list with `-` must start on a new line"),
                arguments(
                        "a:\n  b: c\n d: e\n",
                        "3:2+1 yaml-syntax: the indentation does not match any line above -> indent it like the lines it belongs to"),
                arguments(
                        "a: 'b' c\n",
                        "1:8+1 yaml-syntax: unexpected text after the end of the value -> put the whole value in quotes"),
                arguments("a: b\nc\nd: e\n", "2:1+1 yaml-syntax: expected `:` after this key"),
                arguments(
                        "a: |b\n",
                        "1:5+1 yaml-syntax: unexpected text after `|` or `>` -> start the text on the next line"),
                arguments(
                        "a: |\n    \n  b\n",
                        "3:3+1 yaml-syntax: the blank lines above this text are indented deeper than the text -> remove the extra spaces"),
                arguments("{[a]: b}\n", "1:3+1 yaml-syntax: a key cannot be a list or map"),
                arguments("? {a: b}\n: c\n", "1:4+1 yaml-syntax: a key cannot be a list or map"),
                arguments("%YAML x\n---\na: b\n", "1:7+1 yaml-syntax: unknown YAML directive -> remove it"),
                arguments("%YAML 2.0\n---\na: b\n", "1:1+1 yaml-syntax: this cannot be read as YAML"),
                arguments(
                        "{a: b}\nc: d\n",
                        "2:1+1 yaml-syntax: unexpected text after the end of the config -> a config is one YAML document"),
                arguments(
                        "a: *\n",
                        "1:4+1 yaml-anchor: YAML anchors and aliases are not supported -> move shared keys to `defaults`"),
                arguments(
                        "a: !<b c\n",
                        "1:4+1 yaml-type-tag: YAML tags are not supported -> put the value in quotes if it starts with `!`"),
                arguments(
                        "a: !b!c d\n",
                        "1:4+1 yaml-type-tag: YAML tags are not supported -> put the value in quotes if it starts with `!`"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void reportsFaultsAtTheirLocation(String yaml, String problem) {
        ParsedConfig read = ParsedConfig.of(yaml);

        assertThat(read.described()).contains(problem);
        assertThat(read.described()).filteredOn(line -> line.contains("yaml-")).containsExactly(problem);
    }

    @Test
    void reportsProblemsBeforeTheFault() {
        assertThat(ParsedConfig.of("a: b\na: b\nc: @\n").marked())
                .containsExactly("2:1+1 duplicate-key", "3:4+1 yaml-syntax");
    }

    @Test
    void countsColumnsInCodePointsWithAnyLineEnd() {
        assertThat(ParsedConfig.of("a: '🍣🍣'\r\n'é🍣': @\r\n").marked()).containsExactly("2:7+1 yaml-syntax");
        assertThat(ParsedConfig.of("a: b\r'日本語': @\r").marked()).containsExactly("2:8+1 yaml-syntax");
        assertThat(ParsedConfig.of("\uFEFFa: @\n").marked()).containsExactly("1:4+1 yaml-syntax");
    }
}
