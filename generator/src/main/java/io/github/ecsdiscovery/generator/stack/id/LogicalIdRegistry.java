package io.github.ecsdiscovery.generator.stack.id;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Notes every logical id that is given out, and for what. */
public final class LogicalIdRegistry {
    private final List<NamedId> ids = new ArrayList<>();

    /** An id of the stack itself. */
    public String id(LogicalId kind, Object... names) {
        return note(kind, "the stack", List.of(), names);
    }

    /** An id that comes from something in the config. */
    public String id(LogicalId kind, String owner, List<String> path, Object... names) {
        return note(kind, owner, path, names);
    }

    /** An id of a service. */
    public String service(LogicalId kind, String name) {
        return id(kind, "the service `" + name + "`", List.of("services", name), name);
    }

    public List<NamedId> all() {
        return List.copyOf(ids);
    }

    private String note(LogicalId kind, String owner, List<String> path, Object... names) {
        String id = kind.of(names);
        List<String> texts = Arrays.stream(names).map(Object::toString).toList();
        ids.add(new NamedId(id, kind, texts, owner, path));
        return id;
    }
}
