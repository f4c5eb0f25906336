package io.github.ecsdiscovery.generator.render;

import io.github.ecsdiscovery.generator.stack.value.Value;
import io.github.ecsdiscovery.generator.stack.value.Value.ImportValue;
import io.github.ecsdiscovery.generator.stack.value.Value.Join;
import io.github.ecsdiscovery.generator.stack.value.Value.Literal;
import io.github.ecsdiscovery.generator.stack.value.Value.Ref;
import io.github.ecsdiscovery.generator.stack.value.Value.Sub;
import io.github.ecsdiscovery.generator.stack.value.Value.SubWith;
import java.util.stream.Collectors;

/** Formats a {@link Value} as YAML for any position of a scalar: after a key, as an item, or in a flow sequence. */
final class YamlValue {
    private YamlValue() {}

    static String of(Value value) {
        if (value instanceof Literal literal) {
            return YamlScalar.of(literal.text());
        }
        if (value instanceof Ref ref) {
            return "!Ref " + YamlScalar.of(ref.id());
        }
        if (value instanceof Sub sub) {
            return "!Sub " + YamlScalar.of(sub.text());
        }
        if (value instanceof SubWith sub) {
            return "!Sub [" + YamlScalar.of(sub.text()) + ", {" + YamlScalar.of(sub.name()) + ": " + of(sub.value())
                    + "}]";
        }
        if (value instanceof ImportValue importValue) {
            return "!ImportValue " + YamlScalar.of(importValue.name());
        }
        if (value instanceof Join join) {
            return "!Join [" + YamlScalar.of(join.delimiter()) + ", "
                    + join.parts().stream().map(YamlValue::of).collect(Collectors.joining(", ", "[", "]]"));
        }
        throw new BrokenRendering("unknown kind of value: " + value.getClass());
    }
}
