package io.github.ecsdiscovery.generator.stack.value;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What stands at one place of the template: a text, or a function that CloudFormation evaluates to one. */
public sealed interface Value {
    /** A name that begins with the stack's: {@code <stack>-orders}. */
    static Value named(String suffix) {
        return new PseudoParameterText()
                .ref("AWS::StackName")
                .literal("-" + suffix)
                .value();
    }

    /**
     * The text that it evaluates to.
     *
     * @param known what stands for the name that is referred to or imported
     */
    String text(UnaryOperator<String> known);

    /** Text as it is. */
    record Literal(String text) implements Value {
        @Override
        public String text(UnaryOperator<String> known) {
            return text;
        }
    }

    /** {@code !Ref id}: a resource, a parameter of the template or a pseudo parameter. */
    record Ref(String id) implements Value {
        @Override
        public String text(UnaryOperator<String> known) {
            return known.apply(id);
        }
    }

    /** {@code !Sub text}, the text being in Fn::Sub's own syntax already. */
    record Sub(String text) implements Value {
        @Override
        public String text(UnaryOperator<String> known) {
            return FnSubWriter.evaluated(text, known);
        }
    }

    /** {@code !Sub [text, {name: value}]}: a text of our own in which <code>${name}</code> is the value. */
    record SubWith(String text, String name, Value value) implements Value {
        @Override
        public String text(UnaryOperator<String> known) {
            return FnSubWriter.evaluated(text, other -> other.equals(name) ? value.text(known) : known.apply(other));
        }
    }

    /** {@code !ImportValue name}: what another stack exports under this name. */
    record ImportValue(String name) implements Value {
        @Override
        public String text(UnaryOperator<String> known) {
            return known.apply(name);
        }
    }

    /** {@code !Join [delimiter, parts]}: the parts with the delimiter between them. */
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
