package io.github.ecsdiscovery.generator.cli.report;

import io.github.ecsdiscovery.generator.cli.environment.Shell;
import io.github.ecsdiscovery.generator.compile.Compilation;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.rule.template.TemplateSize;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import io.github.ecsdiscovery.generator.stack.discovery.Imports;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was made, and the commands that go on from there. */
public final class NextSteps {
    private final Compilation.Template template;
    private final String file;
    private final int bytes;
    private final String stackName;
    private final String region;

    /**
     * What to do with a template.
     *
     * @param environment the environment that was merged, or null
     * @param file the template's, as it was given
     */
    public NextSteps(Compilation.Template template, @Nullable String environment, String file) {
        Config config = template.config();
        this.template = template;
        this.file = file;
        this.bytes = template.bytes();
        this.stackName = StackPlan.stackName(config, environment);
        this.region = config.region() == null ? "" : " --region " + config.region();
    }

    /** Whole lines. */
    public String text(boolean changed) {
        return "`" + file + "` " + (changed ? "was written" : "has not changed") + ": " + size() + ".\n\n"
                + first()
                + "Deploy it" + (needsBucket() ? " through a bucket of yours in place of BUCKET" : "") + ":\n"
                + "  " + deploy() + "\n\n"
                + whereItFails();
    }

    /** The stacks that are there before it: those that it imports from, and those that proxies have to find. */
    private String first() {
        return first(
                        "It imports what other stacks export, which are deployed first: ",
                        Imports.stacks(template.config()))
                + first(
                        "Its proxies know who is there when a task starts, so these stacks are deployed first, too: ",
                        Imports.serviceConnectStacks(template.config()));
    }

    private static String first(String why, Set<String> stacks) {
        return stacks.isEmpty() ? "" : why + String.join(", ", stacks) + ".\n\n";
    }

    private String size() {
        int resources = template.stack().resources();
        String limit = needsBucket() ? grouped(TemplateSize.MOST_BYTES) : grouped(TemplateSize.REQUEST_BYTES);
        return resources + (resources == 1 ? " resource, " : " resources, ") + grouped(bytes) + " of " + limit
                + (needsBucket() ? " bytes" : " bytes that need no bucket");
    }

    private boolean needsBucket() {
        return bytes > TemplateSize.REQUEST_BYTES;
    }

    /** The command that makes or updates the stack. */
    String deploy() {
        boolean roles = template.stack().hasRoles();
        return "aws cloudformation deploy --template-file " + Shell.quoted(file) + " --stack-name " + stackName
                + (roles ? " --capabilities CAPABILITY_IAM" : "")
                + " --no-fail-on-empty-changeset"
                + region
                + (needsBucket() ? " --s3-bucket BUCKET" : "");
    }

    private String whereItFails() {
        String events = "aws cloudformation describe-stack-events --stack-name " + stackName + region
                + " --query 'StackEvents[?contains(ResourceStatus,`FAILED`)].[LogicalResourceId,ResourceStatusReason]'"
                + " --output table";
        List<String> services =
                template.config().services().keySet().stream().sorted().toList();
        return "Where a first deployment fails:\n"
                + "  what failed, and why\n    " + events + "\n"
                + (services.isEmpty() ? "" : tasks(services.get(0)))
                + "  a first try that failed ends as ROLLBACK_COMPLETE, and has to go before the next one\n"
                + "    aws cloudformation delete-stack --stack-name " + stackName + region + "\n";
    }

    private String tasks(String service) {
        String named = template.config().cluster().name();
        String platform = template.config().platform();
        String own = platform == null ? stackName : platform;
        String cluster = named == null ? own : named;
        String list = "aws ecs list-tasks --cluster " + cluster + " --desired-status STOPPED" + region
                + " --query taskArns --output text";
        return "  why tasks stopped (the rollback deletes them and their logs: `--disable-rollback` keeps them)\n"
                + "    aws ecs describe-tasks --cluster " + cluster + region + " --tasks $(" + list + ")"
                + " --query 'tasks[].[group,stoppedReason,containers[].reason]'\n"
                + "  what a service said last\n"
                + "    aws logs tail /ecs/" + stackName + "/" + service + region + " --since 1h\n";
    }

    /** The number with commas, the same in every locale. */
    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
