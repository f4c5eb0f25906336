package io.github.ecsdiscovery.generator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import org.junit.jupiter.api.Test;

/** Limits that take more bytes than a file of a test should have. */
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

    @Test
    void refusesStatementsThatNoRoleHolds() {
        assertThat(Checked.of(policy(10_240)).ids()).isEmpty();
        assertThat(Checked.of(policy(10_241)).ids()).containsExactly(ProblemId.POLICY_SIZE);
    }

    @Test
    void refusesATaskDefinitionThatEcsDoesNotTake() {
        assertThat(Checked.of(environment(64 * 1024)).ids()).isEmpty();
        assertThat(Checked.of(environment(64 * 1024 + 2)).ids()).containsExactly(ProblemId.TASK_DEFINITION_SIZE);
    }
}
