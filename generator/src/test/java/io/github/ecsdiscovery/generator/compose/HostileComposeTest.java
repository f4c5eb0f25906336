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

/** Every text of a user arrives in the Compose file as it is, with each dollar sign doubled, or is refused. */
final class HostileComposeTest {
    private static final int STRINGS = 150;
    private static final String HARMLESS = "harmless";
    private static final Pattern PSEUDO_PARAMETER =
            Pattern.compile("\\$\\{(AWS::(?:AccountId|Partition|Region|StackId|StackName|URLSuffix))}");
    private static final Map<String, String> STAND_INS = Map.of(
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
    void valueArrivesAsItIs(String key) {
        arrives(key, HostileComposeTest::filledIn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"environment: {TEXT: value}", "secrets: {TEXT: {ssm: x}}", "writablePaths: [TEXT]", "user: TEXT"
            })
    void nameArrivesAsItIs(String key) {
        arrives(key, text -> text);
    }

    private static void arrives(String key, UnaryOperator<String> filled) {
        Object expected = tree(rendered(key, key.startsWith("writable") ? "/" + HARMLESS : HARMLESS)
                .orElseThrow());
        long[] arrived = {0};
        new HostileStrings(key.hashCode())
                .stream(STRINGS)
                        .map(text -> key.startsWith("writable") ? "/" + text : text)
                        .filter(StandardCharsets.UTF_8.newEncoder()::canEncode)
                        .forEach(text -> rendered(key, text).ifPresent(file -> {
                            arrived[0]++;
                            String harmless = key.startsWith("writable") ? "/" + HARMLESS : HARMLESS;
                            String escaped = filled.apply(text).replace("$", "$$");
                            assertThat(tree(file)).as(text).isEqualTo(replaced(expected, harmless, escaped));
                        }));
        assertThat(arrived[0]).isPositive();
    }

    private static String filledIn(String text) {
        return PSEUDO_PARAMETER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(STAND_INS.get(found.group(1))));
    }

    private static Optional<String> rendered(String key, String text) {
        String service = key.replace("TEXT", quoted(text));
        String yaml = "name: shop\ntag: 1\nservices: {worker: {" + service + "}}\n";
        ConfigReadResult reading = ConfigReader.read("c", yaml.getBytes(StandardCharsets.UTF_8), null, List.of());
        if (reading.config().isEmpty()) {
            return Optional.empty();
        }
        Config config = reading.config().get();
        Stack stack = StackPlan.of(config);
        boolean refused = Stream.concat(
                        reading.problems().stream().map(Problem::id),
                        Rules.check(new RuleContext(config, stack, reading::isWritten, reading::isWrittenDirectly))
                                .stream()
                                .map(finding -> finding.id()))
                .anyMatch(id -> id.severity() == Severity.ERROR);
        return refused ? Optional.empty() : Optional.of(RENDERER.compose(ComposePlan.of(config, stack, "shop")));
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

    /** The tree with a part of each text replaced; lists are sorted, since variables are in the order of their names. */
    private static Object replaced(Object node, String part, String by) {
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> changed = new TreeMap<>();
            map.forEach((key, value) -> changed.put(key.toString(), replaced(value, part, by)));
            return changed;
        }
        if (node instanceof List<?> list) {
            return list.stream()
                    .map(item -> replaced(item, part, by))
                    .sorted(Comparator.comparing(Object::toString))
                    .toList();
        }
        return node.toString().replace(part, by);
    }
}
