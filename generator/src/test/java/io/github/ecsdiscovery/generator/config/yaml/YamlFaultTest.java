package io.github.ecsdiscovery.generator.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.config.Read;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be read as YAML is told in our words, where it stands. */
final class YamlFaultTest {
    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("a: \"b\nc: d\n", "1:4+1 yaml-syntax: this quote is never closed"),
                arguments("a: 'b\nc: d\n", "1:4+1 yaml-syntax: this quote is never closed"),
                arguments("a: \"b\n---\n\"\n", "1:4+1 yaml-syntax: this quote is never closed"),
                arguments(
                        "a: \"b\\qc\"\n",
                        "1:7+1 yaml-syntax: this is no escape of YAML's double quotes -> put the value in single quotes"),
                arguments(
                        "a: \"b\\xZZ\"\n",
                        "1:8+1 yaml-syntax: this is no escape of YAML's double quotes -> put the value in single quotes"),
                arguments("a: [b, c\n", "1:4+1 yaml-syntax: this `[` is never closed"),
                arguments("a: {b: c\n", "1:4+1 yaml-syntax: this `{` is never closed"),
                arguments("a: {b:\n", "2:1+1 yaml-syntax: a `[` or `{` is never closed"),
                arguments("a: [b}\n", "1:6+1 yaml-syntax: expected `,` or `]`"),
                arguments("a: {b: c d: e}\n", "1:11+1 yaml-syntax: expected `,` or `}`"),
                arguments(
                        "a: {b: c\nd: e}\n",
                        "2:2+1 yaml-syntax: expected `,` or `}` -> the `{` on line 1 is still open"),
                arguments("a:\n\tb: c\n", "2:1+1 yaml-tab: a tab stands here -> YAML indents with spaces"),
                arguments(
                        "a: @b\n", "1:4+1 yaml-syntax: no value begins with this character -> put the value in quotes"),
                arguments(
                        "a: }\n", "1:4+1 yaml-syntax: no value begins with this character -> put the value in quotes"),
                arguments(
                        "a: b: c\n",
                        "1:5+1 yaml-syntax: a second `: ` on this line -> put the value in quotes, or its map on lines of its"
                                + " own"),
                arguments(
                        "a: b\n c: d\n",
                        "2:3+1 yaml-syntax: this line goes on with the value above it, and has a `: ` -> indent it like the"
                                + " keys that it belongs to, or put the value in quotes"),
                arguments("a: - b\n", "1:4+1 yaml-syntax: a list with dashes begins on a line of its own"),
                arguments(
                        "a:\n  b: c\n d: e\n",
                        "3:2+1 yaml-syntax: this fits nothing above it -> indent it like the lines that it belongs to"),
                arguments("a: 'b' c\n", "1:8+1 yaml-syntax: the value ends before this -> put all of it in quotes"),
                arguments("a: b\nc\nd: e\n", "2:1+1 yaml-syntax: a key without `:`"),
                arguments(
                        "a: |b\n",
                        "1:5+1 yaml-syntax: this cannot stand behind `|` or `>` -> begin the text on the next line"),
                arguments(
                        "a: |\n    \n  b\n",
                        "3:3+1 yaml-syntax: the empty lines above the text have more spaces than the text -> take them out"),
                arguments("{[a]: b}\n", "1:3+1 yaml-syntax: a list or map stands where a key is due"),
                arguments("? {a: b}\n: c\n", "1:4+1 yaml-syntax: a list or map stands where a key is due"),
                arguments("%YAML x\n---\na: b\n", "1:7+1 yaml-syntax: YAML has no such `%` line -> take it out"),
                arguments("%YAML 2.0\n---\na: b\n", "1:1+1 yaml-syntax: this cannot be read as YAML"),
                arguments(
                        "{a: b}\nc: d\n",
                        "2:1+1 yaml-syntax: the config ends before this -> one config is one document"),
                arguments(
                        "a: *\n",
                        "1:4+1 yaml-anchor: an anchor or alias stands here -> put what services share under `defaults`"),
                arguments(
                        "a: !<b c\n",
                        "1:4+1 yaml-type-tag: a YAML tag stands here -> put the value in quotes if `!` begins it"),
                arguments(
                        "a: !b!c d\n",
                        "1:4+1 yaml-type-tag: a YAML tag stands here -> put the value in quotes if `!` begins it"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void tellsTheFaultWhereItStands(String yaml, String told) {
        Read read = Read.of(yaml);

        assertThat(read.told()).contains(told);
        assertThat(read.told()).filteredOn(line -> line.contains("yaml-")).containsExactly(told);
    }

    @Test
    void tellsWhatStandsBeforeAFaultToo() {
        assertThat(Read.of("a: b\na: b\nc: @\n").marked()).containsExactly("2:1+1 duplicate-key", "3:4+1 yaml-syntax");
    }

    @Test
    void countsColumnsInCodePointsWhateverTheLinesEndWith() {
        assertThat(Read.of("a: '🍣🍣'\r\n'é🍣': @\r\n").marked()).containsExactly("2:7+1 yaml-syntax");
        assertThat(Read.of("a: b\r'日本語': @\r").marked()).containsExactly("2:8+1 yaml-syntax");
        assertThat(Read.of("\uFEFFa: @\n").marked()).containsExactly("1:4+1 yaml-syntax");
    }
}
