package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests that very large inputs are handled in seconds. */
@Timeout(value = 240, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LargeInputTest {
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void rejectsTenMegabytes() throws IOException {
        Run run = run("name: shop\nservices: {}\n" + "# more and more\n".repeat(700_000));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("config.yaml:1:1: error: the config is larger than 4 MiB [file-too-large]\n");
    }

    @Test
    void readsComments() throws IOException {
        String config = "name: shop\nservices: {}\n";

        assertThat(run(config + "#".repeat(MAX_BYTES - config.length())).code()).isZero();
        assertThat(run(config + "\n".repeat(MAX_BYTES - config.length())).code())
                .isZero();
    }

    @Test
    void stopsAtTheMaximumDepth() throws IOException {
        Run flow = run("a: " + "[".repeat(MAX_BYTES - 3));
        Run block = run("a:\n" + "- ".repeat(MAX_BYTES / 2 - 2));

        assertThat(flow.err())
                .isEqualTo("config.yaml:1:35: error: lists and maps are nested more than 32 deep [too-deep]\n");
        assertThat(block.err()).contains("[too-deep]").hasLineCount(1);
    }

    @Test
    void reportsTheFirstThousandProblems() throws IOException {
        String keys =
                IntStream.range(0, 20_000).mapToObj(i -> "key-" + i + ": 1").collect(Collectors.joining(", "));

        Run run = run("name: shop\nservices: {}\nlogs: {" + keys + "}\n");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("[too-many-problems]").hasLineCount(1_001);
        assertThat(Run.of(folder, "check", "config.yaml").err())
                .endsWith("\n\n1001 errors.\n")
                .contains(" 3 | …");
    }

    @Test
    void reportsUnknownCalleesOfManyServices() throws IOException {
        String services = IntStream.range(0, 10_000)
                .mapToObj(i -> "  service-" + i + ": {calls: [servise-" + i + "]}\n")
                .collect(Collectors.joining());

        Run run = run("name: shop\ntag: 1.0\ndefaults: {user: app}\nservices:\n" + services);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines().filter(line -> line.endsWith(" [unknown-callee]")))
                .isNotEmpty();
    }

    @Test
    void shortensHugeKeysAndValues() throws IOException {
        String endless = "x".repeat(MAX_BYTES - 100);

        assertThat(run("name: \"" + endless + "\"\nservices: {}\n").err().length())
                .isLessThan(1000);
        assertThat(run("name: shop\nservices: {}\ntags: {a: " + endless + "}\n")
                        .err()
                        .length())
                .isLessThan(1000);
        assertThat(run("? " + endless + "\n: 1\n").err().length()).isLessThan(1000);
    }

    @Test
    void searchesPseudoParametersInUnclosedBraces() throws IOException {
        String open = "${AWS::".repeat(MAX_BYTES / 7 - 100);

        Run run = run("name: shop\nservices: {orders: {image: 'nginx:1.27', command: ['" + open + "']}}\n");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("[task-definition-size]").doesNotContain("[unknown-pseudo-parameter]");
    }

    @Test
    void reportsManyDuplicatesAndEmptyEntries() throws IOException {
        assertThat(run("a: 1\n".repeat(20_000)).code()).isEqualTo(1);
        assertThat(run("name: shop\nservices: {" + "a,".repeat(100_000) + "}").code())
                .isEqualTo(1);
        assertThat(run("name: shop\nservices: {}\ntags: [" + ",".repeat(100_000) + "]")
                        .code())
                .isEqualTo(1);
    }

    private Run run(String config) throws IOException {
        Files.writeString(folder.resolve("config.yaml"), config, StandardCharsets.UTF_8);
        return Run.of(folder, "check", "config.yaml", "--format", "line");
    }
}
