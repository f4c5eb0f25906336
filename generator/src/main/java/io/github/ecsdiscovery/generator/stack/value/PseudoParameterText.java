package io.github.ecsdiscovery.generator.stack.value;

import io.github.ecsdiscovery.generator.stack.value.Value.Literal;
import io.github.ecsdiscovery.generator.stack.value.Value.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that is put together from a user's words, references and our own words, and the value that CloudFormation
 * resolves to exactly that.
 *
 * <p>In a user's words {@code ${AWS::Region}} and five more pseudo parameters stand for their values, and every other
 * <code>${</code> for itself:
 *
 * <pre>
 * orders                            orders
 * ${AWS::Region}                    !Ref AWS::Region
 * arn:${AWS::Partition}:iam::aws    !Sub 'arn:${AWS::Partition}:iam::aws'
 * ${HOME} in ${AWS::Region}         !Sub '${!HOME} in ${AWS::Region}'
 * ${A:-b} in ${AWS::Region}         !Join ['$', ['', !Sub '{A:-b} in ${AWS::Region}']]
 * ${HOME}                           '${HOME}'
 * ${Vpc}                            !Join ['$', ['', '{Vpc}']]
 * </pre>
 *
 * How the last four are written is {@link FnSubWriter}'s business.
 */
public final class PseudoParameterText {
    private static final Pattern PSEUDO_PARAMETER =
            Pattern.compile("\\$\\{(AWS::(?:AccountId|Partition|Region|StackId|StackName|URLSuffix))}");

    private final List<Value> parts = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();

    /** The value of a user's text. */
    public static Value of(String text) {
        return new PseudoParameterText().user(text).value();
    }

    /** The value of a text in which nothing is a reference. */
    public static Value literally(String text) {
        return new PseudoParameterText().literal(text).value();
    }

    /** Adds a user's words. */
    public PseudoParameterText user(String text) {
        Matcher matcher = PSEUDO_PARAMETER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            literal(text.substring(from, matcher.start())).ref(matcher.group(1));
            from = matcher.end();
        }
        return literal(text.substring(from));
    }

    /** Adds a text in which nothing is a reference. */
    public PseudoParameterText literal(String text) {
        pending.append(text);
        return this;
    }

    /** Adds what {@code !Ref id} gives. */
    public PseudoParameterText ref(String id) {
        flush();
        parts.add(new Ref(id));
        return this;
    }

    /** The value of all that was added. */
    public Value value() {
        flush();
        return parts.isEmpty() ? new Literal("") : FnSubWriter.value(parts);
    }

    private void flush() {
        if (!pending.isEmpty()) {
            parts.add(new Literal(pending.toString()));
            pending.setLength(0);
        }
    }
}
