package io.github.ecsdiscovery.generator.stack.value;

import io.github.ecsdiscovery.generator.stack.value.Value.Literal;
import io.github.ecsdiscovery.generator.stack.value.Value.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A builder of a text from user input, references and literals. Its result is a value that CloudFormation resolves to
 * exactly that text.
 *
 * <p>In user input, {@code ${AWS::Region}} and five other pseudo parameters are references. Every other <code>${</code> is
 * literal:
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
 * {@link FnSubWriter} chooses the form of the last four.
 */
public final class PseudoParameterText {
    private static final Pattern PSEUDO_PARAMETER =
            Pattern.compile("\\$\\{(AWS::(?:AccountId|Partition|Region|StackId|StackName|URLSuffix))}");

    private final List<Value> parts = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();

    /** Returns the value of a text from user input. */
    public static Value of(String text) {
        return new PseudoParameterText().user(text).value();
    }

    /** Returns the value of a text without references. */
    public static Value literally(String text) {
        return new PseudoParameterText().literal(text).value();
    }

    /** Adds user input, in which pseudo parameters are references. */
    public PseudoParameterText user(String text) {
        Matcher matcher = PSEUDO_PARAMETER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            literal(text.substring(from, matcher.start())).ref(matcher.group(1));
            from = matcher.end();
        }
        return literal(text.substring(from));
    }

    /** Adds a literal text. */
    public PseudoParameterText literal(String text) {
        pending.append(text);
        return this;
    }

    /** Adds the value of {@code !Ref id}. */
    public PseudoParameterText ref(String id) {
        flush();
        parts.add(new Ref(id));
        return this;
    }

    /** Returns the value of the whole text. */
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
