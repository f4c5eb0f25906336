package io.github.ecsdiscovery.generator.hostile;

import io.github.ecsdiscovery.generator.hostile.TextSites.TextSite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inserts texts into a sample config, each at its own site. */
final class TextInsertion {
    private final Map<List<Object>, InsertedText> keys = new HashMap<>();
    private final Map<List<Object>, InsertedText> values = new HashMap<>();

    private TextInsertion(Collection<InsertedText> texts) {
        texts.forEach(
                text -> (text.site().isKey() ? keys : values).put(text.site().path(), text));
    }

    /** A text that replaces the text of the sample at a site. */
    record InsertedText(TextSite site, String text) {
        /** Returns whether an environment can set this text alone while the other texts are in the config. */
        boolean fitsIntoAnEnvironment(Collection<InsertedText> others) {
            return !site.isKey()
                    && site.path().stream().noneMatch(Integer.class::isInstance)
                    && others.stream().noneMatch(other -> other.renames(site));
        }

        private boolean renames(TextSite below) {
            List<Object> path = site.path();
            return site.isKey()
                    && path.size() <= below.path().size()
                    && path.equals(below.path().subList(0, path.size()));
        }
    }

    /** Returns the sample with the texts. */
    static Map<Object, Object> into(Map<?, ?> sample, Collection<InsertedText> texts) {
        return new TextInsertion(texts).map(sample, List.of());
    }

    /** Returns an environment with these texts. Each of them must fit into an environment. */
    static Map<Object, Object> overlay(Map<?, ?> sample, Collection<InsertedText> texts) {
        return new TextInsertion(texts).only(sample, List.of());
    }

    private Object node(Object node, List<Object> path) {
        InsertedText here = values.get(path);
        if (here != null) {
            return here;
        }
        if (node instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                items.add(node(list.get(i), TextSites.with(path, i)));
            }
            return items;
        }
        return node instanceof Map<?, ?> map ? map(map, path) : node;
    }

    private Map<Object, Object> map(Map<?, ?> map, List<Object> path) {
        Map<Object, Object> changed = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            List<Object> below = TextSites.with(path, key);
            InsertedText renamed = keys.get(below);
            changed.put(renamed == null ? key : renamed, node(value, below));
        });
        return changed;
    }

    private Map<Object, Object> only(Map<?, ?> map, List<Object> path) {
        Map<Object, Object> changed = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object kept = only(value, TextSites.with(path, key));
            if (kept != null) {
                changed.put(key, kept);
            }
        });
        return changed;
    }

    private @Nullable Object only(Object node, List<Object> path) {
        InsertedText here = values.get(path);
        if (here == null && node instanceof Map<?, ?> map) {
            Map<Object, Object> below = only(map, path);
            return below.isEmpty() ? null : below;
        }
        return here;
    }
}
