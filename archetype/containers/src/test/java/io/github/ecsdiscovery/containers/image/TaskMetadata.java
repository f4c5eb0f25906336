package io.github.ecsdiscovery.containers.image;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Imitates the ECS task metadata endpoint, version 4. The response is shortened from the example in the AWS documentation. */
final class TaskMetadata implements AutoCloseable {

    private final HttpServer server;

    /** @param limits the limits of the task as a JSON member, or an empty string */
    TaskMetadata(String limits) throws IOException {
        byte[] answer = """
                {"Cluster":"default","TaskARN":"arn:aws:ecs:us-west-2:111122223333:task/default/e9028f8d","Family":"curltest",\
                "Revision":"3","DesiredStatus":"RUNNING","KnownStatus":"RUNNING",%s\
                "PullStartedAt":"2020-10-08T20:47:16.053330955Z","AvailabilityZone":"us-west-2a",\
                "Containers":[{"DockerId":"e9028f8d","Name":"curl","Limits":{"CPU":2,"Memory":128},"Type":"NORMAL"}],\
                "LaunchType":"FARGATE"}""".formatted(limits).getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v4/e9028f8d/task", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    /** Returns the value of `ECS_CONTAINER_METADATA_URI_V4`. */
    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v4/e9028f8d";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
