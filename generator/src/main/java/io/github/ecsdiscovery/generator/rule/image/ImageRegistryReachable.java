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

/**
 * Checks that tasks without internet access pull their images from the ECR of their own Region. VPC endpoints lead only there;
 * Docker Hub, {@code public.ecr.aws} and the ECR of other Regions are on the internet.
 */
public final class ImageRegistryReachable implements ContainerRule {
    private static final ProblemKind IMAGE_OUT_OF_REACH = ProblemKind.error(
                    "image-out-of-reach",
                    "Tasks have no internet access, and no VPC endpoint leads to the registry of an image.")
            .otherwise(
                    "AWS accepts the template, but tasks cannot pull the image. VPC endpoints lead only to the ECR of the"
                            + " Region; Docker Hub, `public.ecr.aws` and other Regions are on the internet.")
            .source("https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html");

    private static final Pattern ECR_HOST = Pattern.compile(".*\\.dkr[.-]ecr\\.([a-z0-9-]+)\\..*");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(IMAGE_OUT_OF_REACH);
    }

    @Override
    public void check(ContainerContext container, Consumer<Finding> out) {
        ServiceContext service = container.service();
        ImageReference image = container.image();
        if (!container.hasImage()
                || !PrivateSubnetEgress.hasOnlyEndpoints(service.context())
                || isInEcrOfRegion(service.config().region(), image)) {
            return;
        }
        boolean hasOwnImage = container.container().image() != null;
        Path path = hasOwnImage ? container.path("image") : Path.of("registry");
        String message = container.displayName() + " pulls its image from `" + image.registry()
                + "`, which has no VPC endpoint, and `nat: none` gives tasks no internet access";
        out.accept(Finding.of(IMAGE_OUT_OF_REACH, path, message)
                .hint("copy the image to ECR, use a pull-through cache, or write `nat: single`")
                .also(Path.of("network", "nat")));
    }

    /** Returns whether an image is in ECR, and in the given Region if both Regions are known. */
    public static boolean isInEcrOfRegion(@Nullable String region, ImageReference image) {
        Matcher host = ECR_HOST.matcher(image.registry());
        boolean isElsewhere = host.matches() && region != null && !host.group(1).equals(region);
        return image.isInEcr() && !isElsewhere;
    }
}
