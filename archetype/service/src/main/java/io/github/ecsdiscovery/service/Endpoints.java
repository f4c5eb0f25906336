package io.github.ecsdiscovery.service;

import io.github.ecsdiscovery.service.peer.Peer;
import io.github.ecsdiscovery.service.peer.PeerFailure;
import io.github.ecsdiscovery.service.peer.PeerResponse;
import io.github.ecsdiscovery.service.peer.Peers;
import io.github.ecsdiscovery.service.web.RequestContext;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The HTTP endpoints of this service. Add yours in {@link #addTo}. */
public final class Endpoints {

    private final String serviceName;
    private final Peers peers;

    public Endpoints(String serviceName, Peers peers) {
        this.serviceName = serviceName;
        this.peers = peers;
    }

    public void addTo(Router router) {
        router.get("/").handler(this::greeting);
        router.get("/message").handler(this::message);
        router.get("/request").handler(this::request);
    }

    private void greeting(RoutingContext request) {
        request.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/plain").end("HELLO WORLD!!");
    }

    private void message(RoutingContext request) {
        request.json(new JsonObject().put("message", "THIS IS " + serviceName + "!!"));
    }

    /** Requests the messages of all peers in parallel. If some fail, lists them under `errors` and returns status 502. */
    private void request(RoutingContext request) {
        List<Future<String>> messages =
                peers.all().stream().map(peer -> messageOf(peer, request)).toList();
        Future.join(messages).onComplete(joined -> {
            JsonObject body = new JsonObject();
            JsonObject errors = new JsonObject();
            for (int i = 0; i < messages.size(); i++) {
                String alias = peers.all().get(i).alias();
                Future<String> message = messages.get(i);
                if (message.succeeded()) {
                    body.put(alias, message.result());
                } else {
                    errors.put(alias, PeerFailure.reason(message.cause()));
                }
            }
            if (!errors.isEmpty()) {
                body.put("errors", errors);
                request.response().setStatusCode(502);
            }
            request.json(body);
        });
    }

    private static Future<String> messageOf(Peer peer, RoutingContext request) {
        return peer.get("/message", RequestContext.of(request)).map(Endpoints::message);
    }

    private static String message(PeerResponse response) {
        if (response.status() != 200) {
            throw new PeerFailure("returned status " + response.status());
        }
        try {
            String message = response.body().toJsonObject().getString("message");
            if (message != null) {
                return message;
            }
        } catch (DecodeException | ClassCastException e) {
            // handled below
        }
        throw new PeerFailure("returned no message");
    }
}
