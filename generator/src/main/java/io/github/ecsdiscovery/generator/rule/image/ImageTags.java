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

/** Every image says by its tag or digest which one it is, once. */
final class ImageTags implements ServiceRule {
    private static final ProblemKind IMAGE_NEEDS_TAG =
            ProblemKind.error("image-needs-tag", "The default image has no tag.");

    private static final ProblemKind TAG_BESIDE_OWN =
            ProblemKind.error("tag-beside-own", "A service has `tag` beside an image that has its own tag or digest.");

    private static final ProblemKind IMAGE_WITHOUT_TAG =
            ProblemKind.warning("image-without-tag", "An image has neither tag nor digest.");

    private static final ProblemKind IMAGE_LATEST =
            ProblemKind.warning("image-latest", "An image has the tag `latest`.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(IMAGE_NEEDS_TAG, TAG_BESIDE_OWN, IMAGE_WITHOUT_TAG, IMAGE_LATEST);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        service(one, out);
        one.containers().stream()
                .filter(part -> !part.isServiceContainer() && part.hasImage())
                .forEach(part -> sidecar(part, out));
    }

    private static void sidecar(ContainerContext part, Consumer<Finding> out) {
        ImageReference image = part.image();
        if (!image.isPinned()) {
            out.accept(withoutTag(part).also(Path.of("tag"), part.service().path("tag")));
        } else if ("latest".equals(image.tag()) && image.digest() == null) {
            out.accept(latest(part));
        }
    }

    private static void service(ServiceContext one, Consumer<Finding> out) {
        String said = one.service().image();
        String tag = one.service().tag();
        ImageReference image = ImageReference.of(one.config(), one.name(), one.service());
        if (said == null && !image.isPinned()) {
            out.accept(Finding.of(
                            IMAGE_NEEDS_TAG,
                            one.path(),
                            "`" + one.name() + "` runs the default image, and no tag says which one")
                    .atKey()
                    .hint("add `tag:` at the top, or pass `--set tag=…`")
                    .also(Path.of("tag"), one.path("tag"), one.path("image")));
        } else if (said != null && tag != null && ImageReference.of(said).isPinned() && areBeside(one)) {
            out.accept(Finding.of(
                            TAG_BESIDE_OWN,
                            one.path("tag"),
                            "`tag` of `" + one.name() + "` says nothing: `" + said + "` has its own")
                    .hint("leave one of them out; `tag` at the top counts for images without one alone")
                    .also(one.path("image")));
        } else if (said != null && !image.isPinned()) {
            out.accept(withoutTag(one.containers().get(0)).also(Path.of("tag"), one.path("tag")));
        } else if ("latest".equals(image.tag()) && image.digest() == null) {
            out.accept(latest(one.containers().get(0)));
        }
    }

    /** Not where the service has its own image, and the tag is for those that have not. */
    private static boolean areBeside(ServiceContext one) {
        return one.isSetOnService("tag") || !one.isSetOnService("image");
    }

    private static Finding withoutTag(ContainerContext part) {
        String message =
                "`image` of " + part.displayName() + " has no tag, so it is `latest`, whatever that is at the time";
        return Finding.of(IMAGE_WITHOUT_TAG, part.path("image"), message)
                .hint("add a tag: `" + part.container().image() + ":1.0`");
    }

    private static Finding latest(ContainerContext part) {
        ServiceContext one = part.service();
        String said = part.container().image();
        boolean inImage = said != null && ImageReference.of(said).isPinned();
        boolean own = inImage || one.service().tag() != null;
        Path path = inImage ? part.path("image") : own ? one.path("tag") : Path.of("tag");
        String who = own ? part.displayName() + " runs the image" : "services run the images";
        String message =
                who + " that happened to be `latest` when a task started: pushing another deploys nothing, and no"
                        + " rollback brings the old one back";
        return Finding.of(IMAGE_LATEST, path, message).hint("push each image under a tag of its own, and name that");
    }
}
