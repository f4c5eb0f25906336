package io.github.ecsdiscovery.generator.stack.value;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A value in a template: a text, or a function that CloudFormation evaluates to a text. */
public sealed interface Value {
    /** Returns a name that starts with the stack name: {@code <stack>-orders}. */
    static Value named(String suffix) {
        return new PseudoParameterText()
                .ref("AWS::StackName")
                .literal("-" + suffix)
                .value();
    }

    /**
     * Returns the text that the value evaluates to.
     *
     * @param known returns the value of a reference or of an import by its name
     */
    String text(UnaryOperator<String> known);

    /** A literal text. */
    record Literal(String text) implements Value {
        @Override
        public String text(UnaryOperator<String> known) {
            return text;
        }
    }

    /** {@code !Ref id}, a reference to a resource, a parameter or a pseudo parameter. */
    record Ref(String id) implements Value {
        @Override
        public String text(UnaryOperator<String> known) {
            return known.apply(id);
        }
    }

    /** {@code !Sub text}, with a text that is already in the syntax of Fn::Sub. */
    record Sub(String text) implements Value {
        @Override
        public String text(UnaryOperator<String> known) {
            return FnSubWriter.evaluated(text, known);
        }
    }

    /** {@code !Sub [text, {name: value}]}, which replaces <code>${name}</code> in the text by the value. */
    record SubWith(String text, String name, Value value) implements Value {
        @Override
        public String text(UnaryOperator<String> known) {
            return FnSubWriter.evaluated(text, other -> other.equals(name) ? value.text(known) : known.apply(other));
        }
    }

    /** {@code !ImportValue name}, the export of another stack. */
    record ImportValue(String name) implements Value {
        @Override
        public String text(UnaryOperator<String> known) {
            return known.apply(name);
        }
    }

    /** {@code !Join [delimiter, parts]}, the parts with the delimiter between them. */
    record Join(String delimiter, List<Value> parts) implements Value {
        public Join {
            parts = List.copyOf(parts);
        }

        @Override
        public String text(UnaryOperator<String> known) {
            return parts.stream().map(part -> part.text(known)).collect(Collectors.joining(delimiter));
        }
    }
}
