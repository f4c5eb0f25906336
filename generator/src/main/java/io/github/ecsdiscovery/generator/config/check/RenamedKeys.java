package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.discovery.Namespace;
import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.model.service.Sidecar;
import java.util.Map;
import java.util.Optional;

/** The keys that had another name in an earlier version of the config language. */
final class RenamedKeys {
    private static final Map<Class<?>, Map<String, Renamed>> BY_RECORD = Map.of(
            Config.class,
            Map.of(
                    "accept", Renamed.to("acceptWarnings"),
                    "context", Renamed.to("contextMetadata"),
                    "scanners", Renamed.to("scannerMetadata")),
            Service.class,
            Map.of("accept", Renamed.to("acceptWarnings"), "writable", Renamed.to("writablePaths")),
            Sidecar.class,
            Map.of("writable", Renamed.to("writablePaths")),
            Namespace.class,
            Map.of("search", Renamed.to("searchDomain")),
            LoadBalancer.class,
            Map.of("from", Renamed.to("ingress"), "port80", Renamed.to("httpListener")),
            Http.Check.class,
            Map.of(
                    "codes",
                    Renamed.to("successCodes"),
                    "grace",
                    new Renamed(
                            "http.gracePeriod",
                            "write `gracePeriod` in `http`, next to `healthCheck`; it applies to the container's health check too")));

    private RenamedKeys() {}

    /**
     * The present name of a key.
     *
     * @param name the key, with the keys above it if it has moved
     * @param hint what to type
     */
    record Renamed(String name, String hint) {
        private static Renamed to(String name) {
            return new Renamed(name, "write `" + name + "`");
        }
    }

    /** Returns the present name of a key that a record had before. */
    static Optional<Renamed> of(Class<?> type, String written) {
        return Optional.ofNullable(BY_RECORD.getOrDefault(type, Map.of()).get(written));
    }
}
