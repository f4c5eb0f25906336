package io.github.ecsdiscovery.generator.model.service;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A container of a task: the service's own container or a sidecar. */
public sealed interface Container permits Service, Sidecar {
    @Nullable
    String image();

    @Nullable
    List<String> command();

    @Nullable
    List<String> entrypoint();

    @Nullable
    String user();

    List<String> writablePaths();

    Map<String, String> environment();

    Map<String, Secret> secrets();

    @Nullable
    HealthCheck healthCheck();

    /** Returns the containers that must reach a state before this one starts. */
    Map<String, Dependency> dependsOn();
}
