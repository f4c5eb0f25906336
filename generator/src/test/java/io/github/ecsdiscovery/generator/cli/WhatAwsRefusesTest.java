package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.compile.ProblemCatalog;
import io.github.ecsdiscovery.generator.config.check.StructureProblems;
import io.github.ecsdiscovery.generator.config.yaml.YamlProblems;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.render.Renderer;
import io.github.ecsdiscovery.generator.rule.Checked;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Generates {@code docs/what-aws-refuses.md} from the kinds of problems that rules report, and checks the part of it that is
 * written by hand.
 */
final class WhatAwsRefusesTest {
    private static final Path FOLDER = Path.of("..", "docs");
    private static final String PAGE = "what-aws-refuses.md";
    private static final Path BY_CONSTRUCTION =
            Path.of("src", "test", "resources", "pages", "ruled-out-by-construction.md");
    private static final Path TEMPLATES = Path.of("..", "templates", "src", "main", "resources");
    /** Claims of the hand-written part, such as "the template always writes `DeploymentCircuitBreaker`". */
    private static final Pattern CLAIM =
            Pattern.compile("(?:The|the) template (always|never) writes ((?:`[^`]+`(?:, | and | or )?)+)");

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @Test
    void pageIsGeneratedFromTheRules() throws IOException {
        new Golden(FOLDER, PAGE::equals)
                .verify(
                        Map.of(PAGE, page()),
                        Golden.Mode.requested(
                                System.getProperty("golden.update") != null, System.getenv("CI") != null));
    }

    @Test
    void everyRuleSaysWhatHappensWithoutIt() {
        assertThat(ofRules())
                .allSatisfy(kind -> assertThat(kind.otherwise())
                        .as("add `.otherwise(…)` to the kind `" + kind
                                + "`: what AWS, or the system, does without this check")
                        .isNotBlank());
    }

    @Test
    void templatesWriteWhatThePageSays() throws IOException {
        String templates = templates();
        String smallest = new Renderer()
                .render(StackPlan.of(Checked.of("name: shop\ntag: 1.0.0\nservices: {orders: {port: 8080}}")
                        .reading()
                        .config()
                        .orElseThrow()));
        List<MatchResult> claims = CLAIM.matcher(
                        Files.readString(BY_CONSTRUCTION).replaceAll("\\s+", " "))
                .results()
                .toList();
        List<String> words = new ArrayList<>();
        for (MatchResult claim : claims) {
            for (String word : quoted(claim.group(2))) {
                words.add(word);
                if (claim.group(1).equals("always")) {
                    assertThat(smallest).as(claim.group()).contains(word);
                } else {
                    assertThat(templates)
                            .as(claim.group())
                            .doesNotContainPattern("(?<![A-Za-z])" + Pattern.quote(word));
                }
            }
        }
        assertThat(words).hasSizeGreaterThan(20);
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # What AWS refuses

                CloudFormation accepts many templates that fail later, or that work in another way than their author meant.
                The generator reports these faults before you deploy. This page lists each check and what happens without it.
                It is generated from the rules.

                """);
        ProblemCatalog.chapters().forEach((title, kinds) -> {
            List<ProblemKind> checks =
                    kinds.stream().filter(kind -> kind.otherwise() != null).toList();
            if (!checks.isEmpty()) {
                page.append("## ").append(title).append("\n\n");
                checks.forEach(kind -> page.append(entry(kind)));
                page.append('\n');
            }
        });
        page.append("## Ruled out by construction\n\n");
        page.append(
                "These faults have no check of their own. Most of them cannot occur, because the generator never writes"
                        + " such a template.\nFor some of them the generator would have to know the account, which it never asks.\n\n");
        return page.append(Files.readString(BY_CONSTRUCTION)).toString();
    }

    private static String entry(ProblemKind kind) {
        String sources = kind.sources().stream()
                .map(address -> "[source](" + address + ")")
                .collect(Collectors.joining(", "));
        return "- **`" + kind + "`** " + kind.summary() + " *Without the check:* " + kind.otherwise()
                + (sources.isEmpty() ? "" : " (" + sources + ")") + "\n";
    }

    /** The kinds that are about the system; a problem in the file itself never reaches AWS. */
    private static List<ProblemKind> ofRules() {
        return ProblemCatalog.chapters().entrySet().stream()
                .filter(chapter -> !chapter.getKey().equals("Accepted warnings"))
                .flatMap(chapter -> chapter.getValue().stream())
                .filter(kind -> !YamlProblems.ALL.contains(kind) && !StructureProblems.ALL.contains(kind))
                .toList();
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static String templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
