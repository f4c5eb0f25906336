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

/** The rules about the ECR repositories that the {@code repositories} command renders. */
public final class RepositoryRules {
    private static final ProblemKind NO_REPOSITORY = ProblemKind.error(
                    "no-repository", "No image is in the account's own registry, so there is no repository to create.")
            .otherwise("CloudFormation rejects a template without resources.");

    private static final ProblemKind REPOSITORY_NAME = ProblemKind.error(
                    "repository-name", "The path of an image is not a valid name of an ECR repository.")
            .otherwise("ECR rejects the repository.")
            .source("https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html");

    /** The kinds of problems that this class reports. */
    public static final List<ProblemKind> KINDS = List.of(NO_REPOSITORY, REPOSITORY_NAME);

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]+(?:[._-][a-z0-9]+)*(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*");
    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 256;

    private RepositoryRules() {}

    /** Returns the problems with a stack of repositories. */
    public static List<Finding> check(RepositoryStack stack) {
        List<Repository> repositories = stack.repositories();
        List<Finding> findings = new ArrayList<>();
        if (repositories.isEmpty()) {
            findings.add(Finding.of(
                            NO_REPOSITORY,
                            Path.of("services"),
                            "no service has an image in the account's own registry, so there is no repository to create")
                    .atKey()
                    .hint("remove `image` and `registry`, or begin `image` with `${AWS::AccountId}.dkr.ecr.`"));
        }
        // The template has one output for each repository.
        if (repositories.size() > StackLimits.MAX_OUTPUTS) {
            findings.add(Finding.of(
                            StackLimits.OUTPUT_LIMIT,
                            Path.of("services"),
                            "the template has " + TextList.count(repositories.size(), "output")
                                    + ", one for each repository; CloudFormation allows " + StackLimits.MAX_OUTPUTS)
                    .atKey()
                    .hint("split the config into several systems"));
        }
        Map<String, Repository> repositoryById = new HashMap<>();
        for (Repository repository : repositories) {
            checkName(repository, findings);
            Repository other = repositoryById.putIfAbsent(repository.id(), repository);
            if (other != null) {
                findings.add(collision(other, repository));
            }
        }
        return findings;
    }

    private static void checkName(Repository repository, List<Finding> findings) {
        String path = repository.path();
        if (!NAME.matcher(path).matches() || path.length() < MIN_LENGTH || path.length() > MAX_LENGTH) {
            findings.add(Finding.of(
                            REPOSITORY_NAME,
                            image(repository),
                            "`" + path + "` is not a valid name of an ECR repository")
                    .hint("write " + MIN_LENGTH + " to " + MAX_LENGTH
                            + " lower-case letters and digits, with single `.`, `_`, `-` or `/` between them"));
        }
    }

    private static Finding collision(Repository first, Repository second) {
        return Finding.of(
                        DistinctLogicalIds.COLLIDING_IDS,
                        image(second),
                        "the repositories `" + first.path() + "` and `" + second.path() + "` have the same logical id `"
                                + second.id() + "`")
                .hint("rename one of them");
    }

    private static Path image(Repository repository) {
        return Path.of("services")
                .with(repository.container().toArray(String[]::new))
                .with("image");
    }
}
