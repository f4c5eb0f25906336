package io.github.ecsdiscovery.generator.rule.image;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that each image has one tag or digest, and that the tag is not {@code latest}. ECS resolves a tag when it deploys, so an
 * image without a fixed tag changes without a deployment and cannot be rolled back.
 */
final class ImageTags implements ServiceRule {
    private static final String MUTABLE = "AWS accepts the template, but tasks run whatever image the name refers to"
            + " when they are deployed, and pushing another image deploys nothing.";

    private static final String IMAGE_RESOLUTION =
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerImage.html";

    private static final ProblemKind IMAGE_NEEDS_TAG = ProblemKind.error(
                    "image-needs-tag", "A service runs its default image, and no `tag` is set.")
            .otherwise(MUTABLE)
            .source(IMAGE_RESOLUTION);

    private static final ProblemKind TAG_BESIDE_OWN = ProblemKind.error(
                    "tag-beside-own", "A service has both `tag` and an image with a tag or digest.")
            .otherwise("AWS accepts the template, but no image uses the tag.");

    private static final ProblemKind IMAGE_WITHOUT_TAG = ProblemKind.warning(
                    "image-without-tag", "An image has neither a tag nor a digest.")
            .otherwise(MUTABLE)
            .source(IMAGE_RESOLUTION);

    private static final ProblemKind IMAGE_LATEST = ProblemKind.warning(
                    "image-latest", "An image has the tag `latest`.")
            .otherwise(MUTABLE)
            .source(IMAGE_RESOLUTION);

    @Override
    public List<ProblemKind> kinds() {
        return List.of(IMAGE_NEEDS_TAG, TAG_BESIDE_OWN, IMAGE_WITHOUT_TAG, IMAGE_LATEST);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        checkService(service, out);
        service.containers().stream()
                .filter(container -> !container.isServiceContainer() && container.hasImage())
                .forEach(sidecar -> checkSidecar(sidecar, out));
    }

    private static void checkSidecar(ContainerContext sidecar, Consumer<Finding> out) {
        ImageReference image = sidecar.image();
        if (!image.isPinned()) {
            out.accept(
                    withoutTag(sidecar).also(Path.of("tag"), sidecar.service().path("tag")));
        } else if (isLatest(image)) {
            out.accept(latest(sidecar));
        }
    }

    private static void checkService(ServiceContext service, Consumer<Finding> out) {
        String configured = service.service().image();
        ImageReference image = ImageReference.of(service.config(), service.name(), service.service());
        if (configured == null && !image.isPinned()) {
            String message = "`" + service.name() + "` runs its default image, and `tag` is not set";
            out.accept(Finding.of(IMAGE_NEEDS_TAG, service.path(), message)
                    .atKey()
                    .hint("add `tag:` at the top level, or pass `--set tag=…`")
                    .also(Path.of("tag"), service.path("tag"), service.path("image")));
        } else if (configured != null && isTagUnused(service, configured)) {
            String message = "`tag` of `" + service.name() + "` has no effect, because `image` already has its own: `"
                    + configured + "`";
            out.accept(Finding.of(TAG_BESIDE_OWN, service.path("tag"), message)
                    .hint("remove one of them; the top-level `tag` applies only to images without a tag")
                    .also(service.path("image")));
        } else if (configured != null && !image.isPinned()) {
            out.accept(withoutTag(service.containers().get(0)).also(Path.of("tag"), service.path("tag")));
        } else if (isLatest(image)) {
            out.accept(latest(service.containers().get(0)));
        }
    }

    /** A tag of {@code defaults} does not count at a service with its own image: it is meant for services without one. */
    private static boolean isTagUnused(ServiceContext service, String image) {
        return service.service().tag() != null
                && ImageReference.of(image).isPinned()
                && (service.isSetOnService("tag") || !service.isSetOnService("image"));
    }

    private static boolean isLatest(ImageReference image) {
        return "latest".equals(image.tag()) && image.digest() == null;
    }

    private static Finding withoutTag(ContainerContext container) {
        String message =
                "`image` of " + container.displayName() + " has no tag, so it runs `latest`, which changes over time";
        return Finding.of(IMAGE_WITHOUT_TAG, container.path("image"), message)
                .hint("add a tag: `" + container.container().image() + ":1.0`");
    }

    private static Finding latest(ContainerContext container) {
        ServiceContext service = container.service();
        String configured = container.container().image();
        boolean isInImage = configured != null && ImageReference.of(configured).isPinned();
        boolean isOfService = isInImage || service.service().tag() != null;
        Path path = isInImage ? container.path("image") : isOfService ? service.path("tag") : Path.of("tag");
        String message = (isOfService ? container.displayName() + " runs" : "services run")
                + " the tag `latest`: pushing an image deploys nothing, and a rollback cannot restore the old image";
        return Finding.of(IMAGE_LATEST, path, message).hint("push each image under a new tag and use that tag");
    }
}
