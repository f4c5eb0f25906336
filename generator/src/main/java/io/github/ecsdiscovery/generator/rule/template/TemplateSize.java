package io.github.ecsdiscovery.generator.rule.template;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules about a rendered template's bytes. */
public final class TemplateSize {
    private static final ProblemKind TEMPLATE_SIZE = ProblemKind.note(
                    "template-size",
                    "The template is larger than what a request may hold; it is deployed by way of a bucket.")
            .asLimit();

    private static final ProblemKind TEMPLATE_LIMIT = ProblemKind.error(
                    "template-limit", "The template is larger than what CloudFormation takes.")
            .asLimit();

    /** The kinds of problems that this class reports. */
    public static final List<ProblemKind> KINDS = List.of(TEMPLATE_SIZE, TEMPLATE_LIMIT);

    /** What CloudFormation takes within a request; a larger template goes by way of a bucket. */
    public static final int REQUEST_BYTES = 51_200;

    /** What CloudFormation takes at all. */
    public static final int MOST_BYTES = 1_000_000;

    private TemplateSize() {}

    /**
     * Everything that the rules find.
     *
     * @param bytes of the template, in UTF-8
     * @param compact whether it was rendered without white space
     * @param context whether it says what its resources are there for
     */
    public static List<Finding> check(int bytes, boolean compact, boolean context) {
        String smaller = smaller(compact, context);
        if (bytes > MOST_BYTES) {
            String message = String.format(
                    Locale.ROOT, "the template has %,d bytes; CloudFormation takes at most %,d", bytes, MOST_BYTES);
            String hint = smaller.isEmpty() ? "split the config into several systems" : smaller;
            return List.of(Finding.of(TEMPLATE_LIMIT, Path.TOP, message).hint(hint));
        }
        if (bytes > REQUEST_BYTES) {
            String message = String.format(
                    Locale.ROOT,
                    "the template has %,d bytes; above %,d CloudFormation takes it from a bucket alone",
                    bytes,
                    REQUEST_BYTES);
            String bucket = "`aws cloudformation deploy` needs `--s3-bucket`";
            return List.of(Finding.of(TEMPLATE_SIZE, Path.TOP, message)
                    .hint(smaller.isEmpty() ? bucket : bucket + ", or " + smaller));
        }
        return List.of();
    }

    /** What may bring a template below a limit, or nothing where there is nothing left to leave out. */
    private static String smaller(boolean compact, boolean context) {
        List<String> ways = new ArrayList<>();
        if (!compact) {
            ways.add("`--compact`");
        }
        if (context) {
            ways.add("`contextMetadata: false`");
        }
        return ways.isEmpty() ? "" : String.join(" or ", ways) + " may bring it below";
    }
}
