package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.stack.discovery.Imports;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Stacks can be deployed one after the other: none imports, by whatever way round, from one that imports from it. */
final class AcyclicStackImports implements CrossStackRule {
    private static final ProblemKind STACK_CYCLE = ProblemKind.error(
            "stack-cycle", "Stacks import from each other in a circle: none of them can be deployed first.");

    private static final Path PLATFORM = Path.of("platform");
    private static final Path GROUPS = Path.of("network", "securityGroups");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(STACK_CYCLE);
    }

    @Override
    public void check(StackSet neighbours, Consumer<CrossStackFinding> out) {
        new Lines(neighbours).circles().forEach(out);
    }

    /** What a stack imports from another, and the key that says so. */
    private record Import(StackUnderCheck from, Path path) {}

    /**
     * What a stack imports from others. What is a mistake by itself is left out, and told as that: a platform that joins
     * another, and peers of the stack that makes the namespace.
     */
    private static List<Import> imports(StackSet neighbours, StackUnderCheck one) {
        List<Import> imports = new ArrayList<>();
        StackUnderCheck platform = neighbours.platform(one);
        if (platform != null) {
            imports.add(new Import(platform, PLATFORM));
        }
        if (one.joins() || one.config().namespace().id() != null) {
            Imports.peers(one.config()).forEach((name, stack) -> {
                StackUnderCheck other = neighbours.named(stack, one);
                if (other != null && !other.is(one)) {
                    imports.add(new Import(other, Path.of("peers", name, "stack")));
                }
            });
        }
        return imports;
    }

    /** Who imports from whom; stacks by their position. */
    private static final class Lines {
        private final List<StackUnderCheck> all;
        private final List<Map<Integer, Path>> imports = new ArrayList<>();

        Lines(StackSet neighbours) {
            this.all = neighbours.all();
            Map<StackUnderCheck.Origin, Integer> positions = new HashMap<>();
            for (StackUnderCheck one : all) {
                positions.put(one.origin(), positions.size());
            }
            for (StackUnderCheck one : all) {
                Map<Integer, Path> from = new LinkedHashMap<>();
                for (Import each : imports(neighbours, one)) {
                    from.putIfAbsent(positions.get(each.from().origin()), each.path());
                }
                imports.add(from);
            }
        }

        /** The shortest circle that each import is part of, if it is part of one; of those told at one place the shortest. */
        Collection<CrossStackFinding> circles() {
            Map<Start, List<Integer>> circles = new LinkedHashMap<>();
            for (int importer = 0; importer < all.size(); importer++) {
                for (int exporter : imports.get(importer).keySet()) {
                    List<Integer> way = way(exporter, importer);
                    if (!way.isEmpty()) {
                        List<Integer> circle = fromPeer(way);
                        circles.merge(
                                new Start(circle.get(0), path(circle, 0)),
                                circle,
                                (one, other) -> one.size() <= other.size() ? one : other);
                    }
                }
            }
            return circles.values().stream().map(this::clash).toList();
        }

        /** Where a circle is told. */
        private record Start(int stack, Path path) {}

        /** The stacks by which one leads to another, both with them; empty where none does. */
        private List<Integer> way(int start, int end) {
            Map<Integer, Integer> before = new HashMap<>(Map.of(start, start));
            Deque<Integer> open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty() && !before.containsKey(end)) {
                int one = open.remove();
                for (int next : imports.get(one).keySet()) {
                    if (before.putIfAbsent(next, one) == null) {
                        open.add(next);
                    }
                }
            }
            Deque<Integer> way = new ArrayDeque<>();
            Integer at = before.containsKey(end) ? end : null;
            while (at != null) {
                way.addFirst(at);
                at = at == start ? null : before.get(at);
            }
            return List.copyOf(way);
        }

        /** The same circle, from the first of the stacks that are in it because of a peer: whoever joins a platform means to. */
        private List<Integer> fromPeer(List<Integer> circle) {
            int start = IntStream.range(0, circle.size())
                    .filter(at -> !path(circle, at).equals(PLATFORM))
                    .boxed()
                    .min(Comparator.comparing(circle::get))
                    .orElse(0);
            List<Integer> turned = new ArrayList<>(circle);
            Collections.rotate(turned, -start);
            return turned;
        }

        private CrossStackFinding clash(List<Integer> circle) {
            StackUnderCheck first = all.get(circle.get(0));
            Path path = path(circle, 0);
            CrossStackFinding clash = CrossStackFinding.of(first, STACK_CYCLE, path, message(circle))
                    .hint(
                            "put what calls each other into one config, or write `network: {securityGroups: shared}` in all"
                                    + " of them and in their platform: then calls need no imports")
                    .also(PLATFORM, GROUPS, Path.of("namespace", "id"));
            for (int i = 1; i < circle.size(); i++) {
                clash = clash.restingOn(all.get(circle.get(i)), path(circle, i), PLATFORM, GROUPS);
            }
            return clash;
        }

        private Path path(List<Integer> circle, int at) {
            Path path = imports.get(circle.get(at)).get(circle.get((at + 1) % circle.size()));
            return path == null ? Path.TOP : path;
        }

        private String message(List<Integer> circle) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < circle.size(); i++) {
                String verb = i == 0 ? "` imports from `" : "` from `";
                parts.add("`" + stack(circle, i) + verb + stack(circle, i + 1) + "`");
            }
            String last = parts.remove(parts.size() - 1);
            return String.join(", ", parts) + ", and " + last + ": " + (circle.size() == 2 ? "neither" : "none of them")
                    + " can be deployed first";
        }

        private String stack(List<Integer> circle, int at) {
            return all.get(circle.get(at % circle.size())).stack();
        }
    }
}
