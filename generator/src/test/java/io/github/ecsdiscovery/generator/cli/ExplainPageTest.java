package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/explanation/reachability-proof.md} shows below a command is what that command prints. */
final class ExplainPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path FOLDER = ROOT.resolve("docs").resolve("explanation");
    private static final String PAGE = "reachability-proof.md";
    private static final Pattern BLOCK =
            Pattern.compile("^```console\\n\\$ ecs-discovery (explain .*)\\n(?s:.*?)^```$", Pattern.MULTILINE);

    @Test
    void theOutputsAreWhatTheCommandsPrint() throws IOException {
        String page = Files.readString(FOLDER.resolve(PAGE));
        Matcher block = BLOCK.matcher(page);
        StringBuilder now = new StringBuilder();
        int blocks = 0;
        while (block.find()) {
            Run run = Run.of(ROOT, block.group(1).split(" "));
            assertThat(run).isEqualTo(new Run(0, run.out(), ""));
            String shown = "```console\n$ ecs-discovery " + block.group(1) + "\n" + run.out() + "```";
            block.appendReplacement(now, Matcher.quoteReplacement(shown));
            blocks++;
        }
        block.appendTail(now);

        assertThat(blocks).isEqualTo(3);
        new Golden(FOLDER, PAGE::equals)
                .verify(
                        Map.of(PAGE, now.toString()),
                        Golden.Mode.requested(
                                System.getProperty("golden.update") != null, System.getenv("CI") != null));
    }
}
