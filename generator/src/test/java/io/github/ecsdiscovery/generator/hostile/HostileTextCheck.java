package io.github.ecsdiscovery.generator.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import io.github.ecsdiscovery.generator.hostile.TextInsertion.InsertedText;
import io.github.ecsdiscovery.generator.hostile.TextSites.TextSite;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.render.Renderer;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.catalog.Rules;
import io.github.ecsdiscovery.generator.stack.Stack;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many hostile texts into a sample config at once, each at its own site, and compares the rendered template with that
 * of the sample. A text with an error on its line counts as rejected. All others must be in the template unchanged.
 */
final class HostileTextCheck {
    private static final Pattern PSEUDO_PARAMETER =
            Pattern.compile("\\$\\{(AWS::(?:AccountId|Partition|Region|StackId|StackName|URLSuffix))}");

    /** Formats of texts that the template contains unchanged. Texts of other formats also become parts of ids and names. */
    private static final Set<Format> VERBATIM = Set.of(
            Format.TEXT,
            Format.VARIABLE,
            Format.TAG_KEY,
            Format.TAG_VALUE,
            Format.USER,
            Format.STATEMENT_ID,
            Format.CONDITION,
            Format.POLICY_ARN,
            Format.KMS_KEY);

    private static final Renderer RENDERER = new Renderer();

    private final Map<?, ?> sample;
    private final Random random;
    private final Object expected;
    private final Map<String, Integer> unchanged = new HashMap<>();

    HostileTextCheck(Map<?, ?> sample, Random random) {
        this.sample = sample;
        this.random = random;
        this.expected =
                TemplateTree.read(Objects.requireNonNull(compile(List.of()).template()));
    }

    /** Returns the number of texts at a site that the template contained unchanged. */
    int unchanged(TextSite site) {
        return unchanged.getOrDefault(site.pattern(), 0);
    }

    /**
     * The result of compiling a config with inserted texts.
     *
     * @param template the template, or null if there are errors
     * @param rejected the texts with errors on their lines
     */
    private record Compiled(@Nullable String template, Set<InsertedText> rejected) {}

    /** Checks that each text is unchanged in the template or rejected, and that nothing else in the template changes. */
    void check(List<InsertedText> inserted) {
        List<InsertedText> remaining = new ArrayList<>(inserted);
        while (!remaining.isEmpty()) {
            Compiled compiled = compile(remaining);
            if (compiled.template() != null) {
                assertUnchanged(remaining, compiled.template());
                return;
            }
            if (!remaining.removeAll(compiled.rejected())) {
                checkHalves(remaining);
                return;
            }
        }
    }

    /** Finds the rejected texts by bisection if the error is on another line, such as that of a call to a renamed service. */
    private void checkHalves(List<InsertedText> inserted) {
        int half = inserted.size() / 2;
        if (half > 0) {
            check(inserted.subList(0, half));
            check(inserted.subList(half, inserted.size()));
        }
    }

    private void assertUnchanged(List<InsertedText> inserted, String template) {
        Object actual = TemplateTree.read(template);
        List<InsertedText> verbatim = inserted.stream()
                .filter(text -> VERBATIM.contains(text.site().format()))
                .toList();
        if (verbatim.size() < inserted.size()) {
            assertThat(skeleton(actual)).as(inserted.toString()).isEqualTo(skeleton(expected));
            inserted.stream().filter(text -> !verbatim.contains(text)).forEach(this::count);
            check(verbatim);
            return;
        }
        Map<String, String> replacements = new HashMap<>();
        for (InsertedText insertedText : inserted) {
            String text = insertedText.site().isKey()
                    ? insertedText.text()
                    : PSEUDO_PARAMETER.matcher(insertedText.text()).replaceAll("«$1»");
            replacements.put(original(insertedText.site()), text);
        }
        assertThat(actual)
                .as(inserted.toString())
                .isEqualTo(TemplateTree.map(expected, leaf -> replacements.getOrDefault(leaf, leaf)));
        inserted.forEach(this::count);
    }

    private void count(InsertedText text) {
        unchanged.merge(text.site().pattern(), 1, Integer::sum);
    }

    private Compiled compile(List<InsertedText> inserted) {
        boolean inEnvironment = random.nextInt(4) == 0;
        QuotedYaml.Written written =
                QuotedYaml.of(inEnvironment ? withEnvironment(inserted) : TextInsertion.into(sample, inserted), random);
        byte[] bytes = written.yaml().getBytes(StandardCharsets.UTF_8);
        ConfigReadResult readResult = ConfigReader.read("hostile.yaml", bytes, inEnvironment ? "e" : null, List.of());
        List<SourceLocation> errors = readResult.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::location)
                .toList();
        Stack stack = null;
        if (errors.isEmpty()) {
            Config config = readResult.config().orElseThrow();
            stack = StackPlan.of(config);
            errors =
                    Rules.check(new RuleContext(config, stack, readResult::isWritten, readResult::isWrittenDirectly))
                            .stream()
                            .filter(finding -> finding.id().severity() == Severity.ERROR)
                            .map(readResult::location)
                            .toList();
        }
        Set<InsertedText> rejected = errors.stream()
                .flatMap(location -> Stream.ofNullable(written.textsByLine().get(location.line())))
                .collect(Collectors.toSet());
        return new Compiled(errors.isEmpty() && stack != null ? RENDERER.render(stack) : null, rejected);
    }

    /** Returns the sample with the texts. Those that fit into an environment are inserted there. */
    private Map<Object, Object> withEnvironment(List<InsertedText> inserted) {
        Map<Boolean, List<InsertedText>> parts =
                inserted.stream().collect(Collectors.partitioningBy(text -> text.fitsIntoAnEnvironment(inserted)));
        Map<Object, Object> config = TextInsertion.into(sample, parts.getOrDefault(false, List.of()));
        config.put("environments", Map.of("e", TextInsertion.overlay(sample, parts.getOrDefault(true, List.of()))));
        return config;
    }

    /** Counts resources by type and property names, without names and values of the user. */
    private static Map<String, Integer> skeleton(Object template) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<?, ?> resources = (Map<?, ?>) ((Map<?, ?>) template).get("Resources");
        resources.values().forEach(resource -> {
            Map<?, ?> map = (Map<?, ?>) resource;
            Map<?, ?> properties = (Map<?, ?>) map.get("Properties");
            counts.merge(map.get("Type") + " " + properties.keySet(), 1, Integer::sum);
        });
        ((Map<?, ?>) template).keySet().forEach(key -> counts.merge(key.toString(), 1, Integer::sum));
        return counts;
    }

    private String original(TextSite site) {
        Object at = sample;
        for (Object step : site.path().subList(0, site.path().size() - (site.isKey() ? 1 : 0))) {
            at = at instanceof List<?> list ? list.get((Integer) step) : ((Map<?, ?>) at).get(step);
        }
        return String.valueOf(site.isKey() ? site.path().get(site.path().size() - 1) : at);
    }
}
