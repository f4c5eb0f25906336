package io.github.ecsdiscovery.generator.stack.image;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.model.service.Sidecar;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an image name.
 *
 * @param repository the repository with its registry
 * @param tag the tag, or null
 * @param digest the digest as {@code sha256:…}, or null
 */
public record ImageReference(
        String repository, @Nullable String tag, @Nullable String digest) {
    private static final String ACCOUNT_REGISTRY = "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}";
    private static final Pattern PARTS = Pattern.compile("(?<repository>[^@]*?)(:(?<tag>[^:/@{}]*))?(@(?<digest>.*))?");

    /** Parses an image name. A colon inside {@code ${AWS::Region}} or before a port number starts no tag. */
    public static ImageReference of(String image) {
        Matcher parts = PARTS.matcher(image);
        if (!parts.matches()) {
            return new ImageReference(image, null, null);
        }
        return new ImageReference(parts.group("repository"), parts.group("tag"), parts.group("digest"));
    }

    /** Returns the image of a service, with its tag if it has one. */
    public static ImageReference of(Config config, String name, Service service) {
        String image = service.image();
        String registry = config.registry() == null ? ACCOUNT_REGISTRY : config.registry();
        return of(image == null ? registry + "/" + config.name() + "/" + name : image)
                .withTag(config, service);
    }

    /** Returns the image of a sidecar. It defaults to the service's image, and its tag defaults to the service's tag. */
    public static ImageReference of(Config config, String name, Service service, Sidecar sidecar) {
        String image = sidecar.image();
        return image == null ? of(config, name, service) : of(image).withTag(config, service);
    }

    /** Returns the images of all containers of a service, starting with its main container. */
    public static List<ImageReference> all(Config config, String name, Service service) {
        return Stream.concat(
                        Stream.of(of(config, name, service)),
                        service.sidecars().values().stream().map(sidecar -> of(config, name, service, sidecar)))
                .toList();
    }

    private ImageReference withTag(Config config, Service service) {
        String configured = service.tag() == null ? config.tag() : service.tag();
        return isPinned() || configured == null ? this : new ImageReference(repository, configured, null);
    }

    /** Returns the path of the repository in the account's own registry, or null if the name is of another registry. */
    public @Nullable String ownPath() {
        boolean isOwn = repository.startsWith("${AWS::AccountId}.dkr.ecr")
                || repository.startsWith("${AWS::AccountId}.dkr-ecr");
        int slash = repository.indexOf('/');
        return isOwn && slash > 0 ? repository.substring(slash + 1) : null;
    }

    /** Returns the host of the registry as the name has it. */
    public String registry() {
        int slash = repository.indexOf('/');
        String first = slash < 0 ? "" : repository.substring(0, slash);
        return first.matches(".*[.:].*|localhost") ? first : "docker.io";
    }

    /** Returns whether the image is in a private ECR registry of any account and Region. */
    public boolean isInEcr() {
        return registry().contains(".dkr.ecr.") || registry().contains(".dkr-ecr.");
    }

    /** Returns whether the name has a tag or a digest. */
    public boolean isPinned() {
        return tag != null || digest != null;
    }
}
