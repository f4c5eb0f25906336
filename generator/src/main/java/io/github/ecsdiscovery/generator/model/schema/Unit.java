package io.github.ecsdiscovery.generator.model.schema;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The unit of a number key, used to convert values that were written in another unit. */
public enum Unit {
    /** A plain count, such as tasks. */
    NONE("", Map.of()),
    CPU(
            "CPU units (1024 units are one vCPU)",
            Map.of("vcpu", "1024", "vcpus", "1024", "cpu", "1024", "cpus", "1024", "m", "1.024")),
    MIB(
            "MiB",
            Map.of("m", "1", "mb", "1", "mi", "1", "mib", "1", "g", "1024", "gb", "1024", "gi", "1024", "gib", "1024")),
    GIB("GiB", Map.of("g", "1", "gb", "1", "gi", "1", "gib", "1", "ti", "1024")),
    SECONDS(
            "seconds",
            Map.of("s", "1", "sec", "1", "seconds", "1", "m", "60", "min", "60", "minutes", "60", "h", "3600")),
    DAYS("days", Map.of("d", "1", "day", "1", "days", "1", "w", "7", "weeks", "7", "y", "365", "year", "365")),
    PERCENT("percent", Map.of("%", "1", "percent", "1")),
    ;

    private final String phrase;

    @SuppressWarnings("ImmutableEnumChecker") // Map.of returns an immutable map, which its type does not show
    private final Map<String, String> factors;

    Unit(String phrase, Map<String, String> factors) {
        this.phrase = phrase;
        this.factors = factors;
    }

    /** Returns the phrase that follows {@code a whole number of}; empty for a plain count. */
    public String phrase() {
        return phrase;
    }

    /** Converts an amount of another unit, in lowercase, to this unit. */
    public Optional<BigDecimal> convert(BigDecimal amount, String unit) {
        return Optional.ofNullable(factors.get(unit)).map(factor -> amount.multiply(new BigDecimal(factor)));
    }

    /** Converts an amount without a unit that was meant in vCPUs or GiB, such as {@code 0.5}. */
    public Optional<BigDecimal> convertLarge(BigDecimal amount) {
        return this == CPU ? convert(amount, "vcpu") : this == MIB ? convert(amount, "gib") : Optional.empty();
    }
}
