package io.github.ecsdiscovery.generator.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** A parsed YAML text. Methods fail if the requested node does not exist. */
record Tree(Object node) {
    static Tree of(String yaml) {
        return new Tree(Objects.requireNonNull(new Yaml().<Object>load(yaml)));
    }

    /** Returns the node below these keys. */
    Tree at(String... keys) {
        Object at = node;
        for (String key : keys) {
            at = Objects.requireNonNull(((Map<?, ?>) at).get(key), key);
        }
        return new Tree(at);
    }

    Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) node).forEach((key, value) -> map.put(key.toString(), value));
        return map;
    }

    List<Tree> list() {
        return ((List<?>) node).stream().map(item -> new Tree(item)).toList();
    }

    String text() {
        return node.toString();
    }
}
