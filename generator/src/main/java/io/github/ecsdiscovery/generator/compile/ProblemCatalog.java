package io.github.ecsdiscovery.generator.compile;

import io.github.ecsdiscovery.generator.config.check.StructureProblems;
import io.github.ecsdiscovery.generator.config.yaml.YamlProblems;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.RuleFamily;
import io.github.ecsdiscovery.generator.rule.catalog.Rules;
import io.github.ecsdiscovery.generator.rule.crossstack.CrossStackRules;
import io.github.ecsdiscovery.generator.rule.template.RepositoryRules;
import io.github.ecsdiscovery.generator.rule.template.TemplateSize;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalog of all kinds of problems, by the chapters of the reference. */
public final class ProblemCatalog {
    private static final Map<String, ProblemKind> BY_ID = chapters().values().stream()
            .flatMap(Collection::stream)
            .collect(Collectors.toMap(
                    ProblemKind::id, Function.identity(), (kind, duplicate) -> kind, LinkedHashMap::new));

    private ProblemCatalog() {}

    /** Returns the kinds by the title of their chapter. Chapters and kinds are in the order of the reference. */
    public static Map<String, List<ProblemKind>> chapters() {
        Map<String, List<ProblemKind>> chapters = new LinkedHashMap<>();
        add(chapters, "Files and YAML", YamlProblems.ALL);
        add(chapters, "Keys and values", StructureProblems.ALL);
        for (RuleFamily family : Rules.FAMILIES) {
            add(chapters, family.title(), family.kinds());
        }
        add(chapters, "The whole template", TemplateSize.KINDS);
        add(chapters, "Several stacks", CrossStackRules.kinds());
        add(chapters, "Repositories", RepositoryRules.KINDS);
        add(chapters, "Accepted warnings", WarningSuppressions.KINDS);
        return chapters;
    }

    /** Returns every kind once, in the order of the reference. */
    public static List<ProblemKind> all() {
        return List.copyOf(BY_ID.values());
    }

    /** Returns the kind with this id, if there is one. */
    public static Optional<ProblemKind> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    private static void add(Map<String, List<ProblemKind>> chapters, String title, List<ProblemKind> kinds) {
        chapters.computeIfAbsent(title, absent -> new ArrayList<>()).addAll(kinds);
    }
}
