package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.model.cluster.Insights;
import io.github.ecsdiscovery.generator.model.loadbalancer.Scheme;
import io.github.ecsdiscovery.generator.model.log.Encryption;
import io.github.ecsdiscovery.generator.model.network.Nat;
import io.github.ecsdiscovery.generator.model.service.Architecture;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Other words for the values of enums. They take precedence over similar spelling, which may mean the opposite. */
final class ValueSynonyms {
    private static final Map<Class<?>, Map<String, String>> SYNONYMS = Map.of(
            Architecture.class,
            Map.ofEntries(
                    Map.entry("aarch64", "ARM64"),
                    Map.entry("amd64", "X86_64"),
                    Map.entry("arm", "ARM64"),
                    Map.entry("graviton", "ARM64"),
                    Map.entry("intel", "X86_64"),
                    Map.entry("linux/amd64", "X86_64"),
                    Map.entry("linux/arm64", "ARM64"),
                    Map.entry("x64", "X86_64"),
                    Map.entry("x86", "X86_64"),
                    Map.entry("x86-64", "X86_64")),
            Encryption.class,
            Map.of("aes256", "none", "default", "none", "false", "none", "true", "kms"),
            Insights.class,
            Map.of("false", "disabled", "off", "disabled", "on", "enabled", "true", "enabled"),
            Nat.class,
            Map.of("false", "none", "one", "single", "true", "single", "zonal", "perZone"),
            Scheme.class,
            Map.of(
                    "external", "internet-facing",
                    "internet", "internet-facing",
                    "private", "internal",
                    "public", "internet-facing"));

    private ValueSynonyms() {}

    /** Returns what to write instead of a value that the enum does not have, if that is clear. */
    static Optional<String> hint(KeySchema.EnumValue schema, String written) {
        return Optional.ofNullable(
                        SYNONYMS.getOrDefault(schema.type(), Map.of()).get(written.toLowerCase(Locale.ROOT)))
                .map(MessageText::write)
                .or(() -> Suggestion.hint(written, schema.values()));
    }
}
