package io.github.ecsdiscovery.generator.model.discovery;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How other services discover a service.
 *
 * <pre>
 * discovery: dns
 * discovery: connect
 * discovery: none
 * discovery: {records: [A], ttl: 30}
 * discovery: {mode: both, requestTimeout: 60}
 * </pre>
 *
 * @param requestTimeout how many seconds Service Connect waits for a complete response, or null for its default of 15
 * @param idleTimeout after how many seconds Service Connect closes an idle connection, or null for its default
 */
public record Discovery(
        DiscoveryMode mode,
        List<RecordType> records,
        int ttl,
        @Nullable Integer requestTimeout,
        @Nullable Integer idleTimeout) {
    private static final List<RecordType> RECORDS = List.of(RecordType.A, RecordType.SRV);
    private static final int TTL = 10;

    /** The meaning of {@code discovery: dns}: A and SRV records with a TTL of 10 s. */
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

    /** The map form of {@code discovery}. */
    public record Details(
            @Key(value = "How the service is discovered", example = "mode: both", byDefault = "`dns`") @Nullable
            DiscoveryMode mode,

            @Key(
                    value = "The DNS record types to register; Cloud Map cannot change them on an existing service",
                    example = "records: [A]",
                    minEntries = 1,
                    maxEntries = 2,
                    byDefault = "`[A, SRV]`")
            @Nullable
            List<RecordType> records,

            @Key(
                    value = "How long resolvers cache a record, in seconds; graceful shutdown allows at most 85",
                    example = "ttl: 30",
                    min = 1,
                    max = 85,
                    unit = Unit.SECONDS,
                    byDefault = "`10`")
            @Nullable
            Integer ttl,

            @Key(
                    value =
                            "How long Service Connect waits for a complete response, streams included, in seconds; `0` means no limit",
                    example = "requestTimeout: 60",
                    min = 0,
                    max = 86_400,
                    unit = Unit.SECONDS,
                    byDefault = "Service Connect's `15`")
            @Nullable
            Integer requestTimeout,

            @Key(
                    value = "How long Service Connect keeps an idle connection open, in seconds; `0` means no limit",
                    example = "idleTimeout: 600",
                    min = 0,
                    max = 86_400,
                    unit = Unit.SECONDS,
                    byDefault = "Service Connect's `300`; `3600` for tcp")
            @Nullable
            Integer idleTimeout) {}
}
