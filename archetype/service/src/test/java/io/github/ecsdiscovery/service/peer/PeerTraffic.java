package io.github.ecsdiscovery.service.peer;

import io.github.ecsdiscovery.service.web.RequestContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two clients that send requests to a peer continuously, and record failures. */
final class PeerTraffic {

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Set<String> answeredBy = ConcurrentHashMap.newKeySet();
    private final List<Thread> clients;
    private volatile boolean stopped;

    PeerTraffic(Peer peer) {
        clients = List.of(new Thread(() -> run(peer)), new Thread(() -> run(peer)));
        clients.forEach(Thread::start);
    }

    private void run(Peer peer) {
        while (!stopped) {
            try {
                PeerResponse response = peer.get("/", RequestContext.create())
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
                answeredBy.add(response.body().toString());
                Thread.sleep(5);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
    }

    Set<String> answeredBy() {
        return answeredBy;
    }

    /** Stops the clients, and returns their failures. */
    List<Throwable> stop() throws InterruptedException {
        stopped = true;
        for (Thread client : clients) {
            client.join();
        }
        return failures;
    }
}
