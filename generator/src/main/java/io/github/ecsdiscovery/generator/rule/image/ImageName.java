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

/** Every image has a name that registries have. */
final class ImageName implements ContainerRule {
    private static final ProblemKind IMAGE_FORM =
            ProblemKind.error("image-form", "An image's name is none that a registry could have.");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?");
    private static final Pattern PART = Pattern.compile("[a-z0-9]+([._-]+[a-z0-9]+)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int LONGEST = 255;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(IMAGE_FORM);
    }

    @Override
    public void check(ContainerContext part, Consumer<Finding> out) {
        String said = part.container().image();
        ImageReference image = part.image();
        String wrong = part.hasImage() ? wrong(image) : null;
        if (wrong == null) {
            return;
        }
        String registry = part.service().config().registry();
        if (said == null && registry != null) {
            out.accept(finding(Path.of("registry"), registry, "makes no image's name", wrong)
                    .hint(hint(registry, "a host and a path, such as `ghcr.io/acme`")));
        } else {
            String name = said == null ? image.repository() : said;
            out.accept(finding(part.path("image"), name, "is no image's name", wrong)
                    .hint(hint(name, "`host/path/name:tag` or `host/path/name@sha256:…`")));
        }
    }

    private static Finding finding(Path path, String name, String what, String wrong) {
        return Finding.of(IMAGE_FORM, path, "`" + name + "` " + what + ": " + wrong);
    }

    private static String hint(String name, String expected) {
        int scheme = name.indexOf("://");
        return scheme < 0 ? "expected " + expected : "write it without `" + name.substring(0, scheme + 3) + "`";
    }

    private static @Nullable String wrong(ImageReference image) {
        String repository = ResolvedText.shortest(image.repository());
        int slash = repository.indexOf('/');
        String first = slash < 0 ? "" : repository.substring(0, slash);
        boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
        if (repository.contains("$")) {
            return "it has a `${…}` that is no pseudo parameter";
        }
        if (host && !HOST.matcher(first).matches()) {
            return "`" + first + "` is no host";
        }
        for (String part : (host ? repository.substring(slash + 1) : repository).split("/", -1)) {
            if (!PART.matcher(part).matches()) {
                return part.isEmpty()
                        ? "a part of its path is empty"
                        : "`" + part + "` is not made of lower-case letters and digits with `.`, `_` or `-` between";
            }
        }
        if (image.tag() != null && !TAG.matcher(image.tag()).matches()) {
            return "`" + image.tag() + "` is no tag";
        }
        if (image.digest() != null && !DIGEST.matcher(image.digest()).matches()) {
            return "its digest is not `sha256:` and 64 hexadecimal digits";
        }
        int length = repository.length()
                + (image.digest() == null && image.tag() != null ? image.tag().length() + 1 : 0);
        return length > LONGEST ? "it has more than " + LONGEST + " characters" : null;
    }
}
