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

/** A condition compares by an operator that IAM has, and booleans with booleans. */
final class ConditionOperators implements StatementRule {
    private static final ProblemKind UNKNOWN_OPERATOR =
            ProblemKind.error("unknown-operator", "A condition compares by an operator that IAM does not have.");

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
    private static final Pattern AROUND = Pattern.compile("^(ForAllValues:|ForAnyValue:)|(?<!^Null)IfExists$");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(UNKNOWN_OPERATOR);
    }

    @Override
    public void check(Statement statement, Path path, Consumer<Finding> out) {
        statement.condition().forEach((operator, tests) -> {
            Path at = path.with("Condition", operator);
            String bare = AROUND.matcher(operator).replaceAll("");
            if (!OPERATORS.contains(bare)) {
                String message = "`" + operator + "` is no operator that IAM compares by";
                out.accept(Finding.of(UNKNOWN_OPERATOR, at, message)
                        .atKey()
                        .hint(Suggestion.hint(bare, OPERATORS)
                                .orElse("expected one such as `StringEquals` or `ArnLike`")));
            } else if (bare.equals("Bool") || bare.equals("Null")) {
                booleans(tests, at, out);
            }
        });
    }

    private static void booleans(Map<String, Texts> tests, Path path, Consumer<Finding> out) {
        tests.forEach((key, values) -> StatementRule.forEachText(values, path.with(key), (value, at) -> {
            if (!value.equals("true") && !value.equals("false")) {
                out.accept(Finding.of(UNKNOWN_OPERATOR, at, "`" + value + "` is no boolean")
                        .hint("expected `true` or `false`"));
            }
        }));
    }
}
