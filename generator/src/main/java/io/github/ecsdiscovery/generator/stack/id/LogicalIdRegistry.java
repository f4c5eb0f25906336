package io.github.ecsdiscovery.generator.stack.id;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A registry of all logical ids of a stack and their owners. */
public final class LogicalIdRegistry {
    private final List<NamedId> ids = new ArrayList<>();

    /** Registers and returns an id of the stack itself. */
    public String id(LogicalId kind, Object... names) {
        return register(kind, "the stack", List.of(), names);
    }

    /** Registers and returns an id that comes from part of the config. */
    public String id(LogicalId kind, String owner, List<String> path, Object... names) {
        return register(kind, owner, path, names);
    }

    /** Registers and returns an id of a service. */
    public String service(LogicalId kind, String name) {
        return id(kind, "the service `" + name + "`", List.of("services", name), name);
    }

    /** Returns all ids in the order of registration. */
    public List<NamedId> all() {
        return List.copyOf(ids);
    }

    private String register(LogicalId kind, String owner, List<String> path, Object... names) {
        String id = kind.of(names);
        List<String> texts = Arrays.stream(names).map(Object::toString).toList();
        ids.add(new NamedId(id, kind, texts, owner, path));
        return id;
    }
}
