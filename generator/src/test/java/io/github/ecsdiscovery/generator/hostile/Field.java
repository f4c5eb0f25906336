package io.github.ecsdiscovery.generator.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import io.github.ecsdiscovery.generator.hostile.Planting.Planted;
import io.github.ecsdiscovery.generator.hostile.Sites.Site;
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
 * A sample config in which many hostile texts stand at once, each at a site of its own. Those at whose lines something is
 * told are refused, and what is left of the rest has to arrive all together.
 */
final class Field {
    private static final Pattern PSEUDO_PARAMETER =
            Pattern.compile("\\$\\{(AWS::(?:AccountId|Partition|Region|StackId|StackName|URLSuffix))}");

    /** Texts that stand in the template as they are and nowhere else; of the others ids and names are made too. */
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
    private final Map<String, Integer> arrived = new HashMap<>();

    Field(Map<?, ?> sample, Random random) {
        this.sample = sample;
        this.random = random;
        this.expected =
                TemplateTree.read(Objects.requireNonNull(compiled(List.of()).template()));
    }

    /** How many texts have arrived at a site. */
    int arrived(Site site) {
        return arrived.getOrDefault(site.pattern(), 0);
    }

    /**
     * What became of some texts.
     *
     * @param template null where something was wrong
     * @param refused the texts at which something was
     */
    private record Compiled(@Nullable String template, Set<Planted> refused) {}

    /** Shows of each text that it arrives as it is or is refused, and that nothing else changes. */
    void hold(List<Planted> planted) {
        List<Planted> left = new ArrayList<>(planted);
        while (!left.isEmpty()) {
            Compiled compiled = compiled(left);
            if (compiled.template() != null) {
                arrive(left, compiled.template());
                return;
            }
            if (!left.removeAll(compiled.refused())) {
                halve(left);
                return;
            }
        }
    }

    /** What is wrong is told elsewhere, such as at a call of what got another name; alone, a text is refused by that. */
    private void halve(List<Planted> planted) {
        int half = planted.size() / 2;
        if (half > 0) {
            hold(planted.subList(0, half));
            hold(planted.subList(half, planted.size()));
        }
    }

    private void arrive(List<Planted> planted, String template) {
        Object actual = TemplateTree.read(template);
        List<Planted> verbatim = planted.stream()
                .filter(one -> VERBATIM.contains(one.site().format()))
                .toList();
        if (verbatim.size() < planted.size()) {
            assertThat(skeleton(actual)).as(planted.toString()).isEqualTo(skeleton(expected));
            planted.stream().filter(one -> !verbatim.contains(one)).forEach(this::count);
            hold(verbatim);
            return;
        }
        Map<String, String> arrives = new HashMap<>();
        for (Planted one : planted) {
            String text = one.site().isKey()
                    ? one.text()
                    : PSEUDO_PARAMETER.matcher(one.text()).replaceAll("«$1»");
            arrives.put(harmless(one.site()), text);
        }
        assertThat(actual)
                .as(planted.toString())
                .isEqualTo(TemplateTree.map(expected, leaf -> arrives.getOrDefault(leaf, leaf)));
        planted.forEach(this::count);
    }

    private void count(Planted one) {
        arrived.merge(one.site().pattern(), 1, Integer::sum);
    }

    private Compiled compiled(List<Planted> planted) {
        boolean inEnvironment = random.nextInt(4) == 0;
        YamlBytes.Written written =
                YamlBytes.of(inEnvironment ? overlaid(planted) : Planting.into(sample, planted), random);
        byte[] bytes = written.yaml().getBytes(StandardCharsets.UTF_8);
        ConfigReadResult reading = ConfigReader.read("hostile.yaml", bytes, inEnvironment ? "e" : null, List.of());
        List<SourceLocation> wrong = reading.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::place)
                .toList();
        Stack stack = null;
        if (wrong.isEmpty()) {
            Config config = reading.config().orElseThrow();
            stack = StackPlan.of(config);
            wrong = Rules.check(new RuleContext(config, stack, reading::isWritten, reading::isWrittenDirectly)).stream()
                    .filter(finding -> finding.id().severity() == Severity.ERROR)
                    .map(reading::location)
                    .toList();
        }
        Set<Planted> refused = wrong.stream()
                .flatMap(place -> Stream.ofNullable(written.planted().get(place.line())))
                .collect(Collectors.toSet());
        return new Compiled(wrong.isEmpty() && stack != null ? RENDERER.render(stack) : null, refused);
    }

    /** The sample with an environment that says what it can of these texts. */
    private Map<Object, Object> overlaid(List<Planted> planted) {
        Map<Boolean, List<Planted>> parts =
                planted.stream().collect(Collectors.partitioningBy(one -> one.fitsAnEnvironment(planted)));
        Map<Object, Object> config = Planting.into(sample, parts.getOrDefault(false, List.of()));
        config.put("environments", Map.of("e", Planting.overlay(sample, parts.getOrDefault(true, List.of()))));
        return config;
    }

    /** What there is of each type and key, without any name or value of the user's. */
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

    private String harmless(Site site) {
        Object at = sample;
        for (Object step : site.path().subList(0, site.path().size() - (site.isKey() ? 1 : 0))) {
            at = at instanceof List<?> list ? list.get((Integer) step) : ((Map<?, ?>) at).get(step);
        }
        return String.valueOf(site.isKey() ? site.path().get(site.path().size() - 1) : at);
    }
}
