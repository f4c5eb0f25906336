package io.github.ecsdiscovery.generator.config.layer;

import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.config.yaml.SourceText;
import io.github.ecsdiscovery.generator.config.yaml.YamlTreeReader;
import io.github.ecsdiscovery.generator.model.Preset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The presets, as trees of defaults. */
public final class Presets {
    /** The source of locations in a preset. */
    public static final String SOURCE = "preset";

    private static final Map<Preset, Node.Mapping> TREES = new ConcurrentHashMap<>();

    private Presets() {}

    public static Node.Mapping tree(Preset preset) {
        return TREES.computeIfAbsent(preset, Presets::read);
    }

    private static Node.Mapping read(Preset preset) {
        String file = "/io/github/ecsdiscovery/generator/config/preset/" + preset + ".yaml";
        try (InputStream in = Presets.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Node tree = YamlTreeReader.read(new SourceText(SOURCE, text), problem -> {
                throw new IllegalStateException(file + ": " + problem);
            });
            if (tree instanceof Node.Mapping map) {
                return map;
            }
            throw new IllegalStateException(file + " is not a map");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
