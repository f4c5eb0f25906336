package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the commands of a page, in their order and in one folder, and compares what the page shows with what they print.
 *
 * <p>A {@code yaml} block is the folder's {@code config.yaml} if it begins with {@code name:}, one resource of its template if it
 * begins with an indented logical id, and otherwise more lines of the config. In a {@code console} block, each of our commands is
 * followed by its output, or by the first lines of it and a line {@code …}; commands of other programs are not run.
 * {@code -Dgolden.update} writes the outputs into the page.
 */
final class PrintedOutputTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(yaml|console)\\n(.*?)^```$");
    private static final Pattern STEP = Pattern.compile("(?ms)^\\$ (.*?)\\n(.*?)(?=^\\$ |\\z)");
    private static final Pattern OURS =
            Pattern.compile("(?:java -jar generator/target/generator\\.jar|ecs-discovery) (?<arguments>.*)");
    private static final Pattern RESOURCE = Pattern.compile("  (\\w+):\\n");
    private static final String MORE = "…\n";

    @TempDir
    private Path folder;

    private String config = "";
    private int runs;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/getting-started.md"})
    void showsWhatTheCommandsPrint(String name) throws IOException {
        Path page = Path.of("..").resolve(name);
        String file = page.getFileName().toString();
        String printed = replaceAll(BLOCK, Files.readString(page), this::block);

        assertThat(runs).isGreaterThan(1);
        new Golden(Objects.requireNonNull(page.getParent()), file::equals)
                .verify(
                        Map.of(file, printed),
                        Golden.Mode.requested(
                                System.getProperty("golden.update") != null, System.getenv("CI") != null));
    }

    private String block(MatchResult block) {
        String text = block.group(2);
        String now = block.group(1).equals("console") ? replaceAll(STEP, text, this::step) : yaml(text);
        return "```" + block.group(1) + "\n" + now + "```";
    }

    private String yaml(String text) {
        Matcher resource = RESOURCE.matcher(text);
        if (resource.lookingAt()) {
            return resource(resource.group(1));
        }
        config = text.startsWith("name:") ? text : config + text;
        write("config.yaml", config);
        return text;
    }

    private String resource(String logicalId) {
        Matcher found = Pattern.compile("(?ms)^  " + logicalId + ":\\n.*?(?=^\\n)")
                .matcher(Run.of(folder, "render", "config.yaml", "-q").out());
        assertThat(found.find()).as(logicalId).isTrue();
        return found.group();
    }

    private String step(MatchResult step) {
        Matcher command = OURS.matcher(step.group(1));
        if (!command.matches()) {
            return step.group();
        }
        Run run = Run.of(folder, command.group("arguments").split(" "));
        assertThat(run.code()).as(run.err()).isEqualTo(run.err().contains(": error: ") ? 1 : 0);
        runs++;
        return "$ " + step.group(1) + "\n" + shown(step.group(2), run.out() + run.err());
    }

    /** As much of the output as the page shows. */
    private static String shown(String before, String output) {
        if (!before.endsWith(MORE)) {
            return output;
        }
        List<String> lines = output.lines().toList();
        int shown = (int) before.lines().count() - 1;
        assertThat(lines).as("lines, of which the page leaves some out").hasSizeGreaterThan(shown);
        return lines.stream().limit(shown).map(line -> line + "\n").collect(Collectors.joining("", "", MORE));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String replaceAll(Pattern pattern, String text, Function<MatchResult, String> replacement) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)));
    }
}
