package io.github.ecsdiscovery.generator.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.hostile.TextInsertion.InsertedText;
import io.github.ecsdiscovery.generator.hostile.TextSites.TextSite;
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
 * Inserts hostile strings into every text key of the config language. Tests that the template contains each string unchanged or
 * that the string is rejected, and that nothing else in the template changes.
 */
@Execution(ExecutionMode.CONCURRENT)
class HostileConfigTest {
    private static final int STRINGS = 100_000;
    private static final List<String> SAMPLES = List.of("own-network.yaml", "existing-network.yaml", "joined.yaml");
    private static final int PARTS = 4;

    /** Sites that accept almost any text. */
    private static final Set<String> ACCEPT_ANYTHING = Set.of(
            "acceptWarnings.*",
            "services.*.command.[]",
            "services.*.entrypoint.[]",
            "services.*.environment.*",
            "services.*.policies.[].Condition.*.*",
            "services.*.sidecars.*.command.[]",
            "services.*.sidecars.*.entrypoint.[]",
            "services.*.sidecars.*.environment.*");

    /** A sample and the number of one part of the strings. */
    record Part(String sample, int number) {}

    static List<Part> parts() {
        return SAMPLES.stream()
                .flatMap(sample -> IntStream.range(0, PARTS).mapToObj(number -> new Part(sample, number)))
                .toList();
    }

    /** Returns one site of each pattern that this sample has and the samples before it do not have. */
    private static List<TextSite> sites(String of) {
        Map<String, TextSite> sites = new LinkedHashMap<>();
        for (String sample : SAMPLES.subList(0, SAMPLES.indexOf(of) + 1)) {
            Set<String> before = Set.copyOf(sites.keySet());
            TextSites.of(sample(sample)).forEach(site -> sites.putIfAbsent(site.pattern(), site));
            if (sample.equals(of)) {
                sites.keySet().removeAll(before);
            }
        }
        return List.copyOf(sites.values());
    }

    @Test
    void everyTextKeyHasASample() {
        Set<String> covered = new TreeSet<>();
        SAMPLES.forEach(sample -> sites(sample).forEach(site -> covered.add(site.pattern())));
        assertThat(covered).isEqualTo(new TreeSet<>(TextSites.patterns().keySet()));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void keepsOrRejectsEachText(Part part) {
        List<TextSite> sites = sites(part.sample());
        int stringsPerSite = STRINGS / TextSites.patterns().size() + 1;
        Random random = new Random(part.hashCode());
        List<List<String>> texts = sites.stream()
                .map(site -> new HostileStrings(site.pattern().hashCode())
                        .stream(stringsPerSite).toList())
                .toList();
        HostileTextCheck check = new HostileTextCheck(sample(part.sample()), random);
        for (int round = part.number(); round < texts.get(0).size(); round += PARTS) {
            List<InsertedText> inserted = new ArrayList<>();
            for (int i = 0; i < sites.size(); i++) {
                inserted.add(new InsertedText(sites.get(i), texts.get(i).get(round)));
            }
            check.check(inserted);
        }
        sites.stream()
                .filter(site -> ACCEPT_ANYTHING.contains(site.pattern()))
                .forEach(site -> assertThat(check.unchanged(site))
                        .as("unchanged at " + site.pattern())
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
