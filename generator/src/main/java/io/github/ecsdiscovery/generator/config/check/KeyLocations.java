package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Alternative;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.AnyOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.ListOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.MapOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.RecordOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchemas;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The maps of the config language that have a key of a given name. */
final class KeyLocations {
    /** Replaces a name that the user chooses, in paths. */
    private static final String NAME = "*";

    private static final int MAX_LOCATIONS = 2;

    /** The paths of the maps by key, shortest first. */
    private final Map<String, List<Path>> owners = new HashMap<>();

    /** Created on first use, because most configs have no unknown key. */
    private static final class Holder {
        static final KeyLocations INSTANCE = new KeyLocations();
    }

    private KeyLocations() {
        record(KeySchemas.config(), Path.TOP);
    }

    /**
     * Returns a sentence that names the maps that have the key; empty if there are none. Maps of the same name as the one
     * that it was written in take precedence.
     *
     * @param written the path of the map that the key was written in
     */
    static Optional<String> of(String key, Path written) {
        List<Path> all = Holder.INSTANCE.owners.getOrDefault(key, List.of());
        List<Path> sameName = all.stream()
                .filter(path -> !last(path).isEmpty() && last(path).equals(last(written)))
                .toList();
        List<Path> candidates = sameName.isEmpty() ? all : sameName;
        int depth =
                candidates.stream().mapToInt(path -> path.steps().size()).min().orElse(0);
        String owners = candidates.stream()
                .filter(path -> path.steps().size() == depth)
                .limit(MAX_LOCATIONS)
                .flatMap(KeyLocations::describe)
                .collect(Collectors.joining(", "))
                .replaceFirst(", ([^,]*)$", " and $1");
        String verb = depth == 0 ? "` is a " : "` is a key of ";
        return owners.isEmpty() ? Optional.empty() : Optional.of("`" + key + verb + owners);
    }

    private static String last(Path path) {
        List<String> steps = path.steps();
        return steps.isEmpty() ? "" : steps.get(steps.size() - 1);
    }

    private void record(RecordOf schema, Path path) {
        for (KeySchema.KeyDefinition key : schema.keys()) {
            owners.computeIfAbsent(key.name(), absent -> new ArrayList<>()).add(path);
            below(key.schema(), path.with(key.name()));
        }
    }

    private void below(KeySchema schema, Path path) {
        if (schema instanceof RecordOf record) {
            record(record, path);
        } else if (schema instanceof MapOf map) {
            below(map.value(), path.with(NAME));
        } else if (schema instanceof ListOf list) {
            below(list.item(), path);
        } else if (schema instanceof AnyOf choice) {
            choice.alternatives().stream().map(Alternative::schema).forEach(alternative -> below(alternative, path));
        }
    }

    private static Stream<String> describe(Path path) {
        List<String> steps = path.steps();
        int name = steps.lastIndexOf(NAME);
        if (steps.isEmpty()) {
            return Stream.of("top-level key");
        }
        String own = String.join(".", steps.subList(name + 1, steps.size()));
        if (name < 0) {
            return Stream.of("`" + own + "`");
        }
        String owner = switch (steps.get(name - 1)) {
            case "services" -> "a service";
            case "peers" -> "a peer";
            case "sidecars" -> "a sidecar";
            default -> "an entry of `" + steps.get(name - 1) + "`";
        };
        if (!own.isEmpty()) {
            return Stream.of("`" + own + "` of " + owner);
        }
        return owner.equals("a service") ? Stream.of(owner, "`defaults`") : Stream.of(owner);
    }
}
