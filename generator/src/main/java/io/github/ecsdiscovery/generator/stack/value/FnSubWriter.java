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
 * Chooses the function for a row of literals and references such that every reader of templates takes it alike.
 *
 * <p>Fn::Sub writes a literal <code>${X}</code> as <code>${!X}</code>. That is documented for a name in closed braces
 * and for nothing else: of <code>${! ${AWS::Region}}</code> nobody says where the escape ends (cfn-lint 1.58.0 finds no
 * fault in it), and of <code>${!!x}</code>, <code>${!}</code> or an open <code>${!</code> each emulator thinks something
 * else. Fn::Sub with a map of variables is no way out, as moto looks for names once more in what it has put in, and
 * takes <code>$$</code> for <code>$</code>. So <code>${!X}</code> is written for plain names alone. Any other text is cut
 * between <code>$</code> and <code>{</code> and put together by Fn::Join: then no Fn::Sub sees a literal <code>${</code>.
 *
 * <p>Without a reference, text needs no function on CloudFormation. cfn-lint however reports <code>${X}</code> outside
 * Fn::Sub where X names a resource, a parameter or a pseudo parameter (E1029; <code>${HOME}</code> is left alone),
 * Fn::Sub without a variable (W1020), and Fn::Join with an empty delimiter (I1022). The same Fn::Join, with
 * <code>$</code> as its delimiter, draws none of them. It is written where X may be an id: ids are in PascalCase,
 * environment variables are in capitals. One finding is left: a text that is exactly <code>AWS::Region</code>, without
 * dollar and braces, draws W1054 however it is written.
 */
final class FnSubWriter {
    private static final String OPEN = "${";
    private static final Pattern OPENING = Pattern.compile(OPEN, Pattern.LITERAL);
    private static final Pattern CUT = Pattern.compile("\\$(?=\\{)");
    private static final Pattern ESCAPABLE = Pattern.compile("\\$\\{(?=[A-Za-z0-9_.:]+})");
    private static final Pattern MAY_BE_AN_ID =
            Pattern.compile("\\$\\{(?:AWS::[A-Za-z]+|[A-Z][A-Z0-9]*[a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9_:.]*)?)}");

    private FnSubWriter() {}

    /** The value of a row of at least one literal or reference, no two literals side by side. */
    static Value value(List<Value> parts) {
        if (parts.size() == 1 && parts.get(0) instanceof Literal literal) {
            return MAY_BE_AN_ID.matcher(literal.text()).find() ? join(parts) : literal;
        }
        boolean escapable = parts.stream().allMatch(part -> isReference(part) || isEscapable(text(part)));
        return escapable ? sub(parts) : join(parts);
    }

    /** What Fn::Sub makes of a text. */
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
        return OPENING.matcher(text).results().count()
                == ESCAPABLE.matcher(text).results().count();
    }

    /** Parts in which every literal <code>${</code> is one that Fn::Sub can escape. */
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
                text.append(OPENING.matcher(text(part)).replaceAll("\\${!"));
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
            String[] texts = CUT.split(text(part), -1);
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
