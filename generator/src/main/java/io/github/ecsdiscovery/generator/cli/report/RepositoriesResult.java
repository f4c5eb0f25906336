package io.github.ecsdiscovery.generator.cli.report;

import io.github.ecsdiscovery.generator.cli.environment.Shell;
import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.render.Renderer;
import io.github.ecsdiscovery.generator.rule.template.RepositoryRules;
import io.github.ecsdiscovery.generator.rule.template.TemplateSize;
import io.github.ecsdiscovery.generator.stack.RepositoryPlan;
import io.github.ecsdiscovery.generator.stack.RepositoryStack;
import io.github.ecsdiscovery.generator.stack.image.Repository;
import io.github.ecsdiscovery.generator.stack.value.Partition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rendered template of repositories, and the commands that deploy it and push images. */
public final class RepositoriesResult {
    private final RepositoryStack stack;
    private final @Nullable String region;
    private final String text;
    private final boolean needsBucket;

    public RepositoriesResult(Config config) {
        this.stack = RepositoryPlan.of(config);
        this.region = config.region();
        this.text = new Renderer().repositories(stack);
        this.needsBucket = text.getBytes(StandardCharsets.UTF_8).length > TemplateSize.REQUEST_BYTES;
    }

    /** Returns the problems of the repositories of a config. */
    public static List<Finding> check(Config config) {
        return RepositoryRules.check(RepositoryPlan.of(config));
    }

    public String text() {
        return text;
    }

    /** Returns the summary of a written file, as complete lines. */
    public String summary(String file, boolean changed) {
        int count = stack.repositories().size();
        return (changed ? "Wrote `" + file + "`" : "`" + file + "` is unchanged") + ": " + count
                + (count == 1 ? " repository" : " repositories") + ".\n\n"
                + "Deploy it" + (needsBucket ? "; replace BUCKET with the name of an S3 bucket" : "") + ":\n"
                + "  " + deploy(file) + "\n"
                + push();
    }

    /** Returns the command that creates or updates the stack. All environments in an account share the stack. */
    private String deploy(String file) {
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
        return lines.isEmpty() ? "" : "\nThen build and push the images:\n" + login() + lines;
    }

    private String login() {
        String regionName = region == null ? "$region" : region;
        String suffix =
                region == null ? Partition.AWS.suffix() : Partition.of(region).suffix();
        return (region == null ? "  region=$(aws configure get region)\n" : "")
                + "  registry=$(aws sts get-caller-identity --query Account --output text).dkr.ecr." + regionName + "."
                + suffix
                + "\n"
                + "  aws ecr get-login-password --region " + regionName
                + " | docker login --username AWS --password-stdin $registry\n";
    }
}
