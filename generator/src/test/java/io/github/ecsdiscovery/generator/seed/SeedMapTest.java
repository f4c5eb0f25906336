package io.github.ecsdiscovery.generator.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the template of the example {@code seed} with the Terraform that it replaces, attribute by attribute. */
final class SeedMapTest {
    private static final Path SEED = Path.of("..", "examples", "seed");

    private final Map<String, Map<String, Object>> terraform = TerraformAttributes.of(HclReader.read(terraformText()));
    private final SeedMap map = SeedMap.read(SEED.resolve("terraform-map.yaml"));
    private final Map<String, Object> template = CloudFormationYaml.read(SEED.resolve("template.yaml"));

    @Test
    void readsAll22ResourcesOfTheTerraform() {
        assertThat(terraform.keySet())
                .filteredOn(address -> address.startsWith("aws_"))
                .hasSize(22);
        assertThat(terraform.get("aws_ecs_service.myservice[\"b\"]"))
                .containsEntry("name", "ecs_service_discovery-myservice-b")
                .containsEntry("network_configuration.assign_public_ip", true)
                .containsEntry("service_registries.port", 80L);
    }

    @Test
    void mapHasExactlyTheAttributesOfTheTerraform() {
        assertThat(names(map.entries())).containsExactlyElementsOf(names(terraform));
    }

    @Test
    void everyEntryHasTheValueOfTheTemplate() {
        var errors = new ArrayList<String>();
        each((name, entry) -> {
            var actual = entry.at() == null ? null : entry.at().in(template).orElse(null);
            if (!Objects.equals(actual, entry.is())) {
                errors.add(name + ": the map says " + entry.is() + ", the template " + actual);
            }
        });
        assertThat(errors).isEmpty();
    }

    @Test
    void exactlyTheDifferencesHaveAReason() {
        var errors = new ArrayList<String>();
        each((name, entry) -> {
            var isEqual = entry.is() != null && asText(entry.is()).equals(map.translate(terraformValue(name)));
            if (isEqual != (entry.because() == null)) {
                errors.add(
                        name + (isEqual ? " is equal, but has a reason" : " is " + entry.is() + " without a reason"));
            }
        });
        assertThat(errors).isEmpty();
    }

    @Test
    void everyTerraformResourceHasResourcesInTheTemplate() {
        var resources = new TreeMap<>(terraform);
        resources.keySet().removeIf(address -> !address.startsWith("aws_"));
        assertThat(map.becomes()).containsOnlyKeys(resources.keySet());
        map.becomes()
                .values()
                .forEach(types -> types.forEach(
                        (id, type) -> assertThat(new TemplatePath("Resources." + id + ".Type").in(template))
                                .as(id)
                                .contains(type)));
    }

    @Test
    void everyReferenceRefersToTheReplacementOfItsResource() {
        map.references().forEach((reference, value) -> {
            var resource = reference.substring(0, reference.lastIndexOf('.'));
            var target = ((Map<?, ?>) value).values().iterator().next();
            assertThat(map.becomes().getOrDefault(resource, Map.of()))
                    .as(reference)
                    .containsKey(target instanceof List<?> list ? list.get(0).toString() : target.toString());
        });
    }

    @Test
    void everyTemplateResourceComesFromTheTerraformOrIsExplained() {
        var explained = new TreeSet<>(map.added().keySet());
        map.becomes().values().forEach(types -> explained.addAll(types.keySet()));
        assertThat(((Map<?, ?>) Objects.requireNonNull(template.get("Resources")))
                        .keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrderElementsOf(explained);
    }

    @Test
    void everyTaggedResourceHasTheTagOfTheProvider() {
        var without = new ArrayList<String>();
        ((Map<?, ?>) Objects.requireNonNull(template.get("Resources"))).keySet().forEach(id -> {
            var tags = "Resources." + id + ".Properties.Tags";
            if (new TemplatePath(tags).in(template).isPresent()
                    && new TemplatePath(tags + "[Key=application].Value")
                            .in(template)
                            .isEmpty()) {
                without.add(id.toString());
            }
        });
        assertThat(without).isEmpty();
    }

    private void each(BiConsumer<String, SeedMap.Entry> check) {
        map.entries()
                .forEach((block, entries) -> entries.forEach((name, entry) -> check.accept(block + " " + name, entry)));
    }

    private Object terraformValue(String name) {
        var space = name.indexOf(' ');
        return terraform.getOrDefault(name.substring(0, space), Map.of()).getOrDefault(name.substring(space + 1), "");
    }

    private static Object asText(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(SeedMapTest::asText).toList()
                : value instanceof Map<?, ?> ? value : value.toString();
    }

    private static List<String> names(Map<String, ? extends Map<String, ?>> blocks) {
        return blocks.entrySet().stream()
                .flatMap(block -> block.getValue().keySet().stream().map(name -> block.getKey() + " " + name))
                .sorted()
                .collect(Collectors.toList());
    }

    private static String terraformText() {
        try (var text = SeedMapTest.class.getResourceAsStream("/seed/main.tf")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
