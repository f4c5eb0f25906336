package io.github.ecsdiscovery.generator.rule.template;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Checks the size of a rendered template. A request to CloudFormation holds 51,200 bytes; a larger template must be uploaded to S3,
 * and may have up to 1 MB.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation
 *     quotas</a>
 */
public final class TemplateSize {
    private static final String QUOTAS =
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html";

    private static final ProblemKind TEMPLATE_SIZE = ProblemKind.note(
                    "template-size", "The template has more than 51,200 bytes, so it must be uploaded to an S3 bucket.")
            .otherwise(
                    "`aws cloudformation deploy` measures the file and stops without `--s3-bucket`. Linters do not report"
                            + " it below 1 MB.")
            .source(QUOTAS)
            .asLimit();

    private static final ProblemKind TEMPLATE_LIMIT = ProblemKind.error(
                    "template-limit", "The template has more than 1,000,000 bytes.")
            .otherwise("CloudFormation rejects the template, even from an S3 bucket.")
            .source(QUOTAS)
            .asLimit();

    /** The kinds of problems that this class reports. */
    public static final List<ProblemKind> KINDS = List.of(TEMPLATE_SIZE, TEMPLATE_LIMIT);

    /** The bytes that a request to CloudFormation may hold. A larger template must be uploaded to S3. */
    public static final int REQUEST_BYTES = 51_200;

    /** The bytes that a template may have in any case. */
    public static final int MAX_BYTES = 1_000_000;

    private TemplateSize() {}

    /**
     * Returns the problems with the size of a template.
     *
     * @param bytes the size of the template in UTF-8
     * @param compact whether it was rendered without optional white space
     * @param contextMetadata whether its metadata describes each resource
     */
    public static List<Finding> check(int bytes, boolean compact, boolean contextMetadata) {
        String options = optionsThatShrink(compact, contextMetadata);
        if (bytes > MAX_BYTES) {
            String message = String.format(
                    Locale.ROOT, "the template has %,d bytes; CloudFormation allows %,d", bytes, MAX_BYTES);
            String hint = options.isEmpty() ? "split the config into several systems" : options;
            return List.of(Finding.of(TEMPLATE_LIMIT, Path.TOP, message).hint(hint));
        }
        if (bytes > REQUEST_BYTES) {
            String message = String.format(
                    Locale.ROOT,
                    "the template has %,d bytes; above %,d it must be uploaded to an S3 bucket",
                    bytes,
                    REQUEST_BYTES);
            String bucket = "add `--s3-bucket` to `aws cloudformation deploy`";
            return List.of(Finding.of(TEMPLATE_SIZE, Path.TOP, message)
                    .hint(options.isEmpty() ? bucket : bucket + "; " + options));
        }
        return List.of();
    }

    /** Returns the options that may bring a template below a limit, or an empty text if all of them are in use. */
    private static String optionsThatShrink(boolean compact, boolean contextMetadata) {
        List<String> options = new ArrayList<>();
        if (!compact) {
            options.add("`--compact`");
        }
        if (contextMetadata) {
            options.add("`contextMetadata: false`");
        }
        return options.isEmpty() ? "" : String.join(" or ", options) + " may bring it below the limit";
    }
}
