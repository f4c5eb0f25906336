package io.github.ecsdiscovery.generator.stack;

import java.util.ArrayList;
import java.util.List;

/** Notes every logical id that is given out, and for what. */
final class IdBook {
    private final List<NamedId> ids = new ArrayList<>();

    /** An id of the stack itself. */
    String id(LogicalId kind, Object... names) {
        return note(kind.of(names), "the stack", List.of());
    }

    /** An id that comes from something in the config. */
    String id(LogicalId kind, String owner, List<String> path, Object... names) {
        return note(kind.of(names), owner, path);
    }

    /** An id of a service. */
    String service(LogicalId kind, String name) {
        return id(kind, "the service `" + name + "`", List.of("services", name), name);
    }

    List<NamedId> all() {
        return List.copyOf(ids);
    }

    private String note(String id, String owner, List<String> path) {
        ids.add(new NamedId(id, owner, path));
        return id;
    }
}
