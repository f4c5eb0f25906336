package io.github.ecsdiscovery.generator.proof.task;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A variable whose value ECS takes from elsewhere when it starts a task.
 *
 * @param store {@code secretsmanager} or {@code ssm}; empty where it cannot be told
 * @param arn of the secret or parameter, as it is named
 * @param key the key of its JSON; empty for the whole
 */
public record InjectedSecret(String variable, String store, String arn, String key, int line) {
    private static final String PART = "((?:\\$\\{[^}]*}|[^:$])*)";
    private static final Pattern ARN =
            Pattern.compile("arn:" + PART + ":(secretsmanager|ssm):" + PART + ":" + PART + ":(.*)");
    private static final Pattern SECRET = Pattern.compile("secret:" + PART + "(?::([^:]*):[^:]*:[^:]*)?");
    private static final Pattern WHOLE = Pattern.compile(".*-[A-Za-z0-9]{6}");

    /** Some six characters, such as Secrets Manager puts behind a name. */
    private static final String ANY = "-Zq7xK2";

    /** What stands as {@code ValueFrom}: an ARN, or a parameter's name. */
    static InjectedSecret of(String variable, String from, int line) {
        Matcher arn = ARN.matcher(from);
        if (!from.startsWith("arn:")) {
            String path = from.startsWith("/") ? from : "/" + from;
            String whole = "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter" + path;
            return new InjectedSecret(variable, "ssm", whole, "", line);
        }
        if (arn.matches() && arn.group(2).equals("ssm")) {
            return new InjectedSecret(variable, "ssm", from, "", line);
        }
        Matcher secret = SECRET.matcher(arn.matches() ? arn.group(5) : "");
        if (!secret.matches()) {
            return new InjectedSecret(variable, "", from, "", line);
        }
        String key = secret.group(2) == null ? "" : secret.group(2);
        return new InjectedSecret(
                variable, "secretsmanager", from.substring(0, arn.start(5)) + "secret:" + secret.group(1), key, line);
    }

    /** The action by which it is read. */
    public String action() {
        return store.equals("ssm") ? "ssm:GetParameters" : "secretsmanager:GetSecretValue";
    }

    /** An ARN as IAM compares it: of a secret that is named without the six characters behind its name, with some. */
    public String compared() {
        boolean bare = store.equals("secretsmanager") && !WHOLE.matcher(arn).matches();
        return bare ? arn + ANY : arn;
    }
}
