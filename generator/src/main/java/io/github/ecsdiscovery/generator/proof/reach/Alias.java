package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.CheckChain;

/**
 * Somebody whom a service calls, as its environment tells it.
 *
 * @param name the alias
 * @param host {@code <ALIAS>_HOST}; empty where it is missing
 * @param port {@code <ALIAS>_PORT}; empty where it is missing
 * @param url {@code <ALIAS>_URL}; empty where it is missing
 * @param callee the service that registers under the host; empty for nobody
 * @param lookup how the service gets from the host to the tasks behind it
 * @param line of the host's variable
 */
public record Alias(String name, String host, String port, String url, String callee, CheckChain lookup, int line) {}
