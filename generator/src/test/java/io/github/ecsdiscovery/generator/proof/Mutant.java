package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A rendered template with something wrong put in, line by line. */
final class Mutant {
    private final Rendered original;
    private final List<String> lines;

    private Mutant(Rendered original) {
        this.original = original;
        this.lines = new ArrayList<>(original.template().lines().toList());
    }

    static Mutant of(String example) {
        return in(Rendered.example(example));
    }

    /** Of the two services that call each other, in which most faults can be put. */
    static Mutant two() {
        return of("two-services");
    }

    static Mutant in(Rendered rendered) {
        return new Mutant(rendered);
    }

    /** Without a resource, for which nothing waits any more. */
    Mutant unmissed(String id) {
        without(id);
        lines.replaceAll(line ->
                line.startsWith("    DependsOn: ") ? line.replace(id + ", ", "").replace(", " + id, "") : line);
        return this;
    }

    /** Of a golden that is valid. */
    static Mutant golden(String name) {
        return new Mutant(Rendered.golden(name));
    }

    /** Without a resource. */
    Mutant without(String id) {
        lines.subList(start(id), end(id)).clear();
        return this;
    }

    /** With another text in place of one that a resource has; the text may span lines. */
    Mutant with(String id, String text, String other) {
        List<String> block = lines.subList(start(id), end(id));
        String whole = String.join("\n", block);
        if (!whole.contains(text)) {
            throw new AssertionError(id + " has no " + text + ":\n" + whole);
        }
        List<String> changed = whole.replace(text, other).lines().toList();
        block.clear();
        block.addAll(changed);
        return this;
    }

    /** With one more resource. */
    Mutant and(String resource) {
        lines.addAll(lines.indexOf("Outputs:"), resource.lines().toList());
        return this;
    }

    String template() {
        String text = String.join("\n", lines) + "\n";
        if (text.equals(original.template())) {
            throw new AssertionError("nothing has changed");
        }
        return text;
    }

    /** The template as it is now, beside the config that it came from. */
    Rendered rendered() {
        return new Rendered(original.name() + ", with something wrong", original.config(), template());
    }

    /** What the config promises and this does not keep, what it does beside, and the reasons that it gives. */
    List<String> differences() {
        SortedSet<String> promises = Promises.of(original.config());
        SortedSet<String> findings = Findings.of(template());
        SortedSet<String> missing = new TreeSet<>(promises);
        missing.removeAll(findings);
        SortedSet<String> more = new TreeSet<>(findings);
        more.removeAll(promises);
        List<String> all = new ArrayList<>();
        missing.forEach(fact -> all.add("not: " + fact));
        more.forEach(fact -> all.add("but: " + fact));
        if (!all.isEmpty()) {
            all.addAll(reasons(template()));
        }
        return all;
    }

    /** What a template keeps, and the reasons why it keeps no more. */
    static List<String> told(String template) {
        List<String> all = new ArrayList<>(Findings.of(template));
        all.addAll(reasons(template));
        return all;
    }

    private static List<String> reasons(String template) {
        return Proof.of(template).services().stream()
                .flatMap(service -> Stream.of(
                                service.pulls(),
                                service.logs(),
                                service.fetches(),
                                service.sessions(),
                                service.connects(),
                                service.resolves(),
                                service.starts())
                        .filter(Objects::nonNull))
                .flatMap(trail -> trail.obstacles().stream())
                .map(hop -> "why: " + hop.says())
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
