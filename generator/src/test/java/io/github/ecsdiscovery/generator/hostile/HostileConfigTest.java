package io.github.ecsdiscovery.generator.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.hostile.Planting.Planted;
import io.github.ecsdiscovery.generator.hostile.Sites.Site;
import io.github.ecsdiscovery.generator.render.HostileStrings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Puts hostile strings into every key of text that the language has, one into each at a time, and shows that each arrives
 * as exactly that string or is refused, and that nothing else in the template changes.
 */
@Execution(ExecutionMode.CONCURRENT)
class HostileConfigTest {
    private static final int STRINGS = 100_000;
    private static final List<String> SAMPLES = List.of("own-network.yaml", "existing-network.yaml", "joined.yaml");
    private static final int PARTS = 4;

    /** Most texts have to arrive here, or more was refused than had to be. */
    private static final Set<String> TAKE_ANYTHING = Set.of(
            "acceptWarnings.*",
            "services.*.command.[]",
            "services.*.entrypoint.[]",
            "services.*.environment.*",
            "services.*.policies.[].Condition.*.*",
            "services.*.sidecars.*.command.[]",
            "services.*.sidecars.*.entrypoint.[]",
            "services.*.sidecars.*.environment.*");

    /** One of the samples, and one of the parts in which the strings are planted. */
    record Part(String sample, int number) {}

    static List<Part> parts() {
        return SAMPLES.stream()
                .flatMap(sample -> IntStream.range(0, PARTS).mapToObj(number -> new Part(sample, number)))
                .toList();
    }

    /** The kinds of places that a sample has and those before it have not, one place of each. */
    private static List<Site> sites(String of) {
        Map<String, Site> sites = new LinkedHashMap<>();
        for (String sample : SAMPLES.subList(0, SAMPLES.indexOf(of) + 1)) {
            Set<String> before = Set.copyOf(sites.keySet());
            Sites.of(sample(sample)).forEach(site -> sites.putIfAbsent(site.pattern(), site));
            if (sample.equals(of)) {
                sites.keySet().removeAll(before);
            }
        }
        return List.copyOf(sites.values());
    }

    @Test
    void everyKeyOfTextHasASample() {
        Set<String> covered = new TreeSet<>();
        SAMPLES.forEach(sample -> sites(sample).forEach(site -> covered.add(site.pattern())));
        assertThat(covered).isEqualTo(new TreeSet<>(Sites.patterns().keySet()));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void arrivesAsItIsOrIsRefused(Part part) {
        List<Site> sites = sites(part.sample());
        int each = STRINGS / Sites.patterns().size() + 1;
        Random random = new Random(part.hashCode());
        List<List<String>> texts = sites.stream()
                .map(site -> new HostileStrings(site.pattern().hashCode())
                        .stream(each).toList())
                .toList();
        Field field = new Field(sample(part.sample()), random);
        for (int round = part.number(); round < texts.get(0).size(); round += PARTS) {
            List<Planted> planted = new ArrayList<>();
            for (int i = 0; i < sites.size(); i++) {
                planted.add(new Planted(sites.get(i), texts.get(i).get(round)));
            }
            field.hold(planted);
        }
        sites.stream()
                .filter(site -> TAKE_ANYTHING.contains(site.pattern()))
                .forEach(site -> assertThat(field.arrived(site))
                        .as("arrived at " + site.pattern())
                        .isGreaterThan(texts.get(0).size() / PARTS * 4 / 5));
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
