package io.github.ecsdiscovery.generator.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.render.HostileStrings;
import io.github.ecsdiscovery.generator.render.Renderer;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.catalog.Rules;
import io.github.ecsdiscovery.generator.stack.Stack;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Tests that the Compose file contains every text of a config unchanged, with dollar signs doubled, or that it is rejected. */
final class HostileComposeTest {
    private static final int STRINGS = 150;
    private static final String HARMLESS = "harmless";
    private static final Pattern PSEUDO_PARAMETER =
            Pattern.compile("\\$\\{(AWS::(?:AccountId|Partition|Region|StackId|StackName|URLSuffix))}");
    private static final Map<String, String> LOCAL_VALUES = Map.of(
            "AWS::AccountId", "000000000000",
            "AWS::Partition", "aws",
            "AWS::Region", "us-east-1",
            "AWS::StackId",
                    "arn:aws:cloudformation:us-east-1:000000000000:stack/shop/00000000-0000-0000-0000-000000000000",
            "AWS::StackName", "shop",
            "AWS::URLSuffix", "amazonaws.com");
    private static final Renderer RENDERER = new Renderer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "environment: {VARIABLE: TEXT}",
                "command: [a, TEXT, b]",
                "entrypoint: [TEXT]",
                "healthCheck: {command: [TEXT]}",
                "healthCheck: {command: TEXT}",
            })
    void keepsValues(String key) {
        assertUnchanged(key, HostileComposeTest::filledIn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"environment: {TEXT: value}", "secrets: {TEXT: {ssm: x}}", "writablePaths: [TEXT]", "user: TEXT"
            })
    void keepsNames(String key) {
        assertUnchanged(key, text -> text);
    }

    private static void assertUnchanged(String key, UnaryOperator<String> filled) {
        Object expected = tree(rendered(key, key.startsWith("writable") ? "/" + HARMLESS : HARMLESS)
                .orElseThrow());
        long[] accepted = {0};
        new HostileStrings(key.hashCode())
                .stream(STRINGS)
                        .map(text -> key.startsWith("writable") ? "/" + text : text)
                        .filter(StandardCharsets.UTF_8.newEncoder()::canEncode)
                        .forEach(text -> rendered(key, text).ifPresent(file -> {
                            accepted[0]++;
                            String harmless = key.startsWith("writable") ? "/" + HARMLESS : HARMLESS;
                            String escaped = filled.apply(text).replace("$", "$$");
                            assertThat(tree(file)).as(text).isEqualTo(replaced(expected, harmless, escaped));
                        }));
        assertThat(accepted[0]).isPositive();
    }

    private static String filledIn(String text) {
        return PSEUDO_PARAMETER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(LOCAL_VALUES.get(match.group(1))));
    }

    private static Optional<String> rendered(String key, String text) {
        String service = key.replace("TEXT", quoted(text));
        String yaml = "name: shop\ntag: 1\nservices: {worker: {" + service + "}}\n";
        ConfigReadResult readResult = ConfigReader.read("c", yaml.getBytes(StandardCharsets.UTF_8), null, List.of());
        if (readResult.config().isEmpty()) {
            return Optional.empty();
        }
        Config config = readResult.config().get();
        Stack stack = StackPlan.of(config);
        boolean isRejected = Stream.concat(
                        readResult.problems().stream().map(Problem::id),
                        Rules.check(new RuleContext(
                                        config, stack, readResult::isWritten, readResult::isWrittenDirectly))
                                .stream()
                                .map(finding -> finding.id()))
                .anyMatch(id -> id.severity() == Severity.ERROR);
        return isRejected ? Optional.empty() : Optional.of(RENDERER.compose(ComposePlan.of(config, stack, "shop")));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(c -> quoted.append(
                        Character.isLetterOrDigit(c) && c < 128
                                ? Character.toString(c)
                                : String.format(Locale.ROOT, "\\U%08X", c)));
        return quoted.append('"').toString();
    }

    private static Object tree(String file) {
        return replaced(new Yaml().load(file), HARMLESS, HARMLESS);
    }

    /** Returns the tree with a part of each text replaced. Sorts lists, because variables are sorted by name. */
    private static Object replaced(Object node, String part, String replacement) {
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> changed = new TreeMap<>();
            map.forEach((key, value) -> changed.put(key.toString(), replaced(value, part, replacement)));
            return changed;
        }
        if (node instanceof List<?> list) {
            return list.stream()
                    .map(item -> replaced(item, part, replacement))
                    .sorted(Comparator.comparing(Object::toString))
                    .toList();
        }
        return node.toString().replace(part, replacement);
    }
}
