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

/**
 * Checks that stacks do not import from each other in a cycle. CloudFormation resolves an import when it deploys a stack, so none of
 * the stacks of a cycle could be deployed first.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html">Stack exports</a>
 */
final class AcyclicStackImports implements CrossStackRule {
    private static final ProblemKind STACK_CYCLE = ProblemKind.error(
                    "stack-cycle", "Stacks import from each other in a cycle, so none of them can be deployed first.")
            .otherwise("The first deployment fails because CloudFormation does not find the export. This check compares"
                    + " configs that are checked together; `peer-cycle` checks a stack that creates the namespace of its"
                    + " peers.")
            .source("https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html");

    private static final Path PLATFORM = Path.of("platform");
    private static final Path GROUPS = Path.of("network", "securityGroups");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(STACK_CYCLE);
    }

    @Override
    public void check(StackSet stacks, Consumer<CrossStackFinding> out) {
        new ImportGraph(stacks).cycles().forEach(out);
    }

    /**
     * An import of one stack from another.
     *
     * @param exporter the stack that exports the value
     * @param path the key that causes the import
     */
    private record Import(StackUnderCheck exporter, Path path) {}

    /**
     * Returns what a stack imports. It leaves out what other rules report: a platform that joins another platform, and peers of
     * the stack that creates the namespace.
     */
    private static List<Import> imports(StackSet stacks, StackUnderCheck stack) {
        List<Import> imports = new ArrayList<>();
        StackUnderCheck platform = stacks.platform(stack);
        if (platform != null) {
            imports.add(new Import(platform, PLATFORM));
        }
        if (stack.joinsPlatform() || stack.config().namespace().id() != null) {
            Imports.peers(stack.config()).forEach((peer, peerStack) -> {
                StackUnderCheck other = stacks.find(peerStack, stack);
                if (other != null && !other.isSameAs(stack)) {
                    imports.add(new Import(other, Path.of("peers", peer, "stack")));
                }
            });
        }
        return imports;
    }

    /** The graph of imports between stacks, which it identifies by their positions. */
    private static final class ImportGraph {
        private final List<StackUnderCheck> all;
        private final List<Map<Integer, Path>> imports = new ArrayList<>();

        ImportGraph(StackSet stacks) {
            this.all = stacks.all();
            Map<StackUnderCheck.Origin, Integer> positions = new HashMap<>();
            for (StackUnderCheck stack : all) {
                positions.put(stack.origin(), positions.size());
            }
            for (StackUnderCheck stack : all) {
                Map<Integer, Path> pathByExporter = new LinkedHashMap<>();
                for (Import each : imports(stacks, stack)) {
                    pathByExporter.putIfAbsent(positions.get(each.exporter().origin()), each.path());
                }
                imports.add(pathByExporter);
            }
        }

        /** Returns the shortest cycle of each import that is part of one. Of several cycles at one key it keeps the shortest. */
        Collection<CrossStackFinding> cycles() {
            Map<Start, List<Integer>> cycles = new LinkedHashMap<>();
            for (int importer = 0; importer < all.size(); importer++) {
                for (int exporter : imports.get(importer).keySet()) {
                    List<Integer> chain = shortestChain(exporter, importer);
                    if (!chain.isEmpty()) {
                        List<Integer> cycle = startAtPeer(chain);
                        cycles.merge(
                                new Start(cycle.get(0), path(cycle, 0)),
                                cycle,
                                (known, other) -> known.size() <= other.size() ? known : other);
                    }
                }
            }
            return cycles.values().stream().map(this::finding).toList();
        }

        /** The stack and the key at which a cycle is reported. */
        private record Start(int stack, Path path) {}

        /** Returns the shortest chain of imports between two stacks, including both, or an empty list. */
        private List<Integer> shortestChain(int start, int end) {
            Map<Integer, Integer> previous = new HashMap<>(Map.of(start, start));
            Deque<Integer> queue = new ArrayDeque<>(List.of(start));
            while (!queue.isEmpty() && !previous.containsKey(end)) {
                int stack = queue.remove();
                for (int next : imports.get(stack).keySet()) {
                    if (previous.putIfAbsent(next, stack) == null) {
                        queue.add(next);
                    }
                }
            }
            Deque<Integer> chain = new ArrayDeque<>();
            Integer stack = previous.containsKey(end) ? end : null;
            while (stack != null) {
                chain.addFirst(stack);
                stack = stack == start ? null : previous.get(stack);
            }
            return List.copyOf(chain);
        }

        /** Rotates a cycle so that it starts at an import of a peer, because `platform` is rarely wrong. */
        private List<Integer> startAtPeer(List<Integer> cycle) {
            int start = IntStream.range(0, cycle.size())
                    .filter(index -> !path(cycle, index).equals(PLATFORM))
                    .boxed()
                    .min(Comparator.comparing(cycle::get))
                    .orElse(0);
            List<Integer> rotated = new ArrayList<>(cycle);
            Collections.rotate(rotated, -start);
            return rotated;
        }

        private CrossStackFinding finding(List<Integer> cycle) {
            StackUnderCheck first = all.get(cycle.get(0));
            Path path = path(cycle, 0);
            CrossStackFinding finding = CrossStackFinding.of(first, STACK_CYCLE, path, message(cycle))
                    .hint("move services that call each other into one config, or write"
                            + " `network: {securityGroups: shared}` in all of these configs and their platform, because"
                            + " calls then need no imports")
                    .also(PLATFORM, GROUPS, Path.of("namespace", "id"));
            for (int i = 1; i < cycle.size(); i++) {
                finding = finding.dependingOn(all.get(cycle.get(i)), path(cycle, i), PLATFORM, GROUPS);
            }
            return finding;
        }

        private Path path(List<Integer> cycle, int index) {
            Path path = imports.get(cycle.get(index)).get(cycle.get((index + 1) % cycle.size()));
            return path == null ? Path.TOP : path;
        }

        private String message(List<Integer> cycle) {
            List<String> imported = new ArrayList<>();
            for (int i = 0; i < cycle.size(); i++) {
                String verb = i == 0 ? "` imports from `" : "` from `";
                imported.add("`" + name(cycle, i) + verb + name(cycle, i + 1) + "`");
            }
            String last = imported.remove(imported.size() - 1);
            return String.join(", ", imported) + ", and " + last + ", so "
                    + (cycle.size() == 2 ? "neither" : "none of them") + " can be deployed first";
        }

        private String name(List<Integer> cycle, int index) {
            return all.get(cycle.get(index % cycle.size())).name();
        }
    }
}
