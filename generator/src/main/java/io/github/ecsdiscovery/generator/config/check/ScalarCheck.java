package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.layer.Setting;
import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.config.yaml.ProblemCollector;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks texts, enum values, numbers and booleans against their schemas, and reports the ones that do not match. */
final class ScalarCheck {
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "n", "0");
    private static final Pattern TWO_SETTINGS = Pattern.compile("[^,=]*,\\s*[A-Za-z][A-Za-z0-9_.\"-]*=.*");

    private final ProblemCollector problems;

    ScalarCheck(ProblemCollector problems) {
        this.problems = problems;
    }

    /** Returns whether the scalar matches; if not, the problem is reported. */
    boolean isValid(KeySchema schema, Node.Scalar node, Path path) {
        if (schema instanceof KeySchema.Text text) {
            return isText(text, node, path);
        }
        if (schema instanceof KeySchema.EnumValue enumValue) {
            return isEnumValue(enumValue, node, path);
        }
        return schema instanceof KeySchema.Number number ? isNumber(number, node, path) : isBool(node, path);
    }

    private boolean isText(KeySchema.Text schema, Node.Scalar node, Path path) {
        if (schema.format().matches(node.text())) {
            return true;
        }
        String hint = isTwoSettings(node)
                ? "write a separate `--set` for each key"
                : FormatHints.hint(schema.format(), node.text()).orElse(null);
        return reject(StructureProblems.MALFORMED, node, path, "; expected " + MessageText.expected(schema), hint);
    }

    /** Returns whether this is the value of a {@code --set} that holds a second assignment after a comma. */
    private static boolean isTwoSettings(Node.Scalar node) {
        return node.location().source().equals(Setting.SOURCE)
                && TWO_SETTINGS.matcher(node.text()).matches();
    }

    private boolean isEnumValue(KeySchema.EnumValue schema, Node.Scalar node, Path path) {
        if (schema.values().contains(node.text())) {
            return true;
        }
        String hint = ValueSynonyms.hint(schema, node.text()).orElse(null);
        return reject(StructureProblems.UNKNOWN_VALUE, node, path, "; expected " + MessageText.expected(schema), hint);
    }

    private boolean isNumber(KeySchema.Number schema, Node.Scalar node, Path path) {
        String text = node.text();
        if (!text.matches("-?[0-9]+")) {
            String unit =
                    schema.unit() == Unit.NONE ? "" : " of " + schema.unit().phrase();
            String hint = numberHint(schema, text, path);
            return reject(StructureProblems.WRONG_TYPE, node, path, "; expected a whole number" + unit, hint);
        }
        if (text.matches("-?0[0-9]+")) {
            String decimal = text.replaceFirst("0+(?=[0-9])", "");
            return reject(
                    StructureProblems.WRONG_TYPE,
                    node,
                    path,
                    "; expected a number without leading zeros, which some YAML parsers read as octal",
                    MessageText.write(Node.shown(decimal)));
        }
        return schema.allows(text)
                || reject(
                        StructureProblems.OUT_OF_RANGE,
                        node,
                        path,
                        "; expected " + MessageText.expected(schema),
                        numberHint(schema, text, path));
    }

    private static @Nullable String numberHint(KeySchema.Number schema, String text, Path path) {
        if (MessageText.last(path).equals("count") && text.matches("[0-9]{1,4}-[0-9]{1,4}")) {
            return MessageText.write("{min: " + text.replace("-", ", max: ") + ", cpuPercent: 60}");
        }
        return Quantity.of(text)
                .flatMap(quantity -> quantity.in(schema))
                .map(MessageText::write)
                .orElse(null);
    }

    private boolean isBool(Node.Scalar node, Path path) {
        boolean isBoolText = node.text().equals("true") || node.text().equals("false");
        if (isBoolText && node.plain()) {
            return true;
        }
        String lower = node.text().toLowerCase(Locale.ROOT);
        String hint = TRUE.contains(lower) ? "write `true`" : FALSE.contains(lower) ? "write `false`" : null;
        String expected = isBoolText ? " in quotes; expected no quotes" : "; expected `true` or `false`";
        return reject(StructureProblems.WRONG_TYPE, node, path, expected, hint);
    }

    /** Reports the value followed by the rest of the message; returns false. */
    private boolean reject(ProblemKind id, Node.Scalar node, Path path, String rest, @Nullable String hint) {
        problems.report(id, node.location(), path, MessageText.value(node, path) + rest, hint);
        return false;
    }
}
