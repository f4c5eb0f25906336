package io.github.ecsdiscovery.containers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** One task of a service: a container with an address that no other container uses. */
final class Replica {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final Template.Service service;
    private final int number;
    private final String address;
    private final String container;
    private volatile Optional<Instant> stopTime = Optional.empty();

    private Replica(Template.Service service, int number, String address, String container) {
        this.service = service;
        this.number = number;
        this.address = address;
        this.container = container;
    }

    static Replica start(Template.Service service, int number, Network network, CloudMap cloudMap) {
        String name = "%s-%s-%s".formatted(network.name(), service.name(), number);
        Replica replica = new Replica(service, number, network.newAddress(), name);
        List<String> command = new ArrayList<>(List.of("run", "--detach", "--name", name));
        command.addAll(List.of("--network", network.name(), "--ip", replica.address));
        command.addAll(List.of("--dns", cloudMap.address()));
        command.addAll(options(service));
        command.add(service.image());
        Docker.docker(command);
        return replica;
    }

    /** Returns the `docker run` options that correspond to the template. */
    private static List<String> options(Template.Service service) {
        List<String> options = new ArrayList<>(List.of("--cpus", service.cpus(), "--memory", service.memory()));
        options.addAll(
                List.of("--stop-timeout", Long.toString(service.stopTimeout().toSeconds())));
        service.user().ifPresent(user -> options.addAll(List.of("--user", user)));
        if (service.readOnlyRoot()) {
            options.add("--read-only");
        }
        service.environment().forEach((name, value) -> options.addAll(List.of("--env", name + "=" + value)));
        service.healthCheck()
                .ifPresentOrElse(check -> options.addAll(options(check)), () -> options.add("--no-healthcheck"));
        return options;
    }

    /** Quotes the command for a shell, because `docker run` accepts health checks only in that form. */
    private static List<String> options(Template.HealthCheck check) {
        return List.of(
                "--health-cmd",
                String.join(" ", check.command().stream().map(Replica::quoted).toList()),
                "--health-interval",
                check.interval().toSeconds() + "s",
                "--health-timeout",
                check.timeout().toSeconds() + "s",
                "--health-retries",
                Integer.toString(check.retries()),
                "--health-start-period",
                check.startPeriod().toSeconds() + "s");
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    Template.Service service() {
        return service;
    }

    int number() {
        return number;
    }

    String address() {
        return address;
    }

    String name() {
        return service.name() + " " + number;
    }

    /** Waits until the template's health check passes. Without a health check, waits for the first response. */
    void awaitHealthy() {
        Waiting.until(START_LIMIT, this::isHealthy, this::log);
    }

    private boolean isHealthy() throws InterruptedException {
        if (service.healthCheck().isPresent()) {
            return inspect(".State.Health.Status").equals("healthy");
        }
        try {
            return get("/", Duration.ofSeconds(1)).equals("HELLO WORLD!!");
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits for this response. It can take a while, because DNS caches names that did not exist before. */
    void awaitAnswer(String path, String body) {
        Waiting.until(START_LIMIT, () -> get(path, Duration.ofSeconds(5)).equals(body), this::log);
    }

    /** Waits until this replica knows this number of addresses of each peer. Stopping replicas stay known for a while. */
    void awaitPeers(int addresses) {
        Pattern known = Pattern.compile("(?m)^peer_addresses[{].*state=\"known\"[}] (.*)$");
        Waiting.until(
                START_LIMIT,
                () -> known.matcher(get("/metrics", Duration.ofSeconds(5)))
                        .results()
                        .allMatch(peer -> Double.parseDouble(peer.group(1)) == addresses),
                this::log);
    }

    /** Sends SIGTERM, and SIGKILL after the template's stop timeout. Returns the exit code. */
    CompletableFuture<Integer> stop() {
        stopTime = Optional.of(Instant.now());
        return CompletableFuture.supplyAsync(() -> {
            Docker.docker("stop", container);
            return Integer.parseInt(inspect(".State.ExitCode"));
        });
    }

    Optional<Instant> stopTime() {
        return stopTime;
    }

    void kill() {
        Docker.docker("kill", container);
    }

    void hang() {
        Docker.docker("pause", container);
    }

    /** Kills a replica that hangs. Resumes it first, because a paused container receives no signals. */
    void killHung() {
        Docker.docker("unpause", container);
        Docker.attempt(List.of("kill", container));
    }

    void remove() {
        Docker.attempt(List.of("rm", "--force", "--volumes", container));
    }

    /** Returns the body of the response, whatever its status. */
    String get(String path, Duration limit) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url(path))).timeout(limit).build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    String url(String path) {
        return "http://" + address + ":" + service.port() + path;
    }

    @Override
    public String toString() {
        return name();
    }

    String log() {
        return Docker.docker("logs", container);
    }

    private String inspect(String path) {
        return Docker.docker("inspect", "--format", "{{" + path + "}}", container);
    }
}
