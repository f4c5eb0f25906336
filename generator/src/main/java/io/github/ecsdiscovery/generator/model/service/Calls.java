package io.github.ecsdiscovery.generator.model.service;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The services that a service calls. Dependencies are declared nowhere else.
 *
 * <pre>
 * calls: [orders, orders:admin]
 * calls: {serviceA: myservice-a}
 * </pre>
 */
public record Calls(List<Call> all) {
    public static final Calls NONE = new Calls(List.of());

    public Calls {
        all = List.copyOf(all);
    }

    /** Creates calls from a list; the alias is the target, with {@code -} for {@code :}. */
    @Form(format = Format.CALL)
    public static Calls of(List<String> targets) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            String target = targets.get(i);
            calls.add(Call.of(target.replace(':', '-'), target, Integer.toString(i)));
        }
        return new Calls(calls);
    }

    /** Creates calls from a map of alias to target. */
    @Form(format = Format.CALL, keys = Format.ALIAS)
    public static Calls of(Map<String, String> targets) {
        List<Call> calls = new ArrayList<>();
        targets.forEach((alias, target) -> calls.add(Call.of(alias, target, alias)));
        return new Calls(calls);
    }
}
