package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.List;
import java.util.Optional;

/**
 * Answers whether CloudWatch Logs may use the KMS key of a log group. Without that permission the log group cannot be created.
 *
 * <p>The key policy must allow the service {@code logs.REGION.amazonaws.com} to encrypt, decrypt, re-encrypt and generate data
 * keys. It may restrict the permission to the encryption context of the log group's ARN. Source: the page "Encrypt log data in
 * CloudWatch Logs using AWS KMS" of the CloudWatch Logs User Guide.
 */
final class LogKeyCheck {
    private static final String KEY = "AWS::KMS::Key";
    private static final String ENCRYPTION_CONTEXT = "kms:EncryptionContext:aws:logs:arn";
    private static final List<String> REQUIRED_ACTIONS =
            List.of("kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey");

    private final Template template;

    LogKeyCheck(Template template) {
        this.template = template;
    }

    /** Returns the check of a log group's key, or empty if the group has none. */
    Optional<Check> of(TemplateResource group) {
        TemplateNode keyId = group.at("KmsKeyId");
        if (!keyId.isPresent()) {
            return Optional.empty();
        }
        String id = template.id(keyId, "Arn");
        Optional<TemplateResource> key = template.resource(id, KEY);
        if (key.isPresent()) {
            return Optional.of(keyPolicy(key.get(), group));
        }
        return Optional.of(
                id.startsWith("${")
                        ? Check.no("key", "KmsKeyId is not the ARN of a key of this template", keyId.line())
                        : Check.unknown(
                                "key", "the key policy of " + id + " is not part of this template", keyId.line()));
    }

    private Check keyPolicy(TemplateResource key, TemplateResource group) {
        String arn = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:"
                + template.text(group.at("LogGroupName"));
        List<TemplateNode> statements = key.at("KeyPolicy", "Statement").items();
        boolean allowsAll = REQUIRED_ACTIONS.stream()
                .allMatch(action -> statements.stream().anyMatch(statement -> allows(statement, action, arn)));
        return allowsAll
                ? Check.yes("key", key.id() + " encrypts " + group.id(), key)
                : Check.no("key", key.id() + " does not let CloudWatch Logs encrypt " + group.id(), key.line());
    }

    private boolean allows(TemplateNode statement, String action, String groupArn) {
        TemplateNode contexts = statement.at("Condition", "ArnLike", ENCRYPTION_CONTEXT);
        return template.text(statement.at("Effect")).equals("Allow")
                && statement.at("Principal", "Service").items().stream()
                        .anyMatch(service -> template.text(service).startsWith("logs."))
                && statement.at("Action").items().stream()
                        .anyMatch(pattern -> IamPattern.matchesAction(template.text(pattern), action))
                && (!contexts.isPresent()
                        || contexts.items().stream()
                                .anyMatch(pattern -> IamPattern.matchesArn(template.text(pattern), groupArn)));
    }
}
