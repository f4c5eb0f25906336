package io.github.ecsdiscovery.generator.proof.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.proof.MutatedTemplate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets, and the key of the logs, with one thing wrong: who reads too much or too little is told. */
@SuppressWarnings("StringConcatToTextBlock") // an edit names lines of a template, one string each
final class SecretMutationTest {
    static Stream<Arguments> templates() {
        String invoices =
                "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:billing/invoices";
        return Stream.of(
                arguments(
                        "secrets that nobody may read",
                        billing().with("InvoicesExecutionRole", "      Policies:", "      Unknown:"),
                        "reason: InvoicesExecutionRole does not allow secretsmanager:GetSecretValue of " + invoices),
                arguments(
                        "a secret that may not be read",
                        billing().with("InvoicesExecutionRole", "billing/invoices-??????", "billing/invoice-??????"),
                        "unexpected: invoices fetches secrets: NO"),
                arguments(
                        "a secret without the characters behind its name",
                        billing().with("InvoicesExecutionRole", "billing/invoices-??????", "billing/invoices"),
                        "unexpected: invoices fetches secrets: NO"),
                arguments(
                        "a parameter that may not be read",
                        billing().with("InvoicesExecutionRole", "parameter/billing/signing-key", "parameter/billing"),
                        "unexpected: invoices fetches secrets: NO"),
                arguments(
                        "another action of Parameter Store",
                        billing().with("InvoicesExecutionRole", "ssm:GetParameters", "ssm:GetParameter"),
                        "unexpected: invoices fetches secrets: NO"),
                arguments(
                        "a key by which nothing may be decrypted",
                        billing().with("InvoicesExecutionRole", "kms:Decrypt", "kms:DescribeKey"),
                        "missing: invoices may kms:Decrypt"
                                + " arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-0000-0000-000000000000"),
                arguments(
                        "all secrets that begin alike",
                        billing().with("InvoicesExecutionRole", "billing/invoices-??????", "billing/*"),
                        "unexpected: invoices may secretsmanager:GetSecretValue " + invoices.replace("invoices", "*")),
                arguments(
                        "all secrets",
                        billing().with("InvoicesExecutionRole", "!Sub '" + invoices + "-??????'", "'*'"),
                        "unexpected: invoices may secretsmanager:GetSecretValue *"),
                arguments(
                        "all that can be done with a secret",
                        billing().with("InvoicesExecutionRole", "secretsmanager:GetSecretValue", "secretsmanager:*"),
                        "unexpected: invoices may secretsmanager:* " + invoices + "-??????"),
                arguments(
                        "all but something",
                        billing().with("PaymentsExecutionRole", "            Action:", "            NotAction:"),
                        "unexpected: payments may * arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments/api-AbCdEf"),
                arguments(
                        "all parameters",
                        billing().with("InvoicesExecutionRole", "parameter/billing/signing-key", "parameter/*"),
                        "unexpected: invoices may ssm:GetParameters"
                                + " arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/*"),
                arguments(
                        "a secret that is denied",
                        billing()
                                .with(
                                        "InvoicesExecutionRole",
                                        "          Statement:\n          - Effect",
                                        "          Statement:\n"
                                                + "          - {Effect: Deny, Action: 'secretsmanager:*', Resource: '*'}\n"
                                                + "          - Effect"),
                        "reason: InvoicesExecutionRole denies secretsmanager:GetSecretValue of " + invoices),
                arguments(
                        "the secrets of another service",
                        billing().with("PaymentsTaskDefinition", "PaymentsExecutionRole", "InvoicesExecutionRole"),
                        "reason: InvoicesExecutionRole does not allow secretsmanager:GetSecretValue of"
                                + " arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments/api-AbCdEf"),
                arguments(
                        "a role that reads secrets at a service that has none",
                        billing().with("FrontTaskDefinition", "[ExecutionRole, Arn]", "[PaymentsExecutionRole, Arn]"),
                        "unexpected: front may secretsmanager:GetSecretValue"
                                + " arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments/api-AbCdEf"),
                arguments(
                        "another secret in its place",
                        billing().with("InvoicesTaskDefinition", "invoices:password::", "payments:password::"),
                        "unexpected: invoices injects DB_PASSWORD: password of "
                                + invoices.replace("invoices", "payments")),
                arguments(
                        "another key of the secret",
                        billing().with("InvoicesTaskDefinition", "invoices:password::", "invoices:user::"),
                        "unexpected: invoices injects DB_PASSWORD: user of " + invoices),
                arguments(
                        "a secret less",
                        billing().with("InvoicesTaskDefinition", "        Secrets:", "        Unknown:"),
                        "missing: invoices injects DB_PASSWORD: password of " + invoices),
                arguments(
                        "a secret of nothing that keeps any",
                        billing().with("PaymentsTaskDefinition", ":secretsmanager:", ":s3:"),
                        "reason: API_TOKEN does not refer to Secrets Manager or Parameter Store"),
                arguments(
                        "a variable that is plain too",
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
                        "a key by its id in place of its ARN",
                        billing().with("FrontLogGroup", "Fn::GetAtt: [LogKey, Arn]", "Ref: LogKey"),
                        "reason: KmsKeyId is not the ARN of a key of this template"),
                arguments(
                        "a key that is not told",
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
                        "a key of other log groups",
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
