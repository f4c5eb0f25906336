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
 * Inserts a service into the text of a config after the existing services. Nothing else changes: line ends, indentation,
 * comments and quotes are kept.
 */
public final class ServiceInsertion {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int DEFAULT_STEP = 2;

    private final TextLines lines;
    private final Node.Mapping root;
    private final NewService service;

    private ServiceInsertion(TextLines lines, Node.Mapping root, NewService service) {
        this.lines = lines;
        this.root = root;
        this.service = service;
    }

    /** Returns the text with the service; empty if the existing services are not in block style. */
    public static Optional<String> into(String text, NewService service) {
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        String body = text.substring(mark.length());
        if (!(tree(body) instanceof Node.Mapping root)) {
            return Optional.empty();
        }
        ServiceInsertion insertion = new ServiceInsertion(TextLines.of(body), root, service);
        return insertion.candidates().stream()
                .filter(insertion::keepsTheRest)
                .findFirst()
                .map(mark::concat);
    }

    private List<String> candidates() {
        Node.Entry services = root.entries().get("services");
        int indent = root.location().column() - 1;
        if (services == null) {
            int end = end(0);
            return List.of(lines.with(end, block(indent, DEFAULT_STEP, "services:")));
        }
        int line = services.key().line() - 1;
        if (!(services.value() instanceof Node.Mapping map) || map.entries().isEmpty()) {
            return List.of(lines.with(line + 1, block(indent + DEFAULT_STEP, DEFAULT_STEP, null)));
        }
        List<Node.Entry> children = List.copyOf(map.entries().values());
        int childIndent = children.get(0).key().column() - 1;
        int end = end(line + 1);
        int last = children.get(children.size() - 1).key().line() - 1;
        List<String> block = new ArrayList<>(block(childIndent, step(children, childIndent - indent), null));
        if (children.size() > 1 && isSeparated(last)) {
            block.add(0, "");
        }
        return List.of(lines.with(afterContent(last, end, childIndent), block), lines.with(end, block));
    }

    /** Returns the first line after the services that belongs to another key. */
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

    /** Returns the line after the last line with content and the comments that belong to it. */
    private int afterContent(int last, int end, int childIndent) {
        int line = end;
        while (line - 1 > last && (lines.isBlank(line - 1) || lines.isComment(line - 1))) {
            line--;
        }
        while (line < end && lines.isComment(line) && lines.indent(line) >= childIndent) {
            line++;
        }
        return line;
    }

    /** Returns whether there is a blank line before a service or its comment. */
    private boolean isSeparated(int line) {
        int above = line - 1;
        while (above > 0 && lines.isComment(above)) {
            above--;
        }
        return lines.isBlank(above);
    }

    /** Returns the indentation step of the keys of services. */
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

    /** Returns whether the changed text has the service and is otherwise equivalent. */
    private boolean keepsTheRest(String changed) {
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
            top.put("services", new Node.Entry(services.key(), new Node.Mapping(others, map.location())));
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
        if (a instanceof Node.Mapping left && b instanceof Node.Mapping right) {
            return same(left.entries(), right.entries());
        }
        if (a instanceof Node.Sequence left && b instanceof Node.Sequence right) {
            boolean all = left.items().size() == right.items().size();
            for (int i = 0; all && i < left.items().size(); i++) {
                all = same(left.items().get(i), right.items().get(i));
            }
            return all;
        }
        if (a instanceof Node.Scalar left && b instanceof Node.Scalar right) {
            return left.text().equals(right.text()) && left.plain() == right.plain();
        }
        return a instanceof Node.Empty && b instanceof Node.Empty;
    }

    /** Returns the tree of a text without problems, else null. */
    private static @Nullable Node tree(String text) {
        boolean[] hasProblem = {false};
        try {
            Node tree = YamlTreeReader.read(new SourceText("", text), problem -> hasProblem[0] = true);
            return hasProblem[0] ? null : tree;
        } catch (ProblemCollector.ReadingAborted e) {
            return null;
        }
    }
}
