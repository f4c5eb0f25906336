package io.github.ecsdiscovery.generator.seed;

import io.github.ecsdiscovery.generator.seed.Hcl.Attribute;
import io.github.ecsdiscovery.generator.seed.Hcl.Block;
import io.github.ecsdiscovery.generator.seed.Hcl.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Collects every attribute of a Terraform file by the address of its block: {@code aws_ecs_service.myservice["a"]} has
 * {@code desired_count} and {@code network_configuration.subnets}.
 *
 * <p>{@code for_each} is expanded, and {@code each.key} and locals are replaced by their values. Objects and lists of objects
 * are flattened ({@code container_definitions[0].name}); a list of plain values is one attribute. A block without attributes
 * has one attribute {@code whole}.
 */
final class TerraformAttributes {
    private final Map<String, Map<String, Object>> blocks = new TreeMap<>();
    private final Map<String, String> known = new LinkedHashMap<>();

    private TerraformAttributes() {}

    static Map<String, Map<String, Object>> of(List<Hcl> file) {
        var attributes = new TerraformAttributes();
        file.forEach(entry -> attributes.addBlock((Block) entry));
        return attributes.blocks;
    }

    private void addBlock(Block block) {
        var instances = block.body().stream()
                .filter(entry ->
                        entry instanceof Attribute attribute && attribute.name().equals("for_each"))
                .flatMap(entry -> ((List<?>) ((Attribute) entry).value()).stream())
                .map(String::valueOf)
                .toList();
        var address = address(block);
        if (instances.isEmpty()) {
            addInstance(address, block);
        }
        for (var key : instances) {
            known.put("each.key", key);
            addInstance(address + "[\"" + key + "\"]", block);
        }
    }

    private static String address(Block block) {
        var type = block.type().equals("resource") ? Stream.<String>empty() : Stream.of(block.type());
        return Stream.concat(type, block.labels().stream()).collect(Collectors.joining("."));
    }

    private void addInstance(String address, Block block) {
        var attributes = new TreeMap<String, Object>();
        add(attributes, "", block.body());
        if (block.type().equals("locals")) {
            attributes.forEach((name, value) -> known.put("local." + name, value.toString()));
        }
        if (attributes.isEmpty()) {
            attributes.put("whole", address);
        }
        blocks.put(address, attributes);
    }

    private void add(Map<String, Object> attributes, String prefix, List<Hcl> body) {
        var blocks = body.stream()
                .filter(Block.class::isInstance)
                .map(Block.class::cast)
                .collect(Collectors.groupingBy(Block::type));
        blocks.forEach((type, same) -> IntStream.range(0, same.size()).forEach(i -> {
            var index = same.size() == 1 ? "" : "[" + i + "]";
            add(attributes, prefix + type + index + ".", same.get(i).body());
        }));
        for (var entry : body) {
            if (entry instanceof Attribute attribute) {
                add(attributes, prefix + attribute.name(), attribute.value());
            }
        }
    }

    private void add(Map<String, Object> attributes, String name, Object value) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, part) -> add(attributes, name + "." + key, part));
        } else if (value instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(Map.class::isInstance)) {
            IntStream.range(0, list.size()).forEach(i -> add(attributes, name + "[" + i + "]", list.get(i)));
        } else {
            attributes.put(name, resolve(value));
        }
    }

    private Object resolve(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::resolve).toList();
        } else if (value instanceof Reference reference) {
            return resolve(reference);
        } else if (value instanceof String text) {
            var resolved = text;
            for (var variable : known.entrySet()) {
                resolved = resolved.replace("${" + variable.getKey() + "}", variable.getValue());
            }
            return resolved;
        }
        return value;
    }

    private Object resolve(Reference reference) {
        var value = known.get(reference.target());
        var key = known.getOrDefault("each.key", "");
        return value != null ? value : new Reference(reference.target().replace("[each.key]", "[\"" + key + "\"]"));
    }
}
