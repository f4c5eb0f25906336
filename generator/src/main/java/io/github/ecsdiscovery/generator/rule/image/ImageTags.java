package io.github.ecsdiscovery.generator.rule.image;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;
import java.util.function.Consumer;

/** Every image says by its tag or digest which one it is, once. */
public final class ImageTags implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        service(one, out);
        one.parts().stream().filter(part -> !part.isOwn() && part.hasImage()).forEach(part -> sidecar(part, out));
    }

    private static void sidecar(Part part, Consumer<Finding> out) {
        ImageReference image = part.image();
        if (!image.isPinned()) {
            out.accept(withoutTag(part).also(Path.of("tag"), part.one().path("tag")));
        } else if ("latest".equals(image.tag()) && image.digest() == null) {
            out.accept(latest(part));
        }
    }

    private static void service(One one, Consumer<Finding> out) {
        String said = one.service().image();
        String tag = one.service().tag();
        ImageReference image = ImageReference.of(one.config(), one.name(), one.service());
        if (said == null && !image.isPinned()) {
            out.accept(Finding.of(
                            ProblemId.IMAGE_NEEDS_TAG,
                            one.path(),
                            "`" + one.name() + "` runs the default image, and no tag says which one")
                    .atKey()
                    .hint("add `tag:` at the top, or pass `--set tag=…`")
                    .also(Path.of("tag"), one.path("tag"), one.path("image")));
        } else if (said != null && tag != null && ImageReference.of(said).isPinned() && areBeside(one)) {
            out.accept(Finding.of(
                            ProblemId.TAG_BESIDE_OWN,
                            one.path("tag"),
                            "`tag` of `" + one.name() + "` says nothing: `" + said + "` has its own")
                    .hint("leave one of them out; `tag` at the top counts for images without one alone")
                    .also(one.path("image")));
        } else if (said != null && !image.isPinned()) {
            out.accept(withoutTag(one.parts().get(0)).also(Path.of("tag"), one.path("tag")));
        } else if ("latest".equals(image.tag()) && image.digest() == null) {
            out.accept(latest(one.parts().get(0)));
        }
    }

    /** Not where the service has its own image, and the tag is for those that have not. */
    private static boolean areBeside(One one) {
        return one.isOwn("tag") || !one.isOwn("image");
    }

    private static Finding withoutTag(Part part) {
        String message = "`image` of " + part.spoken() + " has no tag, so it is `latest`, whatever that is at the time";
        return Finding.of(ProblemId.IMAGE_WITHOUT_TAG, part.path("image"), message)
                .hint("add a tag: `" + part.container().image() + ":1.0`");
    }

    private static Finding latest(Part part) {
        One one = part.one();
        String said = part.container().image();
        boolean inImage = said != null && ImageReference.of(said).isPinned();
        boolean own = inImage || one.service().tag() != null;
        Path path = inImage ? part.path("image") : own ? one.path("tag") : Path.of("tag");
        String who = own ? part.spoken() + " runs the image" : "services run the images";
        String message =
                who + " that happened to be `latest` when a task started: pushing another deploys nothing, and no"
                        + " rollback brings the old one back";
        return Finding.of(ProblemId.IMAGE_LATEST, path, message)
                .hint("push each image under a tag of its own, and name that");
    }
}
