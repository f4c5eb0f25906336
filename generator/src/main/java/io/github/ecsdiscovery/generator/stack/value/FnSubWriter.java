package io.github.ecsdiscovery.generator.stack.value;

import io.github.ecsdiscovery.generator.stack.value.Value.Join;
import io.github.ecsdiscovery.generator.stack.value.Value.Literal;
import io.github.ecsdiscovery.generator.stack.value.Value.Ref;
import io.github.ecsdiscovery.generator.stack.value.Value.Sub;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Chooses the function for a sequence of literals and references, so that every reader of templates evaluates it alike.
 *
 * <p>In Fn::Sub, <code>${!X}</code> is the escape for a literal <code>${X}</code>. AWS documents it only for a name in
 * closed braces. Other forms are undefined:
 *
 * <ul>
 *   <li>No documentation says where the escape ends in <code>${! ${AWS::Region}}</code>, and cfn-lint 1.58.0 accepts it.
 *   <li>Emulators disagree on <code>${!!x}</code>, <code>${!}</code> and an unclosed <code>${!</code>.
 *   <li>A map of variables for Fn::Sub does not help, because moto resolves names again in inserted values. It also reads
 *       <code>$$</code> as <code>$</code>.
 * </ul>
 *
 * <p>So this class writes <code>${!X}</code> for plain names only. It splits any other text between <code>$</code> and
 * <code>{</code> and joins the pieces with Fn::Join. Then no Fn::Sub contains a literal <code>${</code>.
 *
 * <p>CloudFormation needs no function for text without a reference, but cfn-lint reports:
 *
 * <ul>
 *   <li>E1029 for <code>${X}</code> outside Fn::Sub if X is a resource, a parameter or a pseudo parameter. It accepts
 *       <code>${HOME}</code>.
 *   <li>W1020 for Fn::Sub without a variable.
 *   <li>I1022 for Fn::Join with an empty delimiter.
 * </ul>
 *
 * <p>Fn::Join with <code>$</code> as its delimiter causes none of them. This class uses it if X may be an id: ids are in
 * PascalCase, and environment variables are in capitals. One finding remains: cfn-lint reports W1054 for the text
 * <code>AWS::Region</code> without dollar sign and braces in every form.
 */
final class FnSubWriter {
    private static final String OPEN = "${";
    private static final Pattern OPEN_PATTERN = Pattern.compile(OPEN, Pattern.LITERAL);
    private static final Pattern SPLIT = Pattern.compile("\\$(?=\\{)");
    private static final Pattern ESCAPABLE = Pattern.compile("\\$\\{(?=[A-Za-z0-9_.:]+})");
    private static final Pattern POSSIBLE_ID =
            Pattern.compile("\\$\\{(?:AWS::[A-Za-z]+|[A-Z][A-Z0-9]*[a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9_:.]*)?)}");

    private FnSubWriter() {}

    /** Returns the value of at least one literal or reference; no two literals are adjacent. */
    static Value value(List<Value> parts) {
        if (parts.size() == 1 && parts.get(0) instanceof Literal literal) {
            return POSSIBLE_ID.matcher(literal.text()).find() ? join(parts) : literal;
        }
        boolean escapable = parts.stream().allMatch(part -> isReference(part) || isEscapable(text(part)));
        return escapable ? sub(parts) : join(parts);
    }

    /** Returns the result of Fn::Sub for a text. */
    static String evaluated(String text, UnaryOperator<String> known) {
        var evaluated = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            int close = text.indexOf('}', open);
            String name = text.substring(open + OPEN.length(), close);
            evaluated
                    .append(text, from, open)
                    .append(name.startsWith("!") ? OPEN + name.substring(1) + "}" : known.apply(name));
            from = close + 1;
        }
        return evaluated.append(text.substring(from)).toString();
    }

    private static boolean isEscapable(String text) {
        return OPEN_PATTERN.matcher(text).results().count()
                == ESCAPABLE.matcher(text).results().count();
    }

    /** Returns Fn::Sub for parts in which Fn::Sub can escape every literal <code>${</code>. */
    private static Value sub(List<Value> parts) {
        if (parts.isEmpty()) {
            return new Literal("");
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var text = new StringBuilder();
        for (Value part : parts) {
            if (part instanceof Ref ref) {
                text.append(OPEN).append(ref.id()).append('}');
            } else {
                text.append(OPEN_PATTERN.matcher(text(part)).replaceAll("\\${!"));
            }
        }
        return new Sub(text.toString());
    }

    private static Join join(List<Value> parts) {
        var pieces = new ArrayList<Value>();
        var piece = new ArrayList<Value>();
        for (Value part : parts) {
            if (isReference(part)) {
                piece.add(part);
                continue;
            }
            String[] texts = SPLIT.split(text(part), -1);
            for (int i = 0; i < texts.length; i++) {
                if (i > 0) {
                    pieces.add(sub(piece));
                    piece.clear();
                }
                if (!texts[i].isEmpty()) {
                    piece.add(new Literal(texts[i]));
                }
            }
        }
        pieces.add(sub(piece));
        return new Join("$", pieces);
    }

    private static boolean isReference(Value part) {
        return part instanceof Ref;
    }

    private static String text(Value part) {
        return ((Literal) part).text();
    }
}
