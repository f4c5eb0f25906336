package io.github.ecsdiscovery.generator.proof.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.proof.MutatedTemplate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof detects each permission that is missing or too wide, for secrets and for the key of the logs. */
@SuppressWarnings("StringConcatToTextBlock") // an edit names lines of a template, one string each
final class SecretMutationTest {
    static Stream<Arguments> templates() {
        String invoices =
                "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:billing/invoices";
        return Stream.of(
                arguments(
                        "secrets without permissions",
                        billing().with("InvoicesExecutionRole", "      Policies:", "      Unknown:"),
                        "reason: InvoicesExecutionRole does not allow secretsmanager:GetSecretValue of " + invoices),
                arguments(
                        "a permission for another secret",
                        billing().with("InvoicesExecutionRole", "billing/invoices-??????", "billing/invoice-??????"),
                        "unexpected: invoices fetches secrets: NO"),
                arguments(
                        "a permission without the random suffix",
                        billing().with("InvoicesExecutionRole", "billing/invoices-??????", "billing/invoices"),
                        "unexpected: invoices fetches secrets: NO"),
                arguments(
                        "a permission for another parameter",
                        billing().with("InvoicesExecutionRole", "parameter/billing/signing-key", "parameter/billing"),
                        "unexpected: invoices fetches secrets: NO"),
                arguments(
                        "another action of Parameter Store",
                        billing().with("InvoicesExecutionRole", "ssm:GetParameters", "ssm:GetParameter"),
                        "unexpected: invoices fetches secrets: NO"),
                arguments(
                        "a key without permission to decrypt",
                        billing().with("InvoicesExecutionRole", "kms:Decrypt", "kms:DescribeKey"),
                        "missing: invoices may kms:Decrypt"
                                + " arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-0000-0000-000000000000"),
                arguments(
                        "a permission for all secrets with a prefix",
                        billing().with("InvoicesExecutionRole", "billing/invoices-??????", "billing/*"),
                        "unexpected: invoices may secretsmanager:GetSecretValue " + invoices.replace("invoices", "*")),
                arguments(
                        "a permission for all secrets",
                        billing().with("InvoicesExecutionRole", "!Sub '" + invoices + "-??????'", "'*'"),
                        "unexpected: invoices may secretsmanager:GetSecretValue *"),
                arguments(
                        "all actions on a secret",
                        billing().with("InvoicesExecutionRole", "secretsmanager:GetSecretValue", "secretsmanager:*"),
                        "unexpected: invoices may secretsmanager:* " + invoices + "-??????"),
                arguments(
                        "NotAction",
                        billing().with("PaymentsExecutionRole", "            Action:", "            NotAction:"),
                        "unexpected: payments may * arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments/api-AbCdEf"),
                arguments(
                        "a permission for all parameters",
                        billing().with("InvoicesExecutionRole", "parameter/billing/signing-key", "parameter/*"),
                        "unexpected: invoices may ssm:GetParameters"
                                + " arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/*"),
                arguments(
                        "a statement that denies",
                        billing()
                                .with(
                                        "InvoicesExecutionRole",
                                        "          Statement:\n          - Effect",
                                        "          Statement:\n"
                                                + "          - {Effect: Deny, Action: 'secretsmanager:*', Resource: '*'}\n"
                                                + "          - Effect"),
                        "reason: InvoicesExecutionRole denies secretsmanager:GetSecretValue of " + invoices),
                arguments(
                        "the execution role of another service",
                        billing().with("PaymentsTaskDefinition", "PaymentsExecutionRole", "InvoicesExecutionRole"),
                        "reason: InvoicesExecutionRole does not allow secretsmanager:GetSecretValue of"
                                + " arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments/api-AbCdEf"),
                arguments(
                        "a role with secrets for a service without secrets",
                        billing().with("FrontTaskDefinition", "[ExecutionRole, Arn]", "[PaymentsExecutionRole, Arn]"),
                        "unexpected: front may secretsmanager:GetSecretValue"
                                + " arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments/api-AbCdEf"),
                arguments(
                        "another secret",
                        billing().with("InvoicesTaskDefinition", "invoices:password::", "payments:password::"),
                        "unexpected: invoices injects DB_PASSWORD: password of "
                                + invoices.replace("invoices", "payments")),
                arguments(
                        "another JSON key of the secret",
                        billing().with("InvoicesTaskDefinition", "invoices:password::", "invoices:user::"),
                        "unexpected: invoices injects DB_PASSWORD: user of " + invoices),
                arguments(
                        "the secrets removed",
                        billing().with("InvoicesTaskDefinition", "        Secrets:", "        Unknown:"),
                        "missing: invoices injects DB_PASSWORD: password of " + invoices),
                arguments(
                        "an ARN of another service of AWS",
                        billing().with("PaymentsTaskDefinition", ":secretsmanager:", ":s3:"),
                        "reason: API_TOKEN does not refer to Secrets Manager or Parameter Store"),
                arguments(
                        "a plain variable with the same name",
                        billing().with("InvoicesTaskDefinition", "Name: DB_HOST", "Name: DB_USER"),
                        "reason: DB_USER is both a secret and a plain variable, which ECS rejects"),
                arguments(
                        "no way to Secrets Manager",
                        billing().with("PaymentsSecurityGroup", "443", "80"),
                        "unexpected: payments fetches secrets: NO"),
                arguments(
                        "a log group without its key",
                        billing().with("FrontLogGroup", "KmsKeyId:", "Unknown:"),
                        "missing: front encrypts logs: LogKey encrypts FrontLogGroup"),
                arguments(
                        "a key by its id instead of its ARN",
                        billing().with("FrontLogGroup", "Fn::GetAtt: [LogKey, Arn]", "Ref: LogKey"),
                        "reason: KmsKeyId is not the ARN of a key of this template"),
                arguments(
                        "a key outside the template",
                        billing()
                                .with(
                                        "FrontLogGroup",
                                        "Fn::GetAtt: [LogKey, Arn]",
                                        "Fn::Sub: 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/k'"),
                        "unexpected: front logs: UNKNOWN"),
                arguments(
                        "a key that CloudWatch Logs may not use",
                        billing().with("LogKey", "'logs.${AWS::Region}", "'s3.${AWS::Region}"),
                        "reason: LogKey does not let CloudWatch Logs encrypt FrontLogGroup"),
                arguments(
                        "a key for other log groups",
                        billing().with("LogKey", "log-group:/ecs/", "log-group:/other/"),
                        "reason: LogKey does not let CloudWatch Logs encrypt InvoicesLogGroup"),
                arguments(
                        "a key that only encrypts",
                        billing().with("LogKey", "'kms:Decrypt*', ", ""),
                        "unexpected: payments logs: NO"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void detectsTheMutation(String mutation, MutatedTemplate template, String difference) {
        assertThat(template.differences()).contains(difference);
    }

    private static MutatedTemplate billing() {
        return MutatedTemplate.ofGolden("secrets");
    }
}
