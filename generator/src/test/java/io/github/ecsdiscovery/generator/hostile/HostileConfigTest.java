package io.github.ecsdiscovery.generator.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.config.Reading;
import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import io.github.ecsdiscovery.generator.hostile.Sites.Site;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Format;
import io.github.ecsdiscovery.generator.render.HostileStrings;
import io.github.ecsdiscovery.generator.render.Renderer;
import io.github.ecsdiscovery.generator.rule.Rules;
import io.github.ecsdiscovery.generator.rule.Subject;
import io.github.ecsdiscovery.generator.stack.Stack;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Puts hostile strings into every key of text that the language has, and shows that each arrives as exactly that string or
 * is refused, and that nothing else in the template changes.
 */
@Execution(ExecutionMode.CONCURRENT)
class HostileConfigTest {
    private static final int STRINGS = 100_000;
    private static final List<String> SAMPLES = List.of("own-network.yaml", "existing-network.yaml");
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
            Format.POLICY_ARN);

    private static final Renderer RENDERER = new Renderer();

    /** A place, and the sample config that has it. */
    record Target(Site site, String sample) {
        @Override
        public String toString() {
            return site.pattern() + " in " + sample;
        }
    }

    static List<Target> targets() {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (String sample : SAMPLES) {
            for (Site site : Sites.of(sample(sample))) {
                targets.putIfAbsent(site.pattern(), new Target(site, sample));
            }
        }
        return List.copyOf(targets.values());
    }

    @Test
    void everyKeyOfTextHasASample() {
        Set<String> covered = new TreeSet<>();
        targets().forEach(target -> covered.add(target.site().pattern()));
        assertThat(covered).isEqualTo(new TreeSet<>(Sites.patterns().keySet()));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void arrivesAsItIsOrIsRefused(Target target) {
        Site site = target.site();
        Map<String, Object> sample = sample(target.sample());
        Random random = new Random(site.pattern().hashCode());
        YamlBytes bytes = new YamlBytes(random);
        Object expected = TemplateTree.read(render(bytes.of(sample)).orElseThrow());
        String harmless = Objects.toString(textAt(sample, site));
        int each = STRINGS / targets().size() + 1;
        new HostileStrings(random.nextLong()).stream(each).forEach(text -> {
            boolean inEnvironment = random.nextInt(4) == 0
                    && !site.isKey()
                    && site.path().stream().noneMatch(Integer.class::isInstance);
            Object config = inEnvironment ? inEnvironment(sample, site, text) : with(sample, site, 0, text);
            Optional<String> template = render(bytes.of(config), inEnvironment ? "e" : null);
            if (template.isPresent()) {
                Object actual = TemplateTree.read(template.get());
                if (VERBATIM.contains(site.format())) {
                    String arrives =
                            site.isKey() ? text : PSEUDO_PARAMETER.matcher(text).replaceAll("«$1»");
                    assertThat(actual)
                            .as("%s: %s", site.pattern(), text)
                            .isEqualTo(TemplateTree.map(expected, leaf -> leaf.equals(harmless) ? arrives : leaf));
                } else {
                    assertThat(skeleton(actual))
                            .as("%s: %s", site.pattern(), text)
                            .isEqualTo(skeleton(expected));
                }
            }
        });
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

    private static Optional<String> render(String yaml) {
        return render(yaml, null);
    }

    private static Optional<String> render(String yaml, @Nullable String environment) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        Reading reading = ConfigReader.read("hostile.yaml", bytes, environment, List.of());
        if (reading.config().isEmpty()) {
            return Optional.empty();
        }
        Config config = reading.config().get();
        Stack stack = StackPlan.of(config);
        boolean refused = Stream.concat(
                        reading.problems().stream().map(Problem::id),
                        Rules.check(new Subject(config, stack, reading::isWritten, reading::isOwn)).stream()
                                .map(Finding::id))
                .anyMatch(id -> id.severity() == Severity.ERROR);
        return refused ? Optional.empty() : Optional.of(RENDERER.render(stack));
    }

    private static Object with(Object node, Site site, int depth, String text) {
        List<Object> path = site.path();
        if (depth == path.size()) {
            return text;
        }
        Object step = path.get(depth);
        if (node instanceof List<?> list) {
            List<Object> changed = new ArrayList<>(list);
            changed.set((Integer) step, with(list.get((Integer) step), site, depth + 1, text));
            return changed;
        }
        boolean renamed = site.isKey() && depth == path.size() - 1;
        Map<String, Object> changed = new LinkedHashMap<>();
        ((Map<?, ?>) node).forEach((key, value) -> {
            if (!key.equals(step) && !(renamed && key.equals(text))) {
                changed.put(key.toString(), value);
            } else if (renamed) {
                changed.put(text, value);
            } else {
                changed.put(key.toString(), with(value, site, depth + 1, text));
            }
        });
        return changed;
    }

    private static Object inEnvironment(Map<String, Object> sample, Site site, String text) {
        Object overlay = text;
        for (int i = site.path().size() - 1; i >= 0; i--) {
            overlay = Map.of(site.path().get(i), overlay);
        }
        Map<String, Object> config = new LinkedHashMap<>(sample);
        config.put("environments", Map.of("e", overlay));
        return config;
    }

    private static Object textAt(Object node, Site site) {
        Object at = node;
        for (Object step : site.path().subList(0, site.path().size() - (site.isKey() ? 1 : 0))) {
            at = at instanceof List<?> list ? list.get((Integer) step) : ((Map<?, ?>) at).get(step);
        }
        return site.isKey() ? site.path().get(site.path().size() - 1) : at;
    }

    private static Map<String, Object> sample(String name) {
        try (InputStream in = HostileConfigTest.class.getResourceAsStream("/hostile/" + name)) {
            return new Yaml()
                    .load(Stream.of(in).filter(Objects::nonNull).findFirst().orElseThrow());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
