package io.github.ecsdiscovery.generator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Checks limits that need larger configs than a test file should have. */
final class SizesTest {
    private static String policy(int characters) {
        String arn = "arn:aws:s3:::" + "x".repeat(characters - "arn:aws:s3:::".length() - "s3:GetObject".length());
        return "name: shop\ntag: 1.0.0\nservices:\n  orders:\n    policies: [{Action: s3:GetObject, Resource: \"" + arn
                + "\"}]\n";
    }

    private static String environment(int bytes) {
        String half = "x".repeat((bytes - 2) / 2);
        return "name: shop\ntag: 1.0.0\nservices:\n  orders: {environment: {A: " + half + ", B: " + half + "}}\n";
    }

    private static String secrets(int characters) {
        String arn = "arn:aws:secretsmanager:eu-west-1:000000000000:secret:-??????";
        int left = characters - "secretsmanager:GetSecretValue".length();
        StringBuilder yaml = new StringBuilder("name: shop\ntag: 1.0.0\nservices:\n  orders:\n    secrets:\n");
        for (int i = 10; left > 0; i++) {
            int name = left > 2 * 500 ? 400 : Math.min(500, left - arn.length());
            left -= name + arn.length();
            yaml.append("      S" + i + ": {secretsmanager: " + i + "x".repeat(name - 2) + "}\n");
        }
        return yaml.toString();
    }

    @Test
    void rejectsStatementsAboveQuotaOfRole() {
        assertThat(Checked.of(policy(10_240)).ids()).isEmpty();
        assertThat(Checked.of(policy(10_241)).idTexts()).containsExactly("policy-size");
    }

    @Test
    void rejectsSecretsWhosePolicyIsAboveQuota() {
        assertThat(Checked.of(secrets(10_240)).ids()).isEmpty();
        assertThat(Checked.of(secrets(10_241)).idTexts()).containsExactly("policy-size");
    }

    @Test
    void countsSecretsInTaskDefinition() {
        String more = ", secrets: {S: {ssm: x}}}\n";
        assertThat(Checked.of(environment(64 * 1024 - 2).replace("}}\n", "}" + more))
                        .ids())
                .isEmpty();
        assertThat(Checked.of(environment(64 * 1024).replace("}}\n", "}" + more))
                        .idTexts())
                .containsExactly("task-definition-size");
    }

    @Test
    void rejectsTaskDefinitionAboveLimit() {
        assertThat(Checked.of(environment(64 * 1024)).ids()).isEmpty();
        assertThat(Checked.of(environment(64 * 1024 + 2)).idTexts()).containsExactly("task-definition-size");
    }
}
