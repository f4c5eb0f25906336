package io.github.ecsdiscovery.generator.rule.permission;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.model.permission.Statement;
import io.github.ecsdiscovery.generator.model.schema.Texts;
import io.github.ecsdiscovery.generator.rule.StatementRule;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Checks that each condition of a policy uses an operator that IAM knows, and that {@code Bool} and {@code Null} compare with
 * {@code true} or {@code false}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
final class ConditionOperators implements StatementRule {
    private static final ProblemKind UNKNOWN_OPERATOR = ProblemKind.error(
                    "unknown-operator",
                    "A condition has an operator that IAM does not know, or `Bool` or `Null` with a value other than"
                            + " `true` and `false`.")
            .otherwise("IAM rejects the policy.")
            .source(
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html");

    private static final List<String> OPERATORS = List.of(
            "ArnEquals",
            "ArnLike",
            "ArnNotEquals",
            "ArnNotLike",
            "BinaryEquals",
            "Bool",
            "DateEquals",
            "DateGreaterThan",
            "DateGreaterThanEquals",
            "DateLessThan",
            "DateLessThanEquals",
            "DateNotEquals",
            "IpAddress",
            "NotIpAddress",
            "Null",
            "NumericEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericNotEquals",
            "StringEquals",
            "StringEqualsIgnoreCase",
            "StringLike",
            "StringNotEquals",
            "StringNotEqualsIgnoreCase",
            "StringNotLike");

    /** The prefixes and the suffix that an operator may have. */
    private static final Pattern AFFIXES = Pattern.compile("^(ForAllValues:|ForAnyValue:)|(?<!^Null)IfExists$");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(UNKNOWN_OPERATOR);
    }

    @Override
    public void check(Statement statement, Path path, Consumer<Finding> out) {
        statement.condition().forEach((operator, tests) -> {
            Path at = path.with("Condition", operator);
            String plain = AFFIXES.matcher(operator).replaceAll("");
            if (!OPERATORS.contains(plain)) {
                String message = "`" + operator + "` is not a condition operator of IAM";
                out.accept(Finding.of(UNKNOWN_OPERATOR, at, message)
                        .atKey()
                        .hint(Suggestion.hint(plain, OPERATORS)
                                .orElse("write an operator such as `StringEquals` or `ArnLike`")));
            } else if (plain.equals("Bool") || plain.equals("Null")) {
                checkBooleans(tests, at, out);
            }
        });
    }

    private static void checkBooleans(Map<String, Texts> tests, Path path, Consumer<Finding> out) {
        tests.forEach((key, values) -> StatementRule.forEachText(values, path.with(key), (value, at) -> {
            if (!value.equals("true") && !value.equals("false")) {
                out.accept(
                        Finding.of(UNKNOWN_OPERATOR, at, "`" + value + "` is not a boolean; expected `true` or `false`")
                                .hint("write `true` or `false`"));
            }
        }));
    }
}
