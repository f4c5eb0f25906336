package io.github.ecsdiscovery.generator.model.network;

import org.jspecify.annotations.Nullable;

/**
 * One availability zone.
 *
 * @param position 1 to 6; it decides the subnets' names and networks for ever
 * @param id such as {@code apne1-az4}, or null for the Region's zone at that position
 */
public record Zone(int position, @Nullable String id) {}
