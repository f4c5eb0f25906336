package io.github.ecsdiscovery.generator.stack.image;

import java.util.List;

/**
 * A repository of the account's own registry.
 *
 * @param path its name, such as {@code shop/orders}
 * @param movable whether a tag may be pushed again, as {@code latest} has to be
 * @param images what the config names of it
 * @param container the steps to the first container, by name, that runs one of them: a service, or one's sidecar
 */
public record Repository(String id, String path, boolean movable, List<Image> images, List<String> container) {
    private static final int UNTAGGED_DAYS = 14;
    private static final int KEPT = 100;

    public Repository {
        images = List.copyOf(images);
        container = List.copyOf(container);
    }

    /**
     * An image to push.
     *
     * @param name without the registry
     * @param platform {@code linux/amd64} or {@code linux/arm64}
     */
    public record Image(String name, String platform) {}

    /** After how many days an image without a tag is deleted. */
    public int untaggedDays() {
        return UNTAGGED_DAYS;
    }

    /** How many images stay; older ones are deleted. */
    public int kept() {
        return KEPT;
    }

    /** The id of the output that is its URI. */
    public String uriId() {
        return id + "Uri";
    }
}
