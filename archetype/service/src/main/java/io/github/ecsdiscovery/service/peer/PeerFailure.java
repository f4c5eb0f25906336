package io.github.ecsdiscovery.service.peer;

import io.vertx.core.http.HttpClosedException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/** A peer that gave no usable answer; the message says why in a few words that clients may see. */
public final class PeerFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PeerFailure(String reason) {
        super(reason, null, false, false);
    }

    /** In a few words without addresses or class names. */
    public static String reason(Throwable failure) {
        if (failure instanceof PeerFailure) {
            return failure.getMessage();
        }
        if (failure instanceof TimeoutException) {
            return "did not answer in time";
        }
        if (failure instanceof UnknownHostException) {
            return "has no address";
        }
        if (failure instanceof SocketException) {
            return "could not be connected to";
        }
        return failure instanceof HttpClosedException ? "closed the connection" : "failed";
    }
}
