package io.github.ecsdiscovery.generator.rule.template;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ResolvedText;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Checks that all resources can have all tags. The template sets {@code Name} itself, IAM compares tag keys without case, and a
 * value may have at most 256 characters after CloudFormation has filled in its pseudo parameters.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html">Tags for IAM resources</a>
 */
final class TagKeys implements Rule {
    private static final ProblemKind RESERVED_TAG = ProblemKind.error(
                    "reserved-tag", "The tag `Name` is reserved, because the template sets it on each resource.")
            .otherwise("AWS rejects a resource with two tags of the same key.");

    private static final ProblemKind SAME_TAG = ProblemKind.error(
                    "same-tag", "Two tags have keys that differ in case only.")
            .otherwise("IAM rejects the role because it compares tag keys without case. Other services keep both tags.")
            .source("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html");

    private static final ProblemKind TAG_LENGTH = ProblemKind.error(
                    "tag-length", "A tag's value has more than 256 characters.")
            .otherwise("AWS rejects the tag. A value grows when CloudFormation fills in a pseudo parameter such as"
                    + " `${AWS::StackId}`.")
            .source("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html");

    private static final String APPLICATION = "application";
    private static final int MAX_VALUE_LENGTH = 256;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(RESERVED_TAG, SAME_TAG, TAG_LENGTH);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        Map<String, String> known = new TreeMap<>(Map.of(APPLICATION, APPLICATION));
        context.config().tags().forEach((key, value) -> {
            Path path = Path.of("tags", key);
            String first = known.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
            if (first != null && !first.equals(key)) {
                String message = "the tags `" + first + "` and `" + key
                        + "` differ in case only; IAM treats them as the same key";
                String hint = first.equals(APPLICATION)
                        ? "write `" + APPLICATION + "` to override the default tag"
                        : "remove one of them";
                out.accept(Finding.of(SAME_TAG, path, message).atKey().hint(hint));
            }
            if (key.equals("Name")) {
                out.accept(Finding.of(
                                RESERVED_TAG, path, "the tag `Name` is reserved; the template sets it on each resource")
                        .atKey()
                        .hint("write another key, such as `system`"));
            }
            int length = ResolvedText.shortest(value).length();
            if (length > MAX_VALUE_LENGTH) {
                String message = "the tag `" + key + "` has at least " + length
                        + " characters after `${…}` is filled in; AWS allows " + MAX_VALUE_LENGTH;
                out.accept(Finding.of(TAG_LENGTH, path, message).hint("shorten the value"));
            }
        });
    }
}
