package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** A rendered template with an error inserted, line by line. */
public final class MutatedTemplate {
    private final RenderedConfig original;
    private final List<String> lines;

    private MutatedTemplate(RenderedConfig original) {
        this.original = original;
        this.lines = new ArrayList<>(original.template().lines().toList());
    }

    /** Starts from an example. */
    public static MutatedTemplate ofExample(String name) {
        return of(RenderedConfig.example(name));
    }

    /** Starts from two services that call each other, which suit most mutations. */
    public static MutatedTemplate ofTwoServices() {
        return ofExample("two-services");
    }

    /** Starts from a valid golden. */
    public static MutatedTemplate ofGolden(String name) {
        return of(RenderedConfig.golden(name));
    }

    static MutatedTemplate of(RenderedConfig rendered) {
        return new MutatedTemplate(rendered);
    }

    /** Removes a resource, and every {@code DependsOn} that names it. */
    public MutatedTemplate withoutDependents(String id) {
        without(id);
        lines.replaceAll(line ->
                line.startsWith("    DependsOn: ") ? line.replace(id + ", ", "").replace(", " + id, "") : line);
        return this;
    }

    /** Removes a resource. */
    public MutatedTemplate without(String id) {
        lines.subList(start(id), end(id)).clear();
        return this;
    }

    /** Replaces a text within a resource. The text may span lines. */
    public MutatedTemplate with(String id, String text, String replacement) {
        List<String> block = lines.subList(start(id), end(id));
        String resource = String.join("\n", block);
        if (!resource.contains(text)) {
            throw new AssertionError(id + " has no " + text + ":\n" + resource);
        }
        List<String> changed = resource.replace(text, replacement).lines().toList();
        block.clear();
        block.addAll(changed);
        return this;
    }

    /** Adds a resource. */
    public MutatedTemplate and(String resource) {
        lines.addAll(lines.indexOf("Outputs:"), resource.lines().toList());
        return this;
    }

    private String template() {
        String text = String.join("\n", lines) + "\n";
        if (text.equals(original.template())) {
            throw new AssertionError("nothing has changed");
        }
        return text;
    }

    /** Returns the mutated template beside the config that the original came from. */
    RenderedConfig rendered() {
        return new RenderedConfig(original.name() + ", mutated", original.config(), template());
    }

    /**
     * Returns the differences from what the config demands: facts that are {@code missing} or {@code unexpected}, and the {@code
     * reason} of each condition that does not hold.
     */
    public List<String> differences() {
        SortedSet<String> expected = ExpectedFacts.of(original.config());
        SortedSet<String> observed = ObservedFacts.of(template());
        List<String> differences = new ArrayList<>();
        observed.stream()
                .filter(fact -> !expected.contains(fact))
                .forEach(fact -> differences.add("unexpected: " + fact));
        expected.stream().filter(fact -> !observed.contains(fact)).forEach(fact -> differences.add("missing: " + fact));
        if (!differences.isEmpty()) {
            differences.addAll(reasons(template()));
        }
        return differences;
    }

    /** Returns the facts of a template, and the reason of each condition that does not hold. */
    static List<String> factsAndReasons(String template) {
        List<String> facts = new ArrayList<>(ObservedFacts.of(template));
        facts.addAll(reasons(template));
        return facts;
    }

    private static List<String> reasons(String template) {
        return Proof.of(template).services().stream()
                .flatMap(service -> service.startup().all().stream())
                .flatMap(chain -> chain.obstacles().stream())
                .map(check -> "reason: " + check.finding())
                .toList();
    }

    private int start(String id) {
        int start = lines.indexOf("  " + id + ":");
        if (start < 0) {
            throw new AssertionError("no resource " + id);
        }
        return start;
    }

    private int end(String id) {
        int end = start(id) + 1;
        while (end < lines.size() && lines.get(end).matches(" {4}.*")) {
            end++;
        }
        return end;
    }
}
