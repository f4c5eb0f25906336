package io.github.ecsdiscovery.generator.proof.task;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An environment variable whose value ECS fetches and injects when it starts a task.
 *
 * @param variable the name of the variable
 * @param store {@code secretsmanager} or {@code ssm}; empty if the ARN belongs to neither
 * @param arn the ARN of the secret or parameter
 * @param key the key of the secret's JSON; empty for the whole value
 */
public record InjectedSecret(String variable, String store, String arn, String key, int line) {
    private static final String PART = "((?:\\$\\{[^}]*}|[^:$])*)";
    private static final Pattern ARN =
            Pattern.compile("arn:" + PART + ":(secretsmanager|ssm):" + PART + ":" + PART + ":(.*)");
    private static final Pattern SECRET = Pattern.compile("secret:" + PART + "(?::([^:]*):[^:]*:[^:]*)?");
    private static final Pattern COMPLETE_ARN = Pattern.compile(".*-[A-Za-z0-9]{6}");

    /** An example of the suffix that Secrets Manager appends to the name of a secret. */
    private static final String EXAMPLE_SUFFIX = "-Zq7xK2";

    /**
     * Reads an entry of {@code Secrets}.
     *
     * @param valueFrom an ARN, or the name of a parameter in Parameter Store
     */
    static InjectedSecret of(String variable, String valueFrom, int line) {
        if (!valueFrom.startsWith("arn:")) {
            String path = valueFrom.startsWith("/") ? valueFrom : "/" + valueFrom;
            String arn = "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter" + path;
            return new InjectedSecret(variable, "ssm", arn, "", line);
        }
        Matcher arn = ARN.matcher(valueFrom);
        if (arn.matches() && arn.group(2).equals("ssm")) {
            return new InjectedSecret(variable, "ssm", valueFrom, "", line);
        }
        Matcher secret = SECRET.matcher(arn.matches() ? arn.group(5) : "");
        if (!secret.matches()) {
            return new InjectedSecret(variable, "", valueFrom, "", line);
        }
        String key = secret.group(2) == null ? "" : secret.group(2);
        String secretArn = valueFrom.substring(0, arn.start(5)) + "secret:" + secret.group(1);
        return new InjectedSecret(variable, "secretsmanager", secretArn, key, line);
    }

    /** Returns the IAM action that reads the value. */
    public String readAction() {
        return store.equals("ssm") ? "ssm:GetParameters" : "secretsmanager:GetSecretValue";
    }

    /**
     * Returns the ARN that IAM compares with a policy. Secrets Manager appends six characters to the name of a secret. If the
     * template names the secret without them, the result has an example of them.
     */
    public String arnForMatching() {
        boolean lacksSuffix =
                store.equals("secretsmanager") && !COMPLETE_ARN.matcher(arn).matches();
        return lacksSuffix ? arn + EXAMPLE_SUFFIX : arn;
    }
}
