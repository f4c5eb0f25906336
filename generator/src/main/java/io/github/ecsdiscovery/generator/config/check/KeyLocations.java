package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Choice;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.ListOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.MapOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.RecordOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Way;
import io.github.ecsdiscovery.generator.config.schema.KeySchemas;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where in a config a key of some name may stand. */
final class KeyLocations {
    /** What stands in a path for a name of the user's own. */
    private static final String NAME = "*";

    private static final int MOST_PLACES = 2;

    /** The paths of the maps that have the key, shortest first. */
    private final Map<String, List<Path>> owners = new HashMap<>();

    /** Made when first asked for: most configs name no unknown key. */
    private static final class Known {
        static final KeyLocations WHEREABOUTS = new KeyLocations();
    }

    private KeyLocations() {
        record(KeySchemas.config(), Path.TOP);
    }

    /**
     * The sentence that names the places of a key that is none where it was written; empty where there are none. Another map
     * of the same name is meant before all others.
     *
     * @param written the path of the map that it was written in
     */
    static Optional<String> of(String key, Path written) {
        List<Path> all = Known.WHEREABOUTS.owners.getOrDefault(key, List.of());
        List<Path> alike = all.stream()
                .filter(path -> !last(path).isEmpty() && last(path).equals(last(written)))
                .toList();
        List<Path> found = alike.isEmpty() ? all : alike;
        int least = found.stream().mapToInt(path -> path.steps().size()).min().orElse(0);
        String places = found.stream()
                .filter(path -> path.steps().size() == least)
                .limit(MOST_PLACES)
                .map(KeyLocations::spoken)
                .collect(Collectors.joining(" and "));
        String verb = least == 0 ? "` stands " : "` is a key of ";
        return places.isEmpty() ? Optional.empty() : Optional.of("`" + key + verb + places);
    }

    private static String last(Path path) {
        List<String> steps = path.steps();
        return steps.isEmpty() ? "" : steps.get(steps.size() - 1);
    }

    private void record(RecordOf shape, Path path) {
        for (KeySchema.KeyShape key : shape.keys()) {
            owners.computeIfAbsent(key.name(), absent -> new ArrayList<>()).add(path);
            below(key.shape(), path.with(key.name()));
        }
    }

    private void below(KeySchema shape, Path path) {
        if (shape instanceof RecordOf record) {
            record(record, path);
        } else if (shape instanceof MapOf map) {
            below(map.value(), path.with(NAME));
        } else if (shape instanceof ListOf list) {
            below(list.item(), path);
        } else if (shape instanceof Choice choice) {
            choice.ways().stream().map(Way::shape).forEach(way -> below(way, path));
        }
    }

    private static String spoken(Path path) {
        List<String> steps = path.steps();
        int name = steps.lastIndexOf(NAME);
        if (steps.isEmpty()) {
            return "at the top level, for all services";
        }
        String own = String.join(".", steps.subList(name + 1, steps.size()));
        if (name < 0) {
            return "`" + own + "`";
        }
        String owner = switch (steps.get(name - 1)) {
            case "services" -> "a service";
            case "peers" -> "a peer";
            case "sidecars" -> "a sidecar";
            default -> "an entry of `" + steps.get(name - 1) + "`";
        };
        String all = owner.equals("a service") && own.isEmpty() ? "a service, or of `defaults`" : owner;
        return own.isEmpty() ? all : "`" + own + "` of " + owner;
    }
}
