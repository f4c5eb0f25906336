package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the config in {@code docs/how-to/leave-copilot.md} renders, and that the keys it names exist. */
final class LeavingCopilotPageTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| .* \\| (.*) \\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern KEYS = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*");

    /** What the right columns say of other things than keys. */
    private static final Set<String> OTHERS = Set.of("nlb", "repositories", "recreate", "connect", "both");

    @TempDir
    Path folder;

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("..", "docs", "how-to", "leave-copilot.md"));
        Files.writeString(folder.resolve("config.yaml"), blocks().get(1));
    }

    @Test
    void theConfigHasNoProblems() {
        assertThat(Run.of(folder, "check", "config.yaml"))
                .isEqualTo(new Run(0, "", "No problems in config.yaml (also checked with -e prod).\n"));
    }

    @Test
    void theTemplateHasWhatTheManifestsHave() {
        Run run = Run.of(folder, "render", "config.yaml", "-e", "prod", "-q");

        assertThat(run.code()).isZero();
        assertThat(blocks()).hasSize(2);
        assertThat(
                        found(
                                "(vpc-\\w+|subnet-\\w+|arn:[^\"]+|/copilot/[\\w/]+|kudos/prod/\\w+|kudos\\.example\\.com|/_healthcheck)"))
                .hasSize(10)
                .filteredOn(word -> !word.startsWith("subnet-0a"))
                .allSatisfy(word -> assertThat(run.out()).contains(word.replaceFirst("^/copilot", "copilot")));
    }

    /** The new stack is not Copilot's, and its export is called as the page says. */
    @Test
    void theStackIsAnother() {
        Run run = Run.of(folder, "render", "config.yaml", "-e", "prod", "-o", "template.yaml");

        assertThat(run.err()).contains(" --stack-name applause-prod ");
        assertThat(page).contains("`applause-prod-ApiSecurityGroupId`");
        assertThat(folder.resolve("template.yaml")).content().contains("${AWS::StackName}-ApiSecurityGroupId");
    }

    @Test
    void whatTheTablesNameAreKeys() {
        Set<String> known = new HashSet<>(OTHERS);
        names(KeySchemas.document(), known);
        List<String> named = ROW.matcher(page)
                .results()
                .flatMap(row -> CODE.matcher(row.group(1)).results())
                .map(code -> code.group(1))
                .filter(code -> KEYS.matcher(code).matches())
                .toList();

        assertThat(named).hasSizeGreaterThan(60);
        assertThat(named).allSatisfy(path -> assertThat(known).contains(path.split("\\.")));
    }

    private List<String> blocks() {
        return BLOCK.matcher(page).results().map(block -> block.group(1)).toList();
    }

    /** What the manifests say. */
    private Set<String> found(String regex) {
        Set<String> found = new HashSet<>();
        Pattern.compile(regex)
                .matcher(blocks().get(0))
                .results()
                .map(MatchResult::group)
                .forEach(found::add);
        return found;
    }

    private static void names(KeySchema schema, Set<String> known) {
        if (schema instanceof KeySchema.RecordOf record) {
            record.keys().forEach(key -> {
                known.add(key.name());
                if (!key.name().equals("environments")) {
                    names(key.schema(), known);
                }
            });
        } else if (schema instanceof KeySchema.MapOf map) {
            names(map.value(), known);
        } else if (schema instanceof KeySchema.ListOf list) {
            names(list.item(), known);
        } else if (schema instanceof KeySchema.AnyOf choice) {
            choice.alternatives().forEach(way -> names(way.schema(), known));
        }
    }
}
