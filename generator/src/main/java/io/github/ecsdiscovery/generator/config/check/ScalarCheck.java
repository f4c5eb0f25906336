package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.config.yaml.ProblemCollector;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds texts, words, numbers and booleans against their shapes, and tells what is wrong. */
final class ScalarCheck {
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "n", "0");

    private final ProblemCollector mistakes;

    ScalarCheck(ProblemCollector mistakes) {
        this.mistakes = mistakes;
    }

    boolean isRight(KeySchema shape, Node.Scalar node, Path path) {
        if (shape instanceof KeySchema.Text text) {
            return isText(text, node, path);
        }
        if (shape instanceof KeySchema.Word word) {
            return isWord(word, node, path);
        }
        return shape instanceof KeySchema.Number number ? isNumber(number, node, path) : isFlag(node, path);
    }

    private boolean isText(KeySchema.Text shape, Node.Scalar node, Path path) {
        if (shape.format().matches(node.text())) {
            return true;
        }
        String hint = FormatHints.hint(shape.format(), node.text()).orElse(null);
        return refused(StructureProblems.MALFORMED, node, path, "; expected " + MessageText.expected(shape), hint);
    }

    private boolean isWord(KeySchema.Word shape, Node.Scalar node, Path path) {
        if (shape.words().contains(node.text())) {
            return true;
        }
        String hint = Suggestion.hint(node.text(), shape.words()).orElse(null);
        return refused(StructureProblems.UNKNOWN_VALUE, node, path, "; expected " + MessageText.expected(shape), hint);
    }

    private boolean isNumber(KeySchema.Number shape, Node.Scalar node, Path path) {
        String text = node.text();
        if (!text.matches("-?[0-9]+")) {
            String unit = shape.unit() == Unit.NONE ? "" : " of " + shape.unit().spoken();
            return refused(
                    StructureProblems.WRONG_TYPE, node, path, "; expected a whole number" + unit, meant(shape, text));
        }
        if (text.matches("-?0[0-9]+")) {
            String decimal = text.replaceFirst("0+(?=[0-9])", "");
            return refused(
                    StructureProblems.WRONG_TYPE,
                    node,
                    path,
                    ", which some YAML parsers read as an octal number",
                    "write `" + Node.shown(decimal) + "`");
        }
        return shape.allows(text)
                || refused(
                        StructureProblems.OUT_OF_RANGE,
                        node,
                        path,
                        "; expected " + MessageText.expected(shape),
                        meant(shape, text));
    }

    private static @Nullable String meant(KeySchema.Number shape, String text) {
        if (text.matches("[0-9]{1,4}-[0-9]{1,4}")) {
            return "write `{min: " + text.replace("-", ", max: ") + ", cpuPercent: 60}`";
        }
        return Quantity.of(text)
                .flatMap(quantity -> quantity.in(shape))
                .map(number -> "write `" + number + "`")
                .orElse(null);
    }

    private boolean isFlag(Node.Scalar node, Path path) {
        boolean word = node.text().equals("true") || node.text().equals("false");
        if (word && node.plain()) {
            return true;
        }
        String lower = node.text().toLowerCase(Locale.ROOT);
        String hint = TRUE.contains(lower) ? "write `true`" : FALSE.contains(lower) ? "write `false`" : null;
        String quotes = word ? " in quotes" : "";
        return refused(StructureProblems.WRONG_TYPE, node, path, quotes + "; expected `true` or `false`", hint);
    }

    /** Tells what the scalar is and what follows in the sentence; false. */
    private boolean refused(ProblemKind id, Node.Scalar node, Path path, String rest, @Nullable String hint) {
        mistakes.tell(id, node.place(), path, MessageText.said(node, path) + rest, hint);
        return false;
    }
}
