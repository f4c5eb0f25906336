package io.github.ecsdiscovery.service.peer;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What a peer answered, whichever its status. */
public record Answer(int status, MultiMap headers, Buffer body) {}
