package io.github.ecsdiscovery.generator.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
                        "why: InvoicesExecutionRole does not allow secretsmanager:GetSecretValue of " + invoices),
                arguments(
                        "a secret that may not be read",
                        billing().with("InvoicesExecutionRole", "billing/invoices-??????", "billing/invoice-??????"),
                        "but: invoices fetches: NO"),
                arguments(
                        "a secret without the characters behind its name",
                        billing().with("InvoicesExecutionRole", "billing/invoices-??????", "billing/invoices"),
                        "but: invoices fetches: NO"),
                arguments(
                        "a parameter that may not be read",
                        billing().with("InvoicesExecutionRole", "parameter/billing/signing-key", "parameter/billing"),
                        "but: invoices fetches: NO"),
                arguments(
                        "another action of Parameter Store",
                        billing().with("InvoicesExecutionRole", "ssm:GetParameters", "ssm:GetParameter"),
                        "but: invoices fetches: NO"),
                arguments(
                        "a key by which nothing may be decrypted",
                        billing().with("InvoicesExecutionRole", "kms:Decrypt", "kms:DescribeKey"),
                        "not: invoices may kms:Decrypt"
                                + " arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-0000-0000-000000000000"),
                arguments(
                        "all secrets that begin alike",
                        billing().with("InvoicesExecutionRole", "billing/invoices-??????", "billing/*"),
                        "but: invoices may secretsmanager:GetSecretValue " + invoices.replace("invoices", "*")),
                arguments(
                        "all secrets",
                        billing().with("InvoicesExecutionRole", "!Sub '" + invoices + "-??????'", "'*'"),
                        "but: invoices may secretsmanager:GetSecretValue *"),
                arguments(
                        "all that can be done with a secret",
                        billing().with("InvoicesExecutionRole", "secretsmanager:GetSecretValue", "secretsmanager:*"),
                        "but: invoices may secretsmanager:* " + invoices + "-??????"),
                arguments(
                        "all but something",
                        billing().with("PaymentsExecutionRole", "            Action:", "            NotAction:"),
                        "but: payments may * arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments/api-AbCdEf"),
                arguments(
                        "all parameters",
                        billing().with("InvoicesExecutionRole", "parameter/billing/signing-key", "parameter/*"),
                        "but: invoices may ssm:GetParameters"
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
                        "why: InvoicesExecutionRole denies secretsmanager:GetSecretValue of " + invoices),
                arguments(
                        "the secrets of another service",
                        billing().with("PaymentsTaskDefinition", "PaymentsExecutionRole", "InvoicesExecutionRole"),
                        "why: InvoicesExecutionRole does not allow secretsmanager:GetSecretValue of"
                                + " arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments/api-AbCdEf"),
                arguments(
                        "a role that reads secrets at a service that has none",
                        billing().with("FrontTaskDefinition", "[ExecutionRole, Arn]", "[PaymentsExecutionRole, Arn]"),
                        "but: front may secretsmanager:GetSecretValue"
                                + " arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments/api-AbCdEf"),
                arguments(
                        "another secret in its place",
                        billing().with("InvoicesTaskDefinition", "invoices:password::", "payments:password::"),
                        "but: invoices is given DB_PASSWORD: password of " + invoices.replace("invoices", "payments")),
                arguments(
                        "another key of the secret",
                        billing().with("InvoicesTaskDefinition", "invoices:password::", "invoices:user::"),
                        "but: invoices is given DB_PASSWORD: user of " + invoices),
                arguments(
                        "a secret less",
                        billing().with("InvoicesTaskDefinition", "        Secrets:", "        Unknown:"),
                        "not: invoices is given DB_PASSWORD: password of " + invoices),
                arguments(
                        "a secret of nothing that keeps any",
                        billing().with("PaymentsTaskDefinition", ":secretsmanager:", ":s3:"),
                        "why: API_TOKEN is taken from no secret"),
                arguments(
                        "a variable that is plain too",
                        billing().with("InvoicesTaskDefinition", "Name: DB_HOST", "Name: DB_USER"),
                        "why: DB_USER is a plain variable too"),
                arguments(
                        "no way to Secrets Manager",
                        billing().with("PaymentsSecurityGroup", "443", "80"),
                        "but: payments fetches: NO"),
                arguments(
                        "a log group without its key",
                        billing().with("FrontLogGroup", "KmsKeyId:", "Unknown:"),
                        "not: front logs under a key: LogKey encrypts FrontLogGroup"),
                arguments(
                        "a key by its id in place of its ARN",
                        billing().with("FrontLogGroup", "Fn::GetAtt: [LogKey, Arn]", "Ref: LogKey"),
                        "why: KmsKeyId is not the ARN of a key of this template"),
                arguments(
                        "a key that is not told",
                        billing()
                                .with(
                                        "FrontLogGroup",
                                        "Fn::GetAtt: [LogKey, Arn]",
                                        "Fn::Sub: 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/k'"),
                        "but: front logs: UNKNOWN"),
                arguments(
                        "a key that CloudWatch Logs may not use",
                        billing().with("LogKey", "'logs.${AWS::Region}", "'s3.${AWS::Region}"),
                        "why: LogKey does not let CloudWatch Logs use it for FrontLogGroup"),
                arguments(
                        "a key of other log groups",
                        billing().with("LogKey", "log-group:/ecs/", "log-group:/other/"),
                        "why: LogKey does not let CloudWatch Logs use it for InvoicesLogGroup"),
                arguments(
                        "a key that only encrypts",
                        billing().with("LogKey", "'kms:Decrypt*', ", ""),
                        "but: payments logs: NO"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void findsWhatIsWrong(String what, Mutant mutant, String found) {
        assertThat(mutant.differences()).contains(found);
    }

    private static Mutant billing() {
        return Mutant.golden("secrets");
    }
}
