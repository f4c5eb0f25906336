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
import io.github.ecsdiscovery.generator.stack.metadata.SuppressionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Decides which repositories the images of a config need: one for each path in the account's own registry. */
public final class RepositoryPlan {
    private static final String MOVING_TAG = "latest";

    private RepositoryPlan() {}

    /** The image of a container: of a service, or of a service's sidecar. */
    private record Use(List<String> container, ImageReference image, String platform) {
        boolean moves() {
            return image.digest() == null && (image.tag() == null || image.tag().equals(MOVING_TAG));
        }

        Image of(String path) {
            return new Image(path + ":" + (image.tag() == null ? MOVING_TAG : image.tag()), platform);
        }
    }

    /** The repositories of a config. */
    public static RepositoryStack of(Config config) {
        Map<String, List<Use>> uses = new TreeMap<>();
        new TreeMap<>(config.services()).forEach((name, service) -> {
            use(List.of(name), service, ImageReference.of(config, name, service), uses);
            service.sidecars().forEach((sidecar, said) -> {
                if (said.image() != null) {
                    List<String> container = List.of(name, "sidecars", sidecar);
                    use(container, service, ImageReference.of(config, name, service, said), uses);
                }
            });
        });
        LogicalIdRegistry ids = new LogicalIdRegistry();
        List<Repository> repositories = new ArrayList<>();
        uses.forEach((path, some) -> repositories.add(repository(ids.id(LogicalId.REPOSITORY, path), path, some)));
        ContextMetadataPlan contexts = new ContextMetadataPlan(config);
        return new RepositoryStack(
                config.name(),
                contexts.repositories(),
                StackPlan.tags(config),
                repositories,
                new ResourceMetadataPlan(contexts, SuppressionPlan.of(config, repositories)).of(ids.all()));
    }

    private static void use(
            List<String> container, Service service, ImageReference image, Map<String, List<Use>> uses) {
        String path = image.ownPath();
        if (path != null) {
            uses.computeIfAbsent(path, absent -> new ArrayList<>())
                    .add(new Use(container, image, service.architecture().platform()));
        }
    }

    private static Repository repository(String id, String path, List<Use> uses) {
        List<Image> images = uses.stream()
                .filter(use -> use.image().digest() == null)
                .map(use -> use.of(path))
                .distinct()
                .toList();
        return new Repository(
                id,
                path,
                uses.stream().anyMatch(Use::moves),
                images,
                uses.get(0).container());
    }
}
