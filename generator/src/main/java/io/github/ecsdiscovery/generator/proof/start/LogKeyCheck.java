package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.List;
import java.util.Optional;

/** Whether CloudWatch Logs may use the KMS key of a log group: without that, the group is not even made. */
final class LogKeyCheck {
    private static final String KEY = "AWS::KMS::Key";
    private static final String CONTEXT = "kms:EncryptionContext:aws:logs:arn";
    private static final List<String> NEEDED =
            List.of("kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey");

    private final Template template;

    LogKeyCheck(Template template) {
        this.template = template;
    }

    /** Empty where the group has no key of its own. */
    Optional<Check> of(TemplateResource group) {
        TemplateNode named = group.at("KmsKeyId");
        if (!named.isThere()) {
            return Optional.empty();
        }
        String id = template.id(named, "Arn");
        Optional<TemplateResource> key = template.find(id, KEY);
        if (key.isEmpty()) {
            return Optional.of(
                    id.startsWith("${")
                            ? Check.no("key", "KmsKeyId is not the ARN of a key of this template", named.line())
                            : Check.unknown(
                                    "key", "who may use " + id + " is not part of this template", named.line()));
        }
        String arn = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:"
                + template.text(group.at("LogGroupName"));
        List<TemplateNode> statements = key.get().at("KeyPolicy", "Statement").items();
        boolean all = NEEDED.stream().allMatch(action -> statements.stream().anyMatch(one -> allows(one, action, arn)));
        return Optional.of(
                all
                        ? Check.yes("key", id + " encrypts " + group.id(), key.get())
                        : Check.no(
                                "key",
                                id + " does not let CloudWatch Logs use it for " + group.id(),
                                key.get().line()));
    }

    private boolean allows(TemplateNode statement, String action, String group) {
        TemplateNode contexts = statement.at("Condition", "ArnLike", CONTEXT);
        return template.text(statement.at("Effect")).equals("Allow")
                && statement.at("Principal", "Service").items().stream()
                        .anyMatch(one -> template.text(one).startsWith("logs."))
                && statement.at("Action").items().stream()
                        .anyMatch(pattern -> IamPattern.isAction(template.text(pattern), action))
                && (!contexts.isThere()
                        || contexts.items().stream()
                                .anyMatch(pattern -> IamPattern.isArn(template.text(pattern), group)));
    }
}
