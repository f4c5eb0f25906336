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

/** Every resource can have all of the tags, beside its `Name`. */
final class TagKeys implements Rule {
    private static final ProblemKind RESERVED_TAG =
            ProblemKind.error("reserved-tag", "The tag `Name` is each resource's own.");

    private static final ProblemKind SAME_TAG = ProblemKind.error("same-tag", "Two tags differ in case alone.");

    private static final ProblemKind TAG_LENGTH =
            ProblemKind.error("tag-length", "A tag's value has more than 256 characters.");

    private static final String OURS = "application";
    private static final int LONGEST_VALUE = 256;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(RESERVED_TAG, SAME_TAG, TAG_LENGTH);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        Map<String, String> known = new TreeMap<>(Map.of(OURS, OURS));
        subject.config().tags().forEach((key, value) -> {
            Path path = Path.of("tags", key);
            String first = known.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
            if (first != null && !first.equals(key)) {
                String message =
                        "the tags `" + first + "` and `" + key + "` differ in case alone, and IAM takes them for one";
                String hint = first.equals(OURS)
                        ? "write `" + OURS + "`, which takes the default's place"
                        : "leave one of them out";
                out.accept(Finding.of(SAME_TAG, path, message).atKey().hint(hint));
            }
            if (key.equals("Name")) {
                out.accept(Finding.of(RESERVED_TAG, path, "the tag `Name` is each resource's own")
                        .atKey()
                        .hint("call it otherwise, such as `system`"));
            }
            int length = ResolvedText.shortest(value).length();
            if (length > LONGEST_VALUE) {
                String message = "the tag `" + key + "` has at least " + length
                        + " characters once its `${…}` are filled in;" + " AWS takes " + LONGEST_VALUE;
                out.accept(Finding.of(TAG_LENGTH, path, message).hint("shorten it"));
            }
        });
    }
}
