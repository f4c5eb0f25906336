package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.template.IntrinsicEvaluator;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of what a role may do.
 *
 * @param resource that gives it
 * @param statements of the policy
 * @param all whether it is AWS's own policy for starting tasks, which pulls and logs and reads no secrets
 * @param unknown whether it is a policy that the template does not have
 */
record RoleGrant(
        TemplateResource resource,
        List<TemplateNode> statements,
        boolean all,
        boolean unknown,
        IntrinsicEvaluator words) {
    /** What reads secrets, by whatever pattern it is written. */
    private static final List<String> READS =
            List.of("secretsmanager:GetSecretValue", "ssm:GetParameters", "ssm:GetParameter", "kms:Decrypt");

    RoleGrant {
        statements = List.copyOf(statements);
    }

    boolean allows(String action) {
        boolean starts = action.startsWith("ecr:") || action.startsWith("logs:");
        return all && starts || says("Allow", action);
    }

    boolean denies(String action) {
        return says("Deny", action);
    }

    boolean allows(String action, String arn) {
        return says("Allow", action, arn);
    }

    boolean denies(String action, String arn) {
        return says("Deny", action, arn);
    }

    private boolean says(String effect, String action) {
        return of(effect).stream().anyMatch(one -> isAbout(one, action));
    }

    private boolean says(String effect, String action, String arn) {
        return of(effect).stream()
                .filter(one -> isAbout(one, action))
                .anyMatch(one -> one.at("Resource").items().stream()
                        .anyMatch(pattern -> IamPattern.isArn(words.of(pattern), arn)));
    }

    private List<TemplateNode> of(String effect) {
        return statements.stream()
                .filter(one -> words.of(one.at("Effect")).equals(effect))
                .toList();
    }

    private boolean isAbout(TemplateNode statement, String action) {
        return statement.at("Action").items().stream()
                .anyMatch(pattern -> IamPattern.isAction(words.of(pattern), action));
    }

    /** All that it lets be read, as it is written; what is allowed by leaving out the rest may be everything. */
    List<SecretGrant> readings() {
        List<SecretGrant> readings = new ArrayList<>();
        for (TemplateNode statement : of("Allow")) {
            List<String> actions = new ArrayList<>(statement.at("Action").items().stream()
                    .map(words::of)
                    .filter(pattern -> READS.stream().anyMatch(action -> IamPattern.isAction(pattern, action)))
                    .toList());
            if (statement.at("NotAction").isThere()) {
                actions.add("*");
            }
            List<TemplateNode> arns = new ArrayList<>(statement.at("Resource").items());
            if (statement.at("NotResource").isThere()) {
                arns.add(new TemplateNode.Text("*", statement.at("NotResource").line()));
            }
            for (String action : actions) {
                arns.forEach(arn -> readings.add(new SecretGrant(action, words.of(arn), arn.line())));
            }
        }
        return readings;
    }
}
