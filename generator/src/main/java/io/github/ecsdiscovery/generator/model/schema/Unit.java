package io.github.ecsdiscovery.generator.model.schema;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What a number counts, so that a number which is written in another unit can be said in this one. */
public enum Unit {
    /** Things, such as tasks. */
    NONE("", Map.of()),
    CPU(
            "CPU units, of which 1024 are one vCPU",
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

    private final String spoken;

    @SuppressWarnings("ImmutableEnumChecker") // no type says that Map.of gives one that does not change
    private final Map<String, String> factors;

    Unit(String spoken, Map<String, String> factors) {
        this.spoken = spoken;
        this.factors = factors;
    }

    /** What it is called behind the words {@code a whole number of …}; empty where nothing is. */
    public String spoken() {
        return spoken;
    }

    /** How much an amount of another unit, in lower case, is in this one. */
    public Optional<BigDecimal> of(BigDecimal amount, String unit) {
        return Optional.ofNullable(factors.get(unit)).map(factor -> amount.multiply(new BigDecimal(factor)));
    }

    /** How much it is where somebody counts in the large unit without a word: half a vCPU, two GiB. */
    public Optional<BigDecimal> ofLarge(BigDecimal amount) {
        return this == CPU ? of(amount, "vcpu") : this == MIB ? of(amount, "gib") : Optional.empty();
    }
}
