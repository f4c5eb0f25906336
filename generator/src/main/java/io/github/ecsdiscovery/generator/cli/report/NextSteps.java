package io.github.ecsdiscovery.generator.cli.report;

import io.github.ecsdiscovery.generator.cli.environment.Shell;
import io.github.ecsdiscovery.generator.compile.RenderedTemplate;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.rule.template.TemplateSize;
import io.github.ecsdiscovery.generator.stack.discovery.Imports;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The summary of a rendered template, and the commands that deploy it and find out why a deployment fails. */
public final class NextSteps {
    private final RenderedTemplate template;
    private final String file;
    private final int bytes;
    private final String stackName;
    private final String region;

    /**
     * Creates the next steps for a template.
     *
     * @param file the path of the template on the command line
     */
    public NextSteps(RenderedTemplate template, String file) {
        Config config = template.config();
        this.template = template;
        this.file = file;
        this.bytes = template.bytes();
        this.stackName = template.stackName();
        this.region = config.region() == null ? "" : " --region " + config.region();
    }

    /**
     * Returns the text as complete lines.
     *
     * @param changed whether the file was written; false if it had the same content before
     */
    public String text(boolean changed) {
        return (changed ? "Wrote `" + file + "`" : "`" + file + "` is unchanged") + ": " + size() + ".\n\n"
                + requiredStacks()
                + "Deploy it" + (needsBucket() ? "; replace BUCKET with the name of an S3 bucket" : "") + ":\n"
                + "  " + deploy() + "\n\n"
                + troubleshooting();
    }

    /** Lists the stacks to deploy first: those it imports from, and those its Service Connect proxies look up. */
    private String requiredStacks() {
        return requiredStacks(
                        "It imports values from other stacks. Deploy them first: ", Imports.stacks(template.config()))
                + requiredStacks(
                        "Service Connect finds only services that exist when a task starts. Deploy their stacks first: ",
                        Imports.serviceConnectStacks(template.config()));
    }

    private static String requiredStacks(String reason, Set<String> stacks) {
        return stacks.isEmpty() ? "" : reason + String.join(", ", stacks) + ".\n\n";
    }

    private String size() {
        int resources = template.stack().resources();
        String limit = needsBucket()
                ? "limit: " + grouped(TemplateSize.MAX_BYTES)
                : "limit without an S3 bucket: " + grouped(TemplateSize.REQUEST_BYTES);
        return resources + (resources == 1 ? " resource, " : " resources, ") + grouped(bytes) + " bytes (" + limit
                + ")";
    }

    private boolean needsBucket() {
        return bytes > TemplateSize.REQUEST_BYTES;
    }

    /** Returns the command that creates or updates the stack. */
    String deploy() {
        boolean roles = template.stack().hasRoles();
        return "aws cloudformation deploy --template-file " + Shell.quoted(file) + " --stack-name " + stackName
                + (roles ? " --capabilities CAPABILITY_IAM" : "")
                + " --no-fail-on-empty-changeset"
                + region
                + (needsBucket() ? " --s3-bucket BUCKET" : "");
    }

    private String troubleshooting() {
        String events = "aws cloudformation describe-stack-events --stack-name " + stackName + region
                + " --query 'StackEvents[?contains(ResourceStatus,`FAILED`)].[LogicalResourceId,ResourceStatusReason]'"
                + " --output table";
        List<String> services =
                template.config().services().keySet().stream().sorted().toList();
        return "If the first deployment fails:\n"
                + "  list the failed resources and the reasons\n    " + events + "\n"
                + (services.isEmpty() ? "" : tasks(services.get(0)))
                + "  delete the failed stack (ROLLBACK_COMPLETE) before you deploy again\n"
                + "    aws cloudformation delete-stack --stack-name " + stackName + region + "\n";
    }

    private String tasks(String service) {
        String clusterName = template.config().cluster().name();
        String platform = template.config().platform();
        String defaultCluster = platform == null ? stackName : platform;
        String cluster = clusterName == null ? defaultCluster : clusterName;
        String list = "aws ecs list-tasks --cluster " + cluster + " --desired-status STOPPED" + region
                + " --query taskArns --output text";
        return "  find out why tasks stopped (a rollback deletes tasks and logs; `--disable-rollback` keeps them)\n"
                + "    aws ecs describe-tasks --cluster " + cluster + region + " --tasks $(" + list + ")"
                + " --query 'tasks[].[group,stoppedReason,containers[].reason]'\n"
                + "  read the last log lines of a service\n"
                + "    aws logs tail /ecs/" + stackName + "/" + service + region + " --since 1h\n";
    }

    /** Returns the number with commas, the same in every locale. */
    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
