package io.github.ecsdiscovery.generator.model.discovery;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a service is found.
 *
 * <pre>
 * discovery: dns
 * discovery: connect
 * discovery: none
 * discovery: {records: [A], ttl: 30}
 * discovery: {mode: both, requestTimeout: 60}
 * </pre>
 *
 * @param requestTimeout seconds in which Service Connect waits for a whole answer, or null for its own 15
 * @param idleTimeout seconds after which Service Connect closes a connection at rest, or null for its own
 */
public record Discovery(
        DiscoveryMode mode,
        List<RecordType> records,
        int ttl,
        @Nullable Integer requestTimeout,
        @Nullable Integer idleTimeout) {
    private static final List<RecordType> RECORDS = List.of(RecordType.A, RecordType.SRV);
    private static final int TTL = 10;

    /** {@code dns}: A and SRV records with a TTL of 10 s. */
    public static final Discovery DNS = of(DiscoveryMode.DNS);

    public Discovery {
        records = List.copyOf(records);
    }

    @Form
    public static Discovery of(DiscoveryMode mode) {
        return new Discovery(mode, RECORDS, TTL, null, null);
    }

    @Form
    public static Discovery of(Details details) {
        DiscoveryMode mode = details.mode();
        List<RecordType> types = details.records();
        Integer ttl = details.ttl();
        return new Discovery(
                mode == null ? DiscoveryMode.DNS : mode,
                types == null ? RECORDS : types,
                ttl == null ? TTL : ttl,
                details.requestTimeout(),
                details.idleTimeout());
    }

    public boolean hasSrv() {
        return records.contains(RecordType.SRV);
    }

    /** What DNS registers, and how long Service Connect waits. */
    public record Details(
            @Key(value = "How it is found", byDefault = "`dns`") @Nullable
            DiscoveryMode mode,

            @Key(
                    value = "The kinds of records; Cloud Map never changes them on a service that exists",
                    least = 1,
                    most = 2,
                    byDefault = "`[A, SRV]`")
            @Nullable
            List<RecordType> records,

            @Key(
                    value =
                            "How long resolvers remember a record, in seconds; the shutdown contract lets it be 85 at most",
                    min = 1,
                    max = 85,
                    byDefault = "`10`",
                    unit = Unit.SECONDS)
            @Nullable
            Integer ttl,

            @Key(
                    value =
                            "How long Service Connect waits for a whole answer, in seconds, streams included; 0 is for ever",
                    min = 0,
                    max = 86_400,
                    byDefault = "Service Connect's `15`",
                    unit = Unit.SECONDS)
            @Nullable
            Integer requestTimeout,

            @Key(
                    value = "After how many idle seconds Service Connect closes a connection; 0 is never",
                    min = 0,
                    max = 86_400,
                    byDefault = "Service Connect's: `300`, for tcp `3600`",
                    unit = Unit.SECONDS)
            @Nullable
            Integer idleTimeout) {}
}
