package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.stack.task.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares values and excerpts on pages below {@code docs/explanation} with what the generator renders. */
final class ExplanationPagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGES = ROOT.resolve("docs").resolve("explanation");
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

    @Test
    void discoveryPageShowsAnExcerptOfATemplate() throws IOException {
        String template = Files.readString(ROOT.resolve("examples/two-services/template.yaml"));

        List<String> excerpts = YAML.matcher(Files.readString(PAGES.resolve("discovery.md")))
                .results()
                .map((MatchResult excerpt) -> excerpt.group(1))
                .toList();

        assertThat(excerpts)
                .isNotEmpty()
                .allSatisfy(excerpt -> assertThat(template).contains(excerpt));
    }

    @Test
    void timeContractPageHasTheTimesOfServiceConnectAndTheLongestTtl() throws IOException {
        Timing connect = Timing.of(0, null);

        assertThat(Files.readString(PAGES.resolve("time-contract.md")))
                .contains("With `discovery: connect` the times are " + connect.lameDuck() + ", " + connect.drain()
                        + " and " + connect.stopTimeout() + " s.");
        assertThat(Timing.of(85, null).stopTimeout()).isEqualTo(120);
    }
}
