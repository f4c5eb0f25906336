package io.github.ecsdiscovery.generator.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.config.yaml.ProblemCollector;
import io.github.ecsdiscovery.generator.config.yaml.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Unusual files and files that are not configs get one clear problem quickly. */
final class HostileFilesTest {
    /** About a hundred times the usual duration, and far less than any quadratic algorithm needs. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    private static final int LARGEST = SourceText.MAX_BYTES - 1_000;

    static Stream<Arguments> files() {
        String shop = "name: shop\nservices: {orders: {";
        return Stream.of(
                arguments("10 MB", "# a comment\n".repeat(900_000), "1:1+1 file-too-large"),
                arguments("binary", "\u007FELF\u0002\u0001\u0001\0\0\0", "1:1+1 control-character"),
                arguments("a character of C1", "a: b\nc: \u0084\n", "2:4+1 control-character"),
                arguments("a mark in the middle", "a: b\n🍣\uFEFF\n", "2:2+1 control-character"),
                arguments("NUL alone", "\0".repeat(LARGEST), "1:1+1 control-character"),
                arguments("blanks", " ".repeat(LARGEST), "1:1+1 empty-config"),
                arguments("line ends", "\r\n".repeat(LARGEST / 2), "1:1+1 empty-config"),
                arguments("comments", "#\n".repeat(LARGEST / 2), "1:1+1 empty-config"),
                arguments("deep lists", "name: " + "[".repeat(LARGEST), "1:38+1 too-deep"),
                arguments("deep maps", "name: " + "{a: ".repeat(LARGEST / 4), "1:131+1 too-deep"),
                arguments("deep dashes", "- ".repeat(LARGEST / 2), "1:65+1 too-deep"),
                arguments("a bomb", bomb(), "1:4+1 yaml-anchor"),
                arguments(
                        "many values",
                        shop + "command: [" + "a,".repeat(LARGEST / 2) + "]}}",
                        "2:500021+1 file-too-large"),
                arguments(
                        "many values after a surrogate pair",
                        shop + "command: [🍣," + "a,".repeat(LARGEST / 2) + "]}}",
                        "2:500021+1 file-too-large"),
                arguments(
                        "many services",
                        "name: shop\nservices: {" + each(10_001, i -> "s" + i + ": {}") + "}\n",
                        "2:11+1 too-many"),
                arguments("a long quote", "name: \"" + "a".repeat(LARGEST), "1:7+1 yaml-syntax"),
                arguments("a long key", "a".repeat(LARGEST) + ": b\n", "1:" + (LARGEST + 1) + "+1 yaml-syntax"),
                arguments(
                        "a long name",
                        "name: " + "a".repeat(LARGEST) + "\nservices: {}\n",
                        "1:7+" + LARGEST + " malformed"),
                arguments(
                        "a long domain",
                        "name: a\nservices: {}\nnamespace: {name: " + "a.".repeat(LARGEST / 2) + "}\n",
                        "3:19+" + LARGEST + " malformed"),
                arguments(
                        "a long number",
                        shop + "cpu: " + "1".repeat(LARGEST) + "}}",
                        "2:26+" + LARGEST + " out-of-range"),
                arguments(
                        "long zeros", shop + "cpu: " + "0".repeat(LARGEST) + "}}", "2:26+" + LARGEST + " wrong-type"));
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a: &a [lol, lol]\n");
        for (char c = 'b'; c < 'k'; c++) {
            String below = "*" + (char) (c - 1);
            bomb.append(c + ": &" + c + " [" + (below + ", ").repeat(9) + below + "]\n");
        }
        return bomb.toString();
    }

    private static String each(int count, IntFunction<String> entry) {
        return IntStream.range(0, count).mapToObj(entry).collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void reportsOneProblemQuickly(String name, String text, String problem) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        ParsedConfig read = Assertions.assertTimeoutPreemptively(TIME_LIMIT, () -> ParsedConfig.of(bytes, null));

        assertThat(read.marked()).as(name).containsExactly(problem);
        assertThat(read.problems().get(0).message()).hasSizeLessThan(250);
    }

    @Test
    void reportsOneProblemForBytesThatAreNotText() {
        byte[] latin = "name: caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] marked = "\uFEFF日本\u00FF".getBytes(StandardCharsets.UTF_8);
        marked[marked.length - 1] = (byte) 0xFF;

        assertThat(ParsedConfig.of(latin, null).described())
                .containsExactly("1:10+1 not-utf8: the byte 0xE9 is not UTF-8 -> save the file as UTF-8");
        assertThat(ParsedConfig.of(marked, null).marked()).containsExactly("1:3+1 not-utf8");
        assertThat(ParsedConfig.of(new byte[] {'a', '\n', (byte) 0xE6, (byte) 0x97}, null)
                        .marked())
                .containsExactly("2:1+1 not-utf8");
        assertThat(ParsedConfig.of(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0xBC}, null)
                        .marked())
                .containsExactly("1:1+1 not-utf8");
        assertThat(ParsedConfig.of("name: a\n".getBytes(StandardCharsets.UTF_16), null)
                        .marked())
                .containsExactly("1:1+1 not-utf8");
    }

    @Test
    void stopsAfterAThousandProblems() {
        String keys = each(2_000, i -> "key" + i + ": 1");

        ParsedConfig read = ParsedConfig.of("{name: shop, services: {}, " + keys + "}");

        assertThat(read.problems()).hasSize(ProblemCollector.MAX_PROBLEMS + 1);
        assertThat(read.described())
                .contains("1:1+1 too-many-problems: the config has 1000 problems; the rest of it was not checked");
        assertThat(read.result().config()).isEmpty();
    }
}
