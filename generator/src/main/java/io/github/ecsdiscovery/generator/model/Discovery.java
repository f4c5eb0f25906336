package io.github.ecsdiscovery.generator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a service is found.
 *
 * <pre>
 * discovery: dns
 * discovery: none
 * discovery: {records: [A], ttl: 30}
 * </pre>
 */
public record Discovery(DiscoveryMode mode, List<RecordType> records, int ttl) {
    private static final List<RecordType> RECORDS = List.of(RecordType.A, RecordType.SRV);
    private static final int TTL = 10;

    /** {@code dns}: A and SRV records with a TTL of 10 s. */
    public static final Discovery DNS = new Discovery(DiscoveryMode.DNS, RECORDS, TTL);

    public Discovery {
        records = List.copyOf(records);
    }

    @Form
    public static Discovery of(DiscoveryMode mode) {
        return new Discovery(mode, RECORDS, TTL);
    }

    @Form
    public static Discovery of(Records records) {
        List<RecordType> types = records.records();
        Integer ttl = records.ttl();
        return new Discovery(DiscoveryMode.DNS, types == null ? RECORDS : types, ttl == null ? TTL : ttl);
    }

    public boolean hasSrv() {
        return records.contains(RecordType.SRV);
    }

    /** What DNS discovery registers. */
    public record Records(
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
                    byDefault = "`10`")
            @Nullable
            Integer ttl) {}
}
