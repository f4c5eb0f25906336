package io.github.ecsdiscovery.containers;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The services of a rendered template, with the properties that ECS would use. */
record Template(String namespace, List<Service> services) {

    /**
     * One ECS service with the only container of its task.
     *
     * @param image the image, without the account's registry
     * @param port the registered port
     */
    record Service(
            String name,
            String image,
            int replicas,
            int port,
            Map<String, String> environment,
            Optional<HealthCheck> healthCheck,
            Duration stopTimeout,
            String cpus,
            String memory,
            Optional<String> user,
            boolean readOnlyRoot,
            List<DnsRecord> records) {

        /** Returns a copy with another image and without a health check. */
        Service withImage(String otherImage) {
            return new Service(
                    name,
                    otherImage,
                    replicas,
                    port,
                    environment,
                    Optional.empty(),
                    stopTimeout,
                    cpus,
                    memory,
                    user,
                    readOnlyRoot,
                    records);
        }
    }

    record HealthCheck(List<String> command, Duration interval, Duration timeout, int retries, Duration startPeriod) {

        /** Returns the time from when a container hangs until ECS considers it unhealthy. */
        Duration timeUntilUnhealthy() {
            return interval.plus(timeout).multipliedBy(retries);
        }
    }

    record DnsRecord(String type, int ttl) {}

    /** Parses a template that was rendered with `--compact`. */
    static Template parse(String json) {
        JsonObject resources = new JsonObject(json).getJsonObject("Resources");
        JsonObject namespace =
                ofType(resources, "AWS::ServiceDiscovery::PrivateDnsNamespace").get(0);
        return new Template(
                namespace.getString("Name"),
                ofType(resources, "AWS::ECS::Service").stream()
                        .map(service -> service(service, resources))
                        .toList());
    }

    /** Returns a copy in which all services use another image. */
    Template withImage(String otherImage) {
        return new Template(
                namespace,
                services.stream().map(service -> service.withImage(otherImage)).toList());
    }

    String host(Service service) {
        return service.name + "." + namespace;
    }

    private static List<JsonObject> ofType(JsonObject resources, String type) {
        return resources.fieldNames().stream()
                .map(resources::getJsonObject)
                .filter(resource -> resource.getString("Type").equals(type))
                .map(resource -> resource.getJsonObject("Properties"))
                .toList();
    }

    private static Service service(JsonObject service, JsonObject resources) {
        JsonObject task =
                properties(resources, service.getJsonObject("TaskDefinition").getString("Ref"));
        JsonObject container = task.getJsonArray("ContainerDefinitions").getJsonObject(0);
        JsonObject registry = service.getJsonArray("ServiceRegistries").getJsonObject(0);
        JsonObject discovery = properties(
                resources,
                registry.getJsonObject("RegistryArn").getJsonArray("Fn::GetAtt").getString(0));
        return new Service(
                service.getString("ServiceName"),
                image(container.getJsonObject("Image").getString("Fn::Sub")),
                service.getInteger("DesiredCount"),
                registry.getInteger("Port"),
                environment(container),
                Optional.ofNullable(container.getJsonObject("HealthCheck")).map(Template::healthCheck),
                seconds(container, "StopTimeout"),
                // On Fargate, 1024 units are one vCPU.
                Double.toString(Integer.parseInt(task.getString("Cpu")) / 1024.0),
                task.getString("Memory") + "m",
                Optional.ofNullable(container.getString("User")),
                container.getBoolean("ReadonlyRootFilesystem", false),
                records(discovery));
    }

    private static JsonObject properties(JsonObject resources, String id) {
        return resources.getJsonObject(id).getJsonObject("Properties");
    }

    private static String image(String image) {
        return image.substring(image.indexOf('/') + 1);
    }

    private static Map<String, String> environment(JsonObject container) {
        Map<String, String> environment = new LinkedHashMap<>();
        container.getJsonArray("Environment").stream()
                .map(JsonObject.class::cast)
                .forEach(variable -> environment.put(variable.getString("Name"), variable.getString("Value")));
        return environment;
    }

    private static HealthCheck healthCheck(JsonObject check) {
        return new HealthCheck(
                check.getJsonArray("Command").stream()
                        .skip(1)
                        .map(String.class::cast)
                        .toList(),
                seconds(check, "Interval"),
                seconds(check, "Timeout"),
                check.getInteger("Retries"),
                seconds(check, "StartPeriod"));
    }

    private static List<DnsRecord> records(JsonObject discovery) {
        return discovery.getJsonObject("DnsConfig").getJsonArray("DnsRecords").stream()
                .map(JsonObject.class::cast)
                .map(type -> new DnsRecord(type.getString("Type"), type.getInteger("TTL")))
                .toList();
    }

    private static Duration seconds(JsonObject object, String key) {
        return Duration.ofSeconds(object.getInteger(key));
    }
}
