package io.github.ecsdiscovery.generator.cli.fuzz;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** A config as a tree that choices change. The result is always valid YAML; random changes of bytes rarely are. */
final class FuzzedTree {
    private static final int MAX_COPIES = 12;
    private static final int MAX_NODES = 2_000;
    private static final Resolver RESOLVER = new Resolver();

    private final Node root;
    private final List<String> words;
    private final Choices choices;

    /**
     * Creates a tree without changes.
     *
     * @param words the words for new keys and values, in addition to bytes of the choices
     */
    FuzzedTree(String yaml, List<String> words, Choices choices) {
        this.root = new Yaml().compose(new StringReader(yaml));
        this.words = List.copyOf(words);
        this.choices = choices;
    }

    /** Adds an environment that repeats the whole config. Call it before any change. */
    void addEnvironment(String name) {
        if (root instanceof MappingNode map) {
            Node environments = new MappingNode(
                    Tag.MAP, new ArrayList<>(List.of(new NodeTuple(scalar(name), copy(root)))), FlowStyle.BLOCK);
            map.getValue().add(new NodeTuple(scalar("environments"), environments));
        }
    }

    /** Returns the config after all chosen changes. */
    String changed() {
        while (choices.hasNext() && size(root) < MAX_NODES) {
            change(root);
        }
        StringWriter yaml = new StringWriter();
        new Yaml().serialize(root, yaml);
        return yaml.toString();
    }

    /** Changes a node or, if the choices say so, one of its descendants. */
    private void change(Node node) {
        List<Node> children = children(node);
        int index = children.isEmpty() ? 0 : choices.below(children.size());
        boolean deeper = index < children.size() && !(children.get(index) instanceof ScalarNode);
        if (deeper && choices.below(4) > 0) {
            change(children.get(index));
        } else if (node instanceof MappingNode map) {
            changeEntry(map.getValue(), index);
        } else if (node instanceof SequenceNode list) {
            changeItem(list.getValue(), index);
        }
    }

    private void changeEntry(List<NodeTuple> entries, int index) {
        NodeTuple old = index < entries.size() ? entries.get(index) : new NodeTuple(scalar("a"), scalar("b"));
        switch (choices.below(6)) {
            case 0 -> entries.remove(old);
            case 1 -> entries.add(new NodeTuple(scalar(choices.of(words)), value()));
            case 2 -> entries.add(new NodeTuple(scalar(choices.text(30)), old.getValueNode()));
            case 3 -> {
                for (int i = choices.below(MAX_COPIES); i > 0; i--) {
                    entries.add(new NodeTuple(scalar(text(old.getKeyNode()) + i), copy(old.getValueNode())));
                }
            }
            default -> {
                entries.remove(old);
                entries.add(new NodeTuple(old.getKeyNode(), value()));
            }
        }
    }

    private void changeItem(List<Node> items, int index) {
        Node old = index < items.size() ? items.get(index) : scalar("a");
        switch (choices.below(4)) {
            case 0 -> items.remove(old);
            case 1 -> items.add(index, value());
            case 2 -> {
                for (int i = choices.below(MAX_COPIES); i > 0; i--) {
                    items.add(copy(old));
                }
            }
            default -> {
                items.remove(old);
                items.add(Math.min(index, items.size()), value());
            }
        }
    }

    private Node value() {
        return switch (choices.below(8)) {
            case 0 -> new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.AUTO);
            case 1 -> new SequenceNode(Tag.SEQ, new ArrayList<>(List.of(scalar(choices.of(words)))), FlowStyle.FLOW);
            case 2 -> scalar(choices.text(60));
            case 3 -> scalar(choices.of(words).repeat(choices.below(256)));
            case 4 -> copy(anyDescendant(root));
            default -> scalar(choices.of(words));
        };
    }

    private Node anyDescendant(Node node) {
        List<Node> children = children(node);
        return children.isEmpty() || choices.below(4) == 0 ? node : anyDescendant(choices.of(children));
    }

    private static ScalarNode scalar(String text) {
        return new ScalarNode(RESOLVER.resolve(NodeId.scalar, text, true), text, null, null, ScalarStyle.PLAIN);
    }

    /** Returns a copy, because the same node in two places would be written with an anchor. */
    private static Node copy(Node node) {
        if (node instanceof MappingNode map) {
            List<NodeTuple> entries = new ArrayList<>();
            map.getValue()
                    .forEach(entry -> entries.add(new NodeTuple(copy(entry.getKeyNode()), copy(entry.getValueNode()))));
            return new MappingNode(map.getTag(), entries, map.getFlowStyle());
        }
        if (node instanceof SequenceNode list) {
            List<Node> items = new ArrayList<>();
            list.getValue().forEach(item -> items.add(copy(item)));
            return new SequenceNode(list.getTag(), items, list.getFlowStyle());
        }
        ScalarNode scalar = (ScalarNode) node;
        return new ScalarNode(scalar.getTag(), scalar.getValue(), null, null, scalar.getScalarStyle());
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static List<Node> children(Node node) {
        if (node instanceof MappingNode map) {
            return map.getValue().stream().map(NodeTuple::getValueNode).toList();
        }
        return node instanceof SequenceNode list ? List.copyOf(list.getValue()) : List.of();
    }

    private static int size(Node node) {
        return 1 + children(node).stream().mapToInt(FuzzedTree::size).sum();
    }
}
