package io.github.ecsdiscovery.generator.rule.image;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import io.github.ecsdiscovery.generator.rule.ResolvedText;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks that each image reference has a form that a registry accepts. ECS registers the task definition with any text and fails
 * only when a task pulls the image.
 */
final class ImageName implements ContainerRule {
    private static final ProblemKind IMAGE_FORM = ProblemKind.error(
                    "image-form", "An image reference has a form that no registry accepts.")
            .otherwise(
                    "Tasks cannot pull the image, and ECS reports it only when a task starts. Examples are upper case in the"
                            + " path, two tags, a digest that is not `sha256:` and 64 hexadecimal digits, and more than 255"
                            + " characters.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?");
    private static final Pattern PATH_SEGMENT = Pattern.compile("[a-z0-9]+([._-]+[a-z0-9]+)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int LONGEST = 255;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(IMAGE_FORM);
    }

    @Override
    public void check(ContainerContext container, Consumer<Finding> out) {
        String configured = container.container().image();
        ImageReference image = container.image();
        String reason = container.hasImage() ? reasonForRejection(image) : null;
        if (reason == null) {
            return;
        }
        String registry = container.service().config().registry();
        if (configured == null && registry != null) {
            String message = "`" + registry + "` is not a valid start of an image reference: " + reason;
            out.accept(Finding.of(IMAGE_FORM, Path.of("registry"), message)
                    .hint(hint(registry, "a host and a path, such as `ghcr.io/acme`")));
        } else {
            String reference = configured == null ? image.repository() : configured;
            String message = "`" + reference + "` is not a valid image reference: " + reason;
            out.accept(Finding.of(IMAGE_FORM, container.path("image"), message)
                    .hint(hint(reference, "`host/path/name:tag` or `host/path/name@sha256:…`")));
        }
    }

    private static String hint(String reference, String expected) {
        int scheme = reference.indexOf("://");
        return scheme < 0 ? "expected " + expected : "remove `" + reference.substring(0, scheme + 3) + "`";
    }

    /** Returns why a registry rejects the reference, or null if the reference is valid. */
    private static @Nullable String reasonForRejection(ImageReference image) {
        String repository = ResolvedText.shortest(image.repository());
        int slash = repository.indexOf('/');
        String first = slash < 0 ? "" : repository.substring(0, slash);
        boolean hasHost = first.contains(".") || first.contains(":") || first.equals("localhost");
        if (repository.contains("$")) {
            return "its `${…}` is not a pseudo parameter of CloudFormation";
        }
        if (hasHost && !HOST.matcher(first).matches()) {
            return "`" + first + "` is not a valid host";
        }
        for (String segment : (hasHost ? repository.substring(slash + 1) : repository).split("/", -1)) {
            if (!PATH_SEGMENT.matcher(segment).matches()) {
                return segment.isEmpty()
                        ? "its path has an empty segment"
                        : "`" + segment + "` may have only lower-case letters, digits and `.`, `_` or `-` between them";
            }
        }
        if (image.tag() != null && !TAG.matcher(image.tag()).matches()) {
            return "`" + image.tag() + "` is not a valid tag";
        }
        if (image.digest() != null && !DIGEST.matcher(image.digest()).matches()) {
            return "its digest is not `sha256:` and 64 hexadecimal digits";
        }
        int length = repository.length()
                + (image.digest() == null && image.tag() != null ? image.tag().length() + 1 : 0);
        return length > LONGEST ? "it has more than " + LONGEST + " characters" : null;
    }
}
