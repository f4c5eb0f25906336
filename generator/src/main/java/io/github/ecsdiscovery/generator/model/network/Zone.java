package io.github.ecsdiscovery.generator.model.network;

import org.jspecify.annotations.Nullable;

/**
 * An availability zone.
 *
 * @param position 1 to 6; the names and CIDRs of the subnets are derived from it, so it must never change
 * @param id such as {@code apne1-az4}, or null for the zone of the Region at that position
 */
public record Zone(int position, @Nullable String id) {}
