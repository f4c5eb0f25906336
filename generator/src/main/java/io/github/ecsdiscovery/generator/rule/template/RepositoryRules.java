package io.github.ecsdiscovery.generator.rule.template;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.TextList;
import io.github.ecsdiscovery.generator.rule.name.DistinctLogicalIds;
import io.github.ecsdiscovery.generator.stack.RepositoryStack;
import io.github.ecsdiscovery.generator.stack.image.Repository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules about the repositories of a config's images. */
public final class RepositoryRules {
    private static final ProblemKind NO_REPOSITORY = ProblemKind.error(
            "no-repository", "No image is kept in the account's own registry, so `repositories` has nothing to make.");

    private static final ProblemKind REPOSITORY_NAME =
            ProblemKind.error("repository-name", "An image's path is none that a repository of ECR can have.");

    /** The kinds of problems that this class reports. */
    public static final List<ProblemKind> KINDS = List.of(NO_REPOSITORY, REPOSITORY_NAME);

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]+(?:[._-][a-z0-9]+)*(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 256;
    /** Each has an output, and a template has no more of them. */
    private static final int MOST = 200;

    private RepositoryRules() {}

    /** Everything that the rules find. */
    public static List<Finding> check(RepositoryStack stack) {
        List<Repository> repositories = stack.repositories();
        List<Finding> findings = new ArrayList<>();
        if (repositories.isEmpty()) {
            findings.add(Finding.of(
                            NO_REPOSITORY,
                            Path.of("services"),
                            "no service runs an image of the account's own registry, so there is no repository to make")
                    .atKey()
                    .hint("leave `image` and `registry` out, or begin `image` with `${AWS::AccountId}.dkr.ecr.`"));
        }
        if (repositories.size() > MOST) {
            findings.add(Finding.of(
                            StackLimits.OUTPUT_LIMIT,
                            Path.of("services"),
                            "the template has " + TextList.count(repositories.size(), "output")
                                    + ", one for each repository; CloudFormation takes " + MOST)
                    .atKey()
                    .hint("split the config into several systems"));
        }
        Map<String, Repository> known = new HashMap<>();
        for (Repository repository : repositories) {
            name(repository, findings);
            Repository other = known.putIfAbsent(repository.id(), repository);
            if (other != null) {
                findings.add(collision(other, repository));
            }
        }
        return findings;
    }

    private static void name(Repository repository, List<Finding> findings) {
        String path = repository.path();
        if (!NAME.matcher(path).matches() || path.length() < SHORTEST || path.length() > LONGEST) {
            findings.add(Finding.of(
                            REPOSITORY_NAME, image(repository), "`" + path + "` is no name that ECR gives a repository")
                    .hint("write " + SHORTEST + " to " + LONGEST
                            + " lower-case letters and digits, with one of `.`, `_`," + " `-` or `/` between"));
        }
    }

    private static Finding collision(Repository first, Repository second) {
        return Finding.of(
                        DistinctLogicalIds.COLLIDING_IDS,
                        image(second),
                        "the repositories `" + first.path() + "` and `" + second.path() + "` have the same logical id `"
                                + second.id() + "`")
                .hint("give one of them another name");
    }

    private static Path image(Repository repository) {
        return Path.of("services")
                .with(repository.container().toArray(String[]::new))
                .with("image");
    }
}
