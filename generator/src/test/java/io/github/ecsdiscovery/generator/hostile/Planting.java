package io.github.ecsdiscovery.generator.hostile;

import io.github.ecsdiscovery.generator.hostile.Sites.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts texts into a sample config, each at a site of its own. */
final class Planting {
    private final Map<List<Object>, Planted> keys = new HashMap<>();
    private final Map<List<Object>, Planted> values = new HashMap<>();

    private Planting(Collection<Planted> all) {
        all.forEach(one -> (one.site().isKey() ? keys : values).put(one.site().path(), one));
    }

    /** A text in the place of the harmless one that the sample has there. */
    record Planted(Site site, String text) {
        /** Whether an environment can say it too, and nothing else with it, while the others stand in the config. */
        boolean fitsAnEnvironment(Collection<Planted> others) {
            return !site.isKey()
                    && site.path().stream().noneMatch(Integer.class::isInstance)
                    && others.stream().noneMatch(other -> other.renames(site));
        }

        private boolean renames(Site below) {
            List<Object> at = site.path();
            return site.isKey()
                    && at.size() <= below.path().size()
                    && at.equals(below.path().subList(0, at.size()));
        }
    }

    /** The sample with these texts. */
    static Map<Object, Object> into(Map<?, ?> sample, Collection<Planted> texts) {
        return new Planting(texts).map(sample, List.of());
    }

    /** What an environment has to say for these texts, each of which fits there. */
    static Map<Object, Object> overlay(Map<?, ?> sample, Collection<Planted> texts) {
        return new Planting(texts).only(sample, List.of());
    }

    private Object node(Object node, List<Object> path) {
        Planted here = values.get(path);
        if (here != null) {
            return here;
        }
        if (node instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                items.add(node(list.get(i), Sites.with(path, i)));
            }
            return items;
        }
        return node instanceof Map<?, ?> map ? map(map, path) : node;
    }

    private Map<Object, Object> map(Map<?, ?> map, List<Object> path) {
        Map<Object, Object> changed = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            List<Object> below = Sites.with(path, key);
            Planted renamed = keys.get(below);
            changed.put(renamed == null ? key : renamed, node(value, below));
        });
        return changed;
    }

    private Map<Object, Object> only(Map<?, ?> map, List<Object> path) {
        Map<Object, Object> changed = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object kept = only(value, Sites.with(path, key));
            if (kept != null) {
                changed.put(key, kept);
            }
        });
        return changed;
    }

    private @Nullable Object only(Object node, List<Object> path) {
        Planted here = values.get(path);
        if (here == null && node instanceof Map<?, ?> map) {
            Map<Object, Object> below = only(map, path);
            return below.isEmpty() ? null : below;
        }
        return here;
    }
}
