package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.config.yaml.ProblemCollector;
import io.github.ecsdiscovery.generator.config.yaml.SourceText;
import io.github.ecsdiscovery.generator.config.yaml.TextLines;
import io.github.ecsdiscovery.generator.config.yaml.YamlTreeReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts a service into the text of a config behind those that are there, and touches nothing else: line ends, indentation,
 * comments and quotes stay as they are.
 */
public final class ServiceInsertion {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int USUAL_STEP = 2;

    private final TextLines lines;
    private final Node.Mapping root;
    private final NewService service;

    private ServiceInsertion(TextLines lines, Node.Mapping root, NewService service) {
        this.lines = lines;
        this.root = root;
        this.service = service;
    }

    /** The text with the service; empty where the services are written so that there is no line for one more. */
    public static Optional<String> into(String text, NewService service) {
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        String body = text.substring(mark.length());
        if (!(tree(body) instanceof Node.Mapping root)) {
            return Optional.empty();
        }
        ServiceInsertion insertion = new ServiceInsertion(TextLines.of(body), root, service);
        return insertion.candidates().stream()
                .filter(insertion::leavesTheRest)
                .findFirst()
                .map(mark::concat);
    }

    private List<String> candidates() {
        Node.Entry services = root.entries().get("services");
        int indent = root.place().column() - 1;
        if (services == null) {
            int end = end(0);
            return List.of(lines.with(end, block(indent, USUAL_STEP, "services:")));
        }
        int line = services.key().line() - 1;
        if (!(services.value() instanceof Node.Mapping map) || map.entries().isEmpty()) {
            return List.of(lines.with(line + 1, block(indent + USUAL_STEP, USUAL_STEP, null)));
        }
        List<Node.Entry> children = List.copyOf(map.entries().values());
        int childIndent = children.get(0).key().column() - 1;
        int end = end(line + 1);
        int last = children.get(children.size() - 1).key().line() - 1;
        List<String> block = new ArrayList<>(block(childIndent, step(children, childIndent - indent), null));
        if (children.size() > 1 && isSetApart(last)) {
            block.add(0, "");
        }
        return List.of(lines.with(behindContent(last, end, childIndent), block), lines.with(end, block));
    }

    /** The first line behind the services that begins something else. */
    private int end(int from) {
        TreeSet<Integer> others = new TreeSet<>();
        root.entries().values().forEach(entry -> others.add(entry.key().line() - 1));
        for (int i = from; i < lines.size(); i++) {
            if ((from > 0 && others.contains(i)) || (lines.isMarker(i) && !others.isEmpty() && i > others.last())) {
                return i;
            }
        }
        return lines.size();
    }

    /** Behind the last line that says something, and the comments that go with it. */
    private int behindContent(int last, int end, int childIndent) {
        int line = end;
        while (line - 1 > last && (lines.isBlank(line - 1) || lines.isComment(line - 1))) {
            line--;
        }
        while (line < end && lines.isComment(line) && lines.indent(line) >= childIndent) {
            line++;
        }
        return line;
    }

    /** Whether a blank line stands before a service, or before its comment. */
    private boolean isSetApart(int line) {
        int above = line - 1;
        while (above > 0 && lines.isComment(above)) {
            above--;
        }
        return lines.isBlank(above);
    }

    /** By how much the keys of the services are indented. */
    private static int step(List<Node.Entry> children, int usual) {
        for (Node.Entry child : children) {
            if (child.value() instanceof Node.Mapping map && !map.entries().isEmpty()) {
                Node.Entry first = map.entries().values().iterator().next();
                if (first.key().line() > child.key().line()) {
                    return Math.max(1, first.key().column() - child.key().column());
                }
            }
        }
        return Math.max(1, usual);
    }

    private List<String> block(int indent, int step, @Nullable String head) {
        List<String> block = new ArrayList<>();
        if (head != null) {
            block.add(" ".repeat(indent) + head);
        }
        int inner = head == null ? indent : indent + step;
        service.block(step).forEach(line -> block.add(" ".repeat(inner) + line));
        return block;
    }

    /** Whether the changed text says what it said before, and has the service. */
    private boolean leavesTheRest(String changed) {
        if (!(tree(changed) instanceof Node.Mapping fresh)) {
            return false;
        }
        Node.Entry services = fresh.entries().get("services");
        if (services == null
                || !(services.value() instanceof Node.Mapping map)
                || !map.entries().containsKey(service.name())) {
            return false;
        }
        Map<String, Node.Entry> others = new LinkedHashMap<>(map.entries());
        others.remove(service.name());
        Map<String, Node.Entry> top = new LinkedHashMap<>(fresh.entries());
        Map<String, Node.Entry> before = new LinkedHashMap<>(root.entries());
        if (others.isEmpty()) {
            top.remove("services");
            before.remove("services");
        } else {
            top.put("services", new Node.Entry(services.key(), new Node.Mapping(others, map.place())));
        }
        return same(before, top);
    }

    private static boolean same(Map<String, Node.Entry> a, Map<String, Node.Entry> b) {
        return List.copyOf(a.keySet()).equals(List.copyOf(b.keySet()))
                && a.keySet().stream().allMatch(key -> same(value(a, key), value(b, key)));
    }

    private static @Nullable Node value(Map<String, Node.Entry> map, String key) {
        Node.Entry entry = map.get(key);
        return entry == null ? null : entry.value();
    }

    private static boolean same(@Nullable Node a, @Nullable Node b) {
        if (a instanceof Node.Mapping one && b instanceof Node.Mapping other) {
            return same(one.entries(), other.entries());
        }
        if (a instanceof Node.Sequence one && b instanceof Node.Sequence other) {
            boolean all = one.items().size() == other.items().size();
            for (int i = 0; all && i < one.items().size(); i++) {
                all = same(one.items().get(i), other.items().get(i));
            }
            return all;
        }
        if (a instanceof Node.Scalar one && b instanceof Node.Scalar other) {
            return one.text().equals(other.text()) && one.plain() == other.plain();
        }
        return a instanceof Node.Empty && b instanceof Node.Empty;
    }

    /** The tree of a text in which nothing is wrong, else null. */
    private static @Nullable Node tree(String text) {
        boolean[] wrong = {false};
        try {
            Node tree = YamlTreeReader.read(new SourceText("", text), problem -> wrong[0] = true);
            return wrong[0] ? null : tree;
        } catch (ProblemCollector.End e) {
            return null;
        }
    }
}
