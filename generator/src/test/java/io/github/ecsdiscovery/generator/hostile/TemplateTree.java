package io.github.ecsdiscovery.generator.hostile;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A rendered template, parsed by a second YAML parser. Functions that produce text are evaluated; a reference becomes its name in
 * guillemets. Lists of named objects are sorted by name.
 */
final class TemplateTree {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private TemplateTree() {}

    static Object read(String template) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        DumperOptions dumper = new DumperOptions();
        Node root = new org.yaml.snakeyaml.Yaml(
                        new SafeConstructor(options), new Representer(dumper), dumper, options, new Resolver())
                .compose(new StringReader(template));
        return tree(root);
    }

    /** Returns the text of a reference. */
    static String reference(String id) {
        return "«" + id + "»";
    }

    /** Returns the tree with every text changed. */
    static Object map(Object node, UnaryOperator<String> change) {
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> changed = new TreeMap<>();
            map.forEach((key, value) -> changed.put(change.apply(key.toString()), map(value, change)));
            return changed;
        }
        if (node instanceof List<?> list) {
            return sorted(list.stream().map(item -> map(item, change)).toList());
        }
        return change.apply(node.toString());
    }

    private static Object tree(Node node) {
        String tag = node.getTag().getValue();
        if (node instanceof MappingNode mapping) {
            Map<String, Object> map = new TreeMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                if (map.put(key, tree(tuple.getValueNode())) != null) {
                    throw new AssertionError("duplicate key: " + key);
                }
            }
            return map;
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> list = new ArrayList<>();
            sequence.getValue().forEach(item -> list.add(tree(item)));
            return tag.equals("!Join") ? join(list) : sorted(list);
        }
        String text = ((ScalarNode) node).getValue();
        return switch (tag) {
            case "!Ref" -> reference(text);
            case "!Sub" -> sub(text);
            case "tag:yaml.org,2002:str" -> text;
            default -> tag + " " + text;
        };
    }

    private static List<?> sorted(List<?> list) {
        boolean hasNames = list.stream()
                .allMatch(item -> item instanceof Map<?, ?> map && (map.containsKey("Name") || map.containsKey("Key")));
        if (!hasNames) {
            return list;
        }
        List<Object> sorted = new ArrayList<>(list);
        sorted.sort(java.util.Comparator.comparing(Object::toString));
        return sorted;
    }

    private static String join(List<?> list) {
        List<String> parts =
                ((List<?>) list.get(1)).stream().map(Object::toString).toList();
        return String.join(list.get(0).toString(), parts);
    }

    private static String sub(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1).isEmpty() ? reference(match.group(2)) : "${" + match.group(2) + "}"));
    }
}
