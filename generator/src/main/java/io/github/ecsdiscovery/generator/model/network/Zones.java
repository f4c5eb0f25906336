package io.github.ecsdiscovery.generator.model.network;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Format;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The availability zones that have subnets: their number, or their ids by position. Positions may have gaps.
 *
 * <pre>
 * zones: 2
 * zones: {1: apne1-az4, 2: apne1-az1}
 * </pre>
 *
 * @param all the zones, sorted by position
 */
public record Zones(List<Zone> all) {
    public Zones {
        all = all.stream().sorted(Comparator.comparingInt(Zone::position)).toList();
    }

    @Form(min = 1, max = 6)
    public static Zones of(int count) {
        List<Zone> zones = new ArrayList<>();
        for (int position = 1; position <= count; position++) {
            zones.add(new Zone(position, null));
        }
        return new Zones(zones);
    }

    @Form(format = Format.ZONE_ID, keys = Format.ZONE_POSITION, minEntries = 1)
    public static Zones of(Map<String, String> ids) {
        List<Zone> zones = new ArrayList<>();
        ids.forEach((position, id) -> zones.add(new Zone(Integer.parseInt(position), id)));
        return new Zones(zones);
    }
}
