package io.github.ecsdiscovery.generator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.compile.ProblemCatalog;
import io.github.ecsdiscovery.generator.config.check.StructureProblems;
import io.github.ecsdiscovery.generator.config.yaml.YamlProblems;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.render.Renderer;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of what AWS refuses has no gap, and what it says of rules and templates is so. */
final class AwsListTest {
    private static final Path LIST = Path.of("..", "docs", "what-aws-refuses.md");
    private static final Path TEMPLATES = Path.of("..", "templates", "src", "main", "resources");
    private static final Pattern ITEM = Pattern.compile("(?m)^(\\d+)\\. \\*\\*(.+)$((?:\\n {3,}.+)*)");
    private static final Pattern RULES = Pattern.compile("\\bRules?: ((?:`[a-z0-9-]+`(?:, )?)+)");
    private static final Pattern BEYOND = Pattern.compile("(?m)^- `([a-z0-9-]+)`: ");
    private static final Pattern WRITES =
            Pattern.compile("the template (always|never) writes ((?:`[^`]+`(?:, | and | or )?)+)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private record Item(int number, String text) {
        List<String> rules() {
            return RULES.matcher(text)
                    .results()
                    .flatMap(rules -> quoted(rules.group(1)).stream())
                    .toList();
        }
    }

    @Test
    void numbersAreWithoutGap() {
        assertThat(items())
                .extracting(Item::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, items().size()).boxed().toList());
        assertThat(items()).hasSizeGreaterThan(80);
    }

    @Test
    void everyItemHasARuleOrAReasonWhyThereIsNone() {
        assertThat(items()).allSatisfy(item -> {
            boolean reason = item.text().matches(".* No rule: .{20,}\\.");
            assertThat(item.rules().isEmpty()).as(item.text()).isEqualTo(reason);
        });
    }

    @Test
    void everyNamedIdExists() {
        assertThat(items())
                .allSatisfy(item -> assertThat(item.rules())
                        .as(item.text())
                        .allSatisfy(id -> assertThat(ProblemCatalog.find(id)).isPresent()));
    }

    @Test
    void everyIdOfARuleIsOnOneOfTheLists() throws IOException {
        List<String> about =
                items().stream().flatMap(item -> item.rules().stream()).toList();
        List<String> beyond = BEYOND.matcher(Files.readString(LIST))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(beyond).doesNotContainAnyElementsOf(about);
        List<String> both = new ArrayList<>(about);
        both.addAll(beyond);
        assertThat(both)
                .containsAll(ProblemCatalog.all().stream()
                        .filter(AwsListTest::isOfRule)
                        .map(ProblemKind::id)
                        .toList());
    }

    private static boolean isOfRule(ProblemKind kind) {
        return !YamlProblems.ALL.contains(kind)
                && !StructureProblems.ALL.contains(kind)
                && !kind.id().startsWith("accept-")
                && !kind.id().equals("no-repository")
                && !kind.id().equals("repository-name");
    }

    @Test
    void templatesWriteWhatTheyAreSaidToWrite() throws IOException {
        String templates = templates();
        Config config = Checked.of("name: shop\ntag: 1.0.0\nservices: {orders: {port: 8080}}")
                .reading()
                .config()
                .orElseThrow();
        String smallest = new Renderer().render(StackPlan.of(config));
        List<String> checked = new ArrayList<>();
        for (Item item : items()) {
            Matcher writes = WRITES.matcher(item.text());
            while (writes.find()) {
                for (String word : quoted(writes.group(2))) {
                    checked.add(word);
                    if (writes.group(1).equals("always")) {
                        assertThat(smallest).as(item.text()).contains(word);
                    } else {
                        assertThat(templates)
                                .as(item.text())
                                .doesNotContainPattern("(?<![A-Za-z])" + Pattern.quote(word));
                    }
                }
            }
        }
        assertThat(checked).hasSizeGreaterThan(20);
    }

    private static List<Item> items() {
        try {
            return ITEM.matcher(Files.readString(LIST))
                    .results()
                    .map(found -> new Item(
                            Integer.parseInt(found.group(1)),
                            (found.group(2) + found.group(3)).replaceAll("\\s+", " ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static String templates() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
