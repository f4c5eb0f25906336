package io.github.ecsdiscovery.generator.rule.image;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.network.PrivateSubnetEgress;
import io.github.ecsdiscovery.generator.stack.image.ImageReference;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where no way leads to the internet, images are kept in the Region's ECR, which endpoints lead to. */
public final class ImageRegistryReachable implements ContainerRule {
    private static final ProblemKind IMAGE_OUT_OF_REACH = ProblemKind.error(
            "image-out-of-reach", "An image is kept where no endpoint leads to, and there is no way to the internet.");

    private static final Pattern REGION = Pattern.compile(".*\\.dkr[.-]ecr\\.([a-z0-9-]+)\\..*");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(IMAGE_OUT_OF_REACH);
    }

    @Override
    public void check(ContainerContext part, Consumer<Finding> out) {
        ServiceContext one = part.service();
        ImageReference image = part.image();
        if (!part.hasImage()
                || !PrivateSubnetEgress.hasOnlyEndpoints(one.context())
                || isHere(one.config().region(), image)) {
            return;
        }
        boolean own = part.container().image() != null;
        Path path = own ? part.path("image") : Path.of("registry");
        String message = "the image of " + part.displayName() + " is kept at `" + image.registry()
                + "`: no endpoint leads there, and with `nat: none` nothing else does";
        out.accept(Finding.of(IMAGE_OUT_OF_REACH, path, message)
                .hint("keep it in ECR, by a pull-through cache for instance, or write `nat: single`")
                .also(Path.of("network", "nat")));
    }

    /** Whether it is kept in ECR, and in this Region as far as that is known. */
    public static boolean isHere(@Nullable String region, ImageReference image) {
        Matcher written = REGION.matcher(image.registry());
        boolean elsewhere =
                written.matches() && region != null && !written.group(1).equals(region);
        return image.isInEcr() && !elsewhere;
    }
}
