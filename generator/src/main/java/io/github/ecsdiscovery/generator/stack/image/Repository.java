package io.github.ecsdiscovery.generator.stack.image;

import java.util.List;

/**
 * An ECR repository in the account's own registry.
 *
 * @param path the name of the repository, such as {@code shop/orders}
 * @param isMutable whether tags are mutable, as {@code latest} must be
 * @param images its images that the config uses
 * @param container the path in the config of the first container, by name, that runs one of them
 */
public record Repository(String id, String path, boolean isMutable, List<Image> images, List<String> container) {
    private static final int UNTAGGED_DAYS = 14;
    private static final int KEPT_IMAGES = 100;

    public Repository {
        images = List.copyOf(images);
        container = List.copyOf(container);
    }

    /**
     * An image to push.
     *
     * @param name the name without the registry
     * @param platform {@code linux/amd64} or {@code linux/arm64}
     */
    public record Image(String name, String platform) {}

    /** Returns the number of days after which an image without a tag is deleted. */
    public int untaggedDays() {
        return UNTAGGED_DAYS;
    }

    /** Returns the number of images to keep. Older images are deleted. */
    public int keptImages() {
        return KEPT_IMAGES;
    }

    /** Returns the id of the output with its URI. */
    public String uriId() {
        return id + "Uri";
    }
}
