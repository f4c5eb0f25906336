package io.github.ecsdiscovery.generator.compile;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.rule.crossstack.CrossStackRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The warnings and notes that a config accepts.
 *
 * <pre>
 * acceptWarnings: {image-latest: the walk-through has one image, which it calls latest}
 * services:
 *   orders: {acceptWarnings: {no-health-check: its image has no shell}}
 * </pre>
 *
 * @param reported the findings that the config does not accept, and the problems of {@code acceptWarnings} itself
 * @param unused a finding for each entry that accepts nothing
 * @param used the locations of the entries that accept something; an entry under {@code defaults} applies to all services, and
 *     is used if one of them uses it
 */
public record WarningSuppressions(List<Finding> reported, List<Finding> unused, Set<SourceLocation> used) {
    private static final ProblemKind ACCEPT_UNKNOWN =
            ProblemKind.error("accept-unknown", "`acceptWarnings` has an id that does not exist.");

    private static final ProblemKind ACCEPT_ERROR = ProblemKind.error(
            "accept-error", "`acceptWarnings` has the id of an error; only warnings and notes can be accepted.");

    private static final ProblemKind ACCEPT_UNUSED =
            ProblemKind.warning("accept-unused", "`acceptWarnings` accepts a problem that occurs in no environment.");

    /** The kinds of problems that this class reports. */
    static final List<ProblemKind> KINDS = List.of(ACCEPT_UNKNOWN, ACCEPT_ERROR, ACCEPT_UNUSED);

    public WarningSuppressions {
        reported = List.copyOf(reported);
        unused = List.copyOf(unused);
        used = Set.copyOf(used);
    }

    /**
     * Separates the findings that a config accepts from the others.
     *
     * @param locations returns the location of a finding in the config file
     */
    public static WarningSuppressions of(
            Config config, List<Finding> findings, Function<Finding, SourceLocation> locations) {
        List<Entry> entries = entries(config);
        List<Finding> reported = new ArrayList<>();
        Set<SourceLocation> used = new HashSet<>();
        for (Finding finding : findings) {
            List<Entry> accepting =
                    entries.stream().filter(entry -> entry.accepts(finding)).toList();
            accepting.forEach(entry -> used.add(locations.apply(entry.unused())));
            if (accepting.isEmpty()) {
                reported.add(finding);
            }
        }
        List<Finding> unused = new ArrayList<>();
        for (Entry entry : entries) {
            Optional<Finding> invalid = entry.invalid();
            invalid.ifPresent(reported::add);
            if (invalid.isEmpty() && !entry.isCrossStack() && !used.contains(locations.apply(entry.unused()))) {
                unused.add(entry.unused());
            }
        }
        return new WarningSuppressions(reported, unused, used);
    }

    /** Returns the findings that the config does not accept. */
    public static List<Finding> unaccepted(Config config, List<Finding> findings) {
        List<Entry> entries = entries(config);
        return findings.stream()
                .filter(finding -> entries.stream().noneMatch(entry -> entry.accepts(finding)))
                .toList();
    }

    private static List<Entry> entries(Config config) {
        List<Entry> entries = new ArrayList<>();
        add(entries, Path.TOP, config.acceptWarnings());
        config.services().forEach((name, service) -> add(entries, Path.of("services", name), service.acceptWarnings()));
        return entries;
    }

    private static void add(List<Entry> entries, Path scope, Map<String, String> acceptWarnings) {
        acceptWarnings.keySet().forEach(id -> entries.add(new Entry(scope, id)));
    }

    /**
     * An entry of {@code acceptWarnings}.
     *
     * @param scope the path of the whole config or of a service
     * @param id the id of the accepted problem
     */
    private record Entry(Path scope, String id) {
        private static final List<String> ACCEPTABLE = ProblemCatalog.all().stream()
                .filter(Entry::isAcceptable)
                .map(ProblemKind::id)
                .toList();

        boolean accepts(Finding finding) {
            return isAcceptable(finding.id())
                    && finding.id().toString().equals(id)
                    && finding.path().startsWith(scope);
        }

        /** Returns whether the problem is about several stacks. A check of a single config then cannot say that it is unused. */
        boolean isCrossStack() {
            return ProblemCatalog.find(id)
                    .filter(CrossStackRules.kinds()::contains)
                    .isPresent();
        }

        Finding unused() {
            return Finding.of(ACCEPT_UNUSED, path(), "`" + id + "` accepts nothing, because there is no such warning")
                    .atKey()
                    .hint("remove it");
        }

        Optional<Finding> invalid() {
            Optional<ProblemKind> kind = ProblemCatalog.find(id);
            if (kind.isEmpty()) {
                return Optional.of(Finding.of(ACCEPT_UNKNOWN, path(), "there is no warning with the id `" + id + "`")
                        .atKey()
                        .hint(Suggestion.hint(id, ACCEPTABLE)
                                .orElse("write the id that is printed in brackets after a warning")));
            }
            if (isAcceptable(kind.get())) {
                return Optional.empty();
            }
            String message = kind.get().severity() == Severity.ERROR
                    ? "`" + id + "` is an error; only warnings and notes can be accepted"
                    : "`" + id + "` cannot be accepted";
            return Optional.of(Finding.of(ACCEPT_ERROR, path(), message).atKey().hint("remove it"));
        }

        private Path path() {
            return scope.with("acceptWarnings", id);
        }

        private static boolean isAcceptable(ProblemKind kind) {
            return kind.severity() != Severity.ERROR && !kind.equals(ACCEPT_UNUSED);
        }
    }
}
