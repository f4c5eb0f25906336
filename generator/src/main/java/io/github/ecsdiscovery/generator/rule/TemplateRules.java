package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import java.util.List;
import java.util.Locale;

/** The rules about a rendered template's bytes. */
public final class TemplateRules {
    /** What CloudFormation takes within a request; a larger template goes by way of a bucket. */
    public static final int REQUEST_BYTES = 51_200;

    /** What CloudFormation takes at all. */
    public static final int MOST_BYTES = 1_000_000;

    private TemplateRules() {}

    /**
     * Everything that the rules find.
     *
     * @param bytes of the template, in UTF-8
     * @param compact whether it was rendered as small as can be
     */
    public static List<Finding> check(int bytes, boolean compact) {
        if (bytes > MOST_BYTES) {
            String message = String.format(
                    Locale.ROOT, "the template has %,d bytes; CloudFormation takes at most %,d", bytes, MOST_BYTES);
            String hint = compact ? "split the config into several systems" : "`--compact` may bring it below";
            return List.of(
                    Finding.of(ProblemId.TEMPLATE_LIMIT, Path.TOP, message).hint(hint));
        }
        if (bytes > REQUEST_BYTES) {
            String message = String.format(
                    Locale.ROOT,
                    "the template has %,d bytes; above %,d CloudFormation takes it from a bucket alone",
                    bytes,
                    REQUEST_BYTES);
            String bucket = "`aws cloudformation deploy` needs `--s3-bucket`";
            return List.of(Finding.of(ProblemId.TEMPLATE_SIZE, Path.TOP, message)
                    .hint(compact ? bucket : bucket + ", or `--compact` may bring it below"));
        }
        return List.of();
    }
}
