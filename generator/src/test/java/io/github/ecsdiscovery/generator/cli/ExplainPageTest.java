package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests that the outputs in {@code docs/explain.md} are those of the commands above them. */
final class ExplainPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK =
            Pattern.compile("^```console\\n\\$ ecs-discovery (explain .*)\\n(?s:.*?)^```$", Pattern.MULTILINE);

    @Test
    void outputsAreThoseOfTheCommands() throws IOException {
        String page = Files.readString(ROOT.resolve("docs").resolve("explain.md"));
        Matcher block = BLOCK.matcher(page);
        StringBuilder updated = new StringBuilder();
        int blocks = 0;
        while (block.find()) {
            Run run = Run.of(ROOT, block.group(1).split(" "));
            assertThat(run).isEqualTo(new Run(0, run.out(), ""));
            String shown = "```console\n$ ecs-discovery " + block.group(1) + "\n" + run.out() + "```";
            block.appendReplacement(updated, Matcher.quoteReplacement(shown));
            blocks++;
        }
        block.appendTail(updated);

        assertThat(blocks).isEqualTo(3);
        new Golden(ROOT.resolve("docs"), "explain.md"::equals)
                .verify(
                        Map.of("explain.md", updated.toString()),
                        Golden.Mode.requested(
                                System.getProperty("golden.update") != null, System.getenv("CI") != null));
    }
}
