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
 * The parts of an image's name.
 *
 * @param repository with the registry
 * @param tag or null
 * @param digest {@code sha256:…}, or null
 */
public record ImageReference(
        String repository, @Nullable String tag, @Nullable String digest) {
    private static final String ACCOUNT = "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}";
    private static final Pattern PARTS = Pattern.compile("(?<repository>[^@]*?)(:(?<tag>[^:/@{}]*))?(@(?<digest>.*))?");

    /** Takes a name apart; a colon within {@code ${AWS::Region}} or before a port's number and path is none of a tag. */
    public static ImageReference of(String image) {
        Matcher parts = PARTS.matcher(image);
        if (!parts.matches()) {
            return new ImageReference(image, null, null);
        }
        return new ImageReference(parts.group("repository"), parts.group("tag"), parts.group("digest"));
    }

    /** The image of a service, with the tag that it takes, if there is one. */
    public static ImageReference of(Config config, String name, Service service) {
        String said = service.image();
        String registry = config.registry() == null ? ACCOUNT : config.registry();
        return of(said == null ? registry + "/" + config.name() + "/" + name : said)
                .tagged(config, service);
    }

    /** The image of a sidecar: its service's where it says none, and with its service's tag where it has none. */
    public static ImageReference of(Config config, String name, Service service, Sidecar sidecar) {
        String said = sidecar.image();
        return said == null ? of(config, name, service) : of(said).tagged(config, service);
    }

    /** The images of all containers of a service, its own first. */
    public static List<ImageReference> all(Config config, String name, Service service) {
        return Stream.concat(
                        Stream.of(of(config, name, service)),
                        service.sidecars().values().stream().map(one -> of(config, name, service, one)))
                .toList();
    }

    private ImageReference tagged(Config config, Service service) {
        String tagged = service.tag() == null ? config.tag() : service.tag();
        return isPinned() || tagged == null ? this : new ImageReference(repository, tagged, null);
    }

    /** Its path in the account's own registry, or null where it is kept elsewhere, as far as its name tells. */
    public @Nullable String ownPath() {
        boolean own = repository.startsWith("${AWS::AccountId}.dkr.ecr")
                || repository.startsWith("${AWS::AccountId}.dkr-ecr");
        int slash = repository.indexOf('/');
        return own && slash > 0 ? repository.substring(slash + 1) : null;
    }

    /** The host that it is pulled from, as the name says it. */
    public String registry() {
        int slash = repository.indexOf('/');
        String first = slash < 0 ? "" : repository.substring(0, slash);
        return first.matches(".*[.:].*|localhost") ? first : "docker.io";
    }

    /** Whether it is kept in a private registry of ECR, of whatever account and Region. */
    public boolean isInEcr() {
        return registry().contains(".dkr.ecr.") || registry().contains(".dkr-ecr.");
    }

    /** Whether it says by itself which image it is. */
    public boolean isPinned() {
        return tag != null || digest != null;
    }
}
