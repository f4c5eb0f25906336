package io.github.ecsdiscovery.generator.model.service;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a service's own container and its sidecars have in common. */
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

    /** The containers that it waits for, and what they have to have done. */
    Map<String, Dependency> dependsOn();
}
