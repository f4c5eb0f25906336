package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.rule.TemplateRules;
import io.github.ecsdiscovery.generator.stack.Partition;
import io.github.ecsdiscovery.generator.stack.Repository;
import io.github.ecsdiscovery.generator.stack.RepositoryStack;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Which repositories a template makes, and the commands that deploy it and push into them. */
final class RepositorySteps {
    private final RepositoryStack stack;
    private final @Nullable String region;
    private final String file;
    private final boolean needsBucket;

    /**
     * What to do with a template of repositories.
     *
     * @param region of the config, or null
     * @param file the template's, as it was given
     */
    RepositorySteps(RepositoryStack stack, @Nullable String region, String file, String template) {
        this.stack = stack;
        this.region = region;
        this.file = file;
        this.needsBucket = template.getBytes(StandardCharsets.UTF_8).length > TemplateRules.REQUEST_BYTES;
    }

    /** Whole lines. */
    String text(boolean changed) {
        int count = stack.repositories().size();
        return "`" + file + "` " + (changed ? "was written" : "has not changed") + ": " + count
                + (count == 1 ? " repository" : " repositories") + ".\n\n"
                + "Deploy it" + (needsBucket ? " through a bucket of yours in place of BUCKET" : "") + ":\n"
                + "  " + deploy() + "\n"
                + push();
    }

    /** The command that makes or updates the stack, one for all environments of an account. */
    String deploy() {
        return "aws cloudformation deploy --template-file " + Shell.quoted(file) + " --stack-name " + stack.name()
                + "-repositories --no-fail-on-empty-changeset"
                + (region == null ? "" : " --region " + region)
                + (needsBucket ? " --s3-bucket BUCKET" : "");
    }

    private String push() {
        StringBuilder lines = new StringBuilder();
        for (Repository repository : stack.repositories()) {
            for (Repository.Image image : repository.images()) {
                lines.append("  docker build --platform ").append(image.platform());
                lines.append(" --tag $registry/").append(image.name()).append(" FOLDER\n");
                lines.append("  docker push $registry/").append(image.name()).append('\n');
            }
        }
        return lines.isEmpty() ? "" : "\nThen build the images and push them:\n" + login() + lines;
    }

    private String login() {
        String name = region == null ? "$region" : region;
        String suffix =
                region == null ? Partition.AWS.suffix() : Partition.of(region).suffix();
        return (region == null ? "  region=$(aws configure get region)\n" : "")
                + "  registry=$(aws sts get-caller-identity --query Account --output text).dkr.ecr." + name + "."
                + suffix
                + "\n"
                + "  aws ecr get-login-password --region " + name
                + " | docker login --username AWS --password-stdin $registry\n";
    }
}
