package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.LogicalIdRegistry;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;
import io.github.ecsdiscovery.generator.stack.image.Repository;
import io.github.ecsdiscovery.generator.stack.image.Repository.Image;
import io.github.ecsdiscovery.generator.stack.metadata.ContextMetadataPlan;
import io.github.ecsdiscovery.generator.stack.metadata.ResourceMetadataPlan;
import io.github.ecsdiscovery.generator.stack.metadata.StackMetadata;
import io.github.ecsdiscovery.generator.stack.metadata.SuppressionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Creates the repositories for the images of a config: one for each path in the account's own registry. */
public final class RepositoryPlan {
    private static final String MUTABLE_TAG = "latest";

    private RepositoryPlan() {}

    /** The use of an image by a container of a service. */
    private record Use(List<String> container, ImageReference reference, String platform) {
        boolean needsMutableTag() {
            return reference.digest() == null
                    && (reference.tag() == null || reference.tag().equals(MUTABLE_TAG));
        }

        Image image(String path) {
            return new Image(path + ":" + (reference.tag() == null ? MUTABLE_TAG : reference.tag()), platform);
        }
    }

    /** Returns the stack of the repositories of a config. */
    public static RepositoryStack of(Config config) {
        Map<String, List<Use>> uses = new TreeMap<>();
        new TreeMap<>(config.services()).forEach((name, service) -> {
            addUse(List.of(name), service, ImageReference.of(config, name, service), uses);
            service.sidecars().forEach((sidecarName, sidecar) -> {
                if (sidecar.image() != null) {
                    List<String> container = List.of(name, "sidecars", sidecarName);
                    addUse(container, service, ImageReference.of(config, name, service, sidecar), uses);
                }
            });
        });
        LogicalIdRegistry ids = new LogicalIdRegistry();
        List<Repository> repositories = new ArrayList<>();
        uses.forEach((path, usesOfPath) ->
                repositories.add(repository(ids.id(LogicalId.REPOSITORY, path), path, usesOfPath)));
        ContextMetadataPlan contexts = new ContextMetadataPlan(config);
        return new RepositoryStack(
                config.name(),
                StackPlan.tags(config),
                repositories,
                new StackMetadata(
                        contexts.repositories(),
                        ids.all(),
                        new ResourceMetadataPlan(contexts, SuppressionPlan.of(config, repositories)).of(ids.all())));
    }

    private static void addUse(
            List<String> container, Service service, ImageReference image, Map<String, List<Use>> uses) {
        String path = image.ownPath();
        if (path != null) {
            uses.computeIfAbsent(path, absent -> new ArrayList<>())
                    .add(new Use(container, image, service.architecture().platform()));
        }
    }

    private static Repository repository(String id, String path, List<Use> uses) {
        List<Image> images = uses.stream()
                .filter(use -> use.reference().digest() == null)
                .map(use -> use.image(path))
                .distinct()
                .toList();
        return new Repository(
                id,
                path,
                uses.stream().anyMatch(Use::needsMutableTag),
                images,
                uses.get(0).container());
    }
}
