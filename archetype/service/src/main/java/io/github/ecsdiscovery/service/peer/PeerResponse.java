package io.github.ecsdiscovery.service.peer;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** A peer's response, whatever its status. */
public record PeerResponse(int status, MultiMap headers, Buffer body) {}
