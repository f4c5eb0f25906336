package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.CheckChain;

/**
 * A call of a service, as the environment variables of its tasks describe it.
 *
 * @param name the name under which the service calls the other
 * @param host the value of {@code <ALIAS>_HOST}; empty if the variable is missing
 * @param port the value of {@code <ALIAS>_PORT}; empty if the variable is missing
 * @param url the value of {@code <ALIAS>_URL}; empty if the variable is missing
 * @param callee the service that registers under the host; empty if there is none
 * @param lookup the way from the host name to the callee's tasks
 * @param line the line of {@code <ALIAS>_HOST}, or of {@code SERVICE_CALLS} if that variable is missing
 */
public record Alias(String name, String host, String port, String url, String callee, CheckChain lookup, int line) {}
