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
 * What the author of a config has read and accepts.
 *
 * <pre>
 * acceptWarnings: {image-latest: the walk-through calls its one image latest}
 * services:
 *   orders: {acceptWarnings: {no-health-check: its image has no shell}}
 * </pre>
 *
 * @param told the findings that nobody accepts, and what is wrong with entries
 * @param unused a finding about each entry that accepts nothing
 * @param used the places of the entries that accept something; what stands under {@code defaults} is an entry of many
 *     services, and used if it is one's
 */
public record WarningSuppressions(List<Finding> told, List<Finding> unused, Set<SourceLocation> used) {
    private static final ProblemKind ACCEPT_UNKNOWN =
            ProblemKind.error("accept-unknown", "An entry of `acceptWarnings` names no problem that there is.");

    private static final ProblemKind ACCEPT_ERROR = ProblemKind.error(
            "accept-error", "An entry of `acceptWarnings` names an error; only warnings and notes are accepted.");

    private static final ProblemKind ACCEPT_UNUSED =
            ProblemKind.warning("accept-unused", "An entry of `acceptWarnings` accepts nothing, in no environment.");

    /** The kinds of problems that this class reports. */
    static final List<ProblemKind> KINDS = List.of(ACCEPT_UNKNOWN, ACCEPT_ERROR, ACCEPT_UNUSED);

    public WarningSuppressions {
        told = List.copyOf(told);
        unused = List.copyOf(unused);
        used = Set.copyOf(used);
    }

    /** Takes from the findings what the config accepts. */
    public static WarningSuppressions of(
            Config config, List<Finding> findings, Function<Finding, SourceLocation> places) {
        List<Entry> entries = entries(config);
        List<Finding> told = new ArrayList<>();
        Set<SourceLocation> used = new HashSet<>();
        for (Finding finding : findings) {
            List<Entry> accepting =
                    entries.stream().filter(entry -> entry.accepts(finding)).toList();
            accepting.forEach(entry -> used.add(places.apply(entry.unused())));
            if (accepting.isEmpty()) {
                told.add(finding);
            }
        }
        List<Finding> unused = new ArrayList<>();
        for (Entry entry : entries) {
            Optional<Finding> wrong = entry.wrong();
            wrong.ifPresent(told::add);
            if (wrong.isEmpty() && !entry.isAmongStacks() && !used.contains(places.apply(entry.unused()))) {
                unused.add(entry.unused());
            }
        }
        return new WarningSuppressions(told, unused, used);
    }

    /** The findings that the config does not accept. */
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

    private static void add(List<Entry> entries, Path scope, Map<String, String> accept) {
        accept.keySet().forEach(id -> entries.add(new Entry(scope, id)));
    }

    /** One accepted id, and what it is accepted of: the whole config or a service. */
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

        /** Whether it may accept something that is not looked at now. */
        boolean isAmongStacks() {
            return ProblemCatalog.find(id)
                    .filter(CrossStackRules.kinds()::contains)
                    .isPresent();
        }

        Finding unused() {
            return Finding.of(ACCEPT_UNUSED, path(), "`" + id + "` accepts nothing: there is no such warning")
                    .atKey()
                    .hint("take it out");
        }

        Optional<Finding> wrong() {
            Optional<ProblemKind> known = ProblemCatalog.find(id);
            if (known.isEmpty()) {
                return Optional.of(Finding.of(ACCEPT_UNKNOWN, path(), "there is no problem with the id `" + id + "`")
                        .atKey()
                        .hint(Suggestion.hint(id, ACCEPTABLE).orElse("the id stands in brackets behind the warning")));
            }
            if (isAcceptable(known.get())) {
                return Optional.empty();
            }
            String why = known.get().severity() == Severity.ERROR ? " is an error, which" : "";
            return Optional.of(Finding.of(ACCEPT_ERROR, path(), "`" + id + "`" + why + " cannot be accepted")
                    .atKey()
                    .hint("take it out"));
        }

        private Path path() {
            return scope.with("acceptWarnings", id);
        }

        private static boolean isAcceptable(ProblemKind id) {
            return id.severity() != Severity.ERROR && !id.equals(ACCEPT_UNUSED);
        }
    }
}
