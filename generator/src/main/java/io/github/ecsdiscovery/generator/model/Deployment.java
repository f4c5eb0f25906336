package io.github.ecsdiscovery.generator.model;

/**
 * How a new version replaces the old one. The circuit breaker with rollback is always on.
 *
 * <pre>
 * deployment: {minPercent: 100, maxPercent: 200}
 * </pre>
 */
public record Deployment(
        @Key(value = "How many of the wanted tasks stay up at least, in percent", max = 100)
        int minPercent,

        @Key(value = "How many tasks run at the most, in percent of the wanted", min = 100, max = 200)
        int maxPercent) {}
