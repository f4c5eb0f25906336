package io.github.ecsdiscovery.service.peer;

import io.github.ecsdiscovery.service.web.Correlation;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two clients that ask a peer again and again, and remember what went wrong. */
final class Traffic {

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Set<String> answeredBy = ConcurrentHashMap.newKeySet();
    private final List<Thread> clients;
    private volatile boolean stopped;

    Traffic(Peer peer) {
        clients = List.of(new Thread(() -> ask(peer)), new Thread(() -> ask(peer)));
        clients.forEach(Thread::start);
    }

    private void ask(Peer peer) {
        while (!stopped) {
            try {
                Answer answer = peer.get("/", Correlation.begin())
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
                answeredBy.add(answer.body().toString());
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

    /** What went wrong. */
    List<Throwable> stop() throws InterruptedException {
        stopped = true;
        for (Thread client : clients) {
            client.join();
        }
        return failures;
    }
}
