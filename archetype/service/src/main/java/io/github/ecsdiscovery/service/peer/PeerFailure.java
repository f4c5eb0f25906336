package io.github.ecsdiscovery.service.peer;

import io.vertx.core.http.HttpClosedException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/** A peer did not return a usable response. The message is a short reason that is safe to show to clients. */
public final class PeerFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PeerFailure(String reason) {
        super(reason, null, false, false);
    }

    /** Returns a short reason without addresses or class names. */
    public static String reason(Throwable failure) {
        if (failure instanceof PeerFailure) {
            return failure.getMessage();
        }
        if (failure instanceof TimeoutException) {
            return "did not respond in time";
        }
        if (failure instanceof UnknownHostException) {
            return "has no address";
        }
        if (failure instanceof SocketException) {
            return "connection failed";
        }
        return failure instanceof HttpClosedException ? "closed the connection" : "failed";
    }
}
