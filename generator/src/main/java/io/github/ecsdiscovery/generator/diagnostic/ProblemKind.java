package io.github.ecsdiscovery.generator.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of problem: the id that users see in brackets and name under {@code acceptWarnings}, with its documentation.
 *
 * <p>The class that reports a problem declares its kind, so that id, severity and documentation are in the same class as the check. The
 * reference and the page about what AWS refuses are generated from all kinds.
 */
public final class ProblemKind implements Comparable<ProblemKind> {
    private final String id;
    private final Severity severity;
    private final String summary;
    private final @Nullable String otherwise;
    private final List<String> sources;
    private final boolean limit;

    private ProblemKind(
            String id,
            Severity severity,
            String summary,
            @Nullable String otherwise,
            List<String> sources,
            boolean limit) {
        this.id = id;
        this.severity = severity;
        this.summary = summary;
        this.otherwise = otherwise;
        this.sources = List.copyOf(sources);
        this.limit = limit;
    }

    /**
     * Returns a kind of error: nothing is rendered while there is one.
     *
     * @param id in kebab-case
     * @param summary one or two sentences that say what is wrong
     */
    public static ProblemKind error(String id, String summary) {
        return new ProblemKind(id, Severity.ERROR, summary, null, List.of(), false);
    }

    /** Returns a kind of warning: the template works, but not as most people want it. */
    public static ProblemKind warning(String id, String summary) {
        return new ProblemKind(id, Severity.WARNING, summary, null, List.of(), false);
    }

    /** Returns a kind of note. */
    public static ProblemKind note(String id, String summary) {
        return new ProblemKind(id, Severity.NOTE, summary, null, List.of(), false);
    }

    /** Returns the same kind with what AWS, or the deployed system, does without this check. */
    public ProblemKind otherwise(String text) {
        return new ProblemKind(id, severity, summary, text, sources, limit);
    }

    /** Returns the same kind with one more source: the address of AWS documentation or of a public issue. */
    public ProblemKind source(String address) {
        List<String> all = new ArrayList<>(sources);
        all.add(address);
        return new ProblemKind(id, severity, summary, otherwise, all, limit);
    }

    /** Returns the same kind as a limit of CloudFormation, which {@code --no-limits} reports as a note. */
    public ProblemKind asLimit() {
        return new ProblemKind(id, severity, summary, otherwise, sources, true);
    }

    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** Returns what is wrong, in one or two sentences for the reference. */
    public String summary() {
        return summary;
    }

    /** Returns what happens without the check, or null if AWS is not involved. */
    public @Nullable String otherwise() {
        return otherwise;
    }

    /** Returns the addresses of the sources of what happens without the check. */
    public List<String> sources() {
        return sources;
    }

    public boolean isLimit() {
        return limit;
    }

    @Override
    public int compareTo(ProblemKind other) {
        return id.compareTo(other.id);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProblemKind kind && id.equals(kind.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Returns the id, for printing. */
    @Override
    public String toString() {
        return id;
    }
}
