package io.github.ecsdiscovery.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.ecsdiscovery.generator.compile.ProblemCatalog;
import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchemas;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.catalog.Rules;
import io.github.ecsdiscovery.generator.rule.crossstack.CrossStackRules;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Reports a forgotten step of the checklists in {@code CONTRIBUTING.md}, beyond what other tests report already. */
final class ChecklistTest {
    private static final Path ROOT = Path.of("..");
    private static final Path EXAMPLES = ROOT.resolve("examples");
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Path GOLDENS = RESOURCES.resolve("golden");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Path TEMPLATES =
            ROOT.resolve("templates/src/main/resources/io/github/ecsdiscovery/templates/resource");

    /** Problems that need large configs, which {@code SizesTest} generates. */
    private static final Set<String> GENERATED = Set.of("policy-size", "task-definition-size");

    private static final Pattern TYPE = Pattern.compile("type=\"(AWS::[A-Za-z0-9:]+)\"");
    private static final Pattern FIXED_KEY = Pattern.compile("(?m)^ +[A-Z][A-Za-z]+:$");

    /** A type that only its package can see. */
    private static final String CROSS_STACK_RULE = CrossStackRules.class.getPackageName() + ".CrossStackRule";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(ChecklistTest.class);

    static List<ProblemKind> ruleProblems() {
        return Stream.concat(
                        Rules.FAMILIES.stream().flatMap(family -> family.kinds().stream()),
                        CrossStackRules.kinds().stream())
                .filter(kind -> !GENERATED.contains(kind.id()))
                .distinct()
                .toList();
    }

    @Test
    void everyRuleIsInAFamily() {
        Set<String> rules = implementations(Rule.class.getName());

        Rules.FAMILIES.stream()
                .flatMap(family -> family.rules().stream())
                .forEach(rule -> rules.remove(rule.getClass().getName()));
        assertThat(rules)
                .as("Add each rule to the family of its package, and a new family to rule/catalog/Rules.java")
                .isEmpty();
    }

    @Test
    void everyCrossStackRuleIsInItsList() {
        Set<String> rules = implementations(CROSS_STACK_RULE);

        MAIN.get(CrossStackRules.class)
                .getConstructorCallsFromSelf()
                .forEach(call -> rules.remove(call.getTargetOwner().getName()));
        assertThat(rules)
                .as("Add each rule to rule/crossstack/CrossStackRules.java")
                .isEmpty();
    }

    @Test
    void everyKindOfProblemIsInTheCatalog() throws IllegalAccessException {
        Set<ProblemKind> declared = new TreeSet<>();
        for (JavaClass type : MAIN) {
            for (JavaField field : type.getFields()) {
                if (field.getRawType().isEquivalentTo(ProblemKind.class)
                        && field.getModifiers().contains(JavaModifier.STATIC)) {
                    Field kind = field.reflect();
                    kind.setAccessible(true);
                    declared.add((ProblemKind) kind.get(null));
                }
            }
        }

        assertThat(declared).hasSizeGreaterThan(100);
        declared.removeAll(ProblemCatalog.all());
        assertThat(declared)
                .as("Return these from kinds() of their rule, or add them to a list in compile/ProblemCatalog.java")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ruleProblems")
    void everyProblemOfARuleHasAFailingAndAPassingCase(ProblemKind kind) {
        String id = kind.id();

        assertThat(GOLDENS.resolve("invalid").resolve(id))
                .as("Add a config that causes `%s` to golden/invalid/%s", id, id)
                .isDirectory();
        assertThat(Stream.of(
                        RESOURCES.resolve("rule").resolve(id + ".yaml"),
                        RESOURCES.resolve("stacks").resolve(id)))
                .as("Add a config that almost causes `%s` as rule/%s.yaml, or configs in stacks/%s", id, id, id)
                .anyMatch(Files::exists);
    }

    @Test
    void everyKeyIsInAGolden() throws IOException {
        Set<String> configured = new TreeSet<>();
        for (Path folder : goldens()) {
            Object document = new Yaml().load(Files.readString(folder.resolve("config.yaml")));
            collectConfigured(KeySchemas.document(), document, configured);
        }
        Map<String, String> keys = new TreeMap<>();
        collectKeys(KeySchemas.document(), "", keys);

        assertThat(keys).hasSizeGreaterThan(100);
        keys.keySet().removeAll(configured);
        assertThat(keys.values())
                .as("Add these keys to golden/valid/every-key/config.yaml")
                .isEmpty();
    }

    @Test
    void everyResourceTemplateIsRenderedByAGolden() throws IOException {
        String goldens = goldenTemplates();

        for (Path template : list(TEMPLATES)) {
            String source = Files.readString(template);
            Set<String> printed = TYPE.matcher(source)
                    .results()
                    .map(type -> "    Type: " + type.group(1) + "\n")
                    .collect(Collectors.toSet());
            if (printed.isEmpty()) {
                FIXED_KEY.matcher(source).results().forEach(key -> printed.add(key.group() + "\n"));
            }
            assertThat(printed)
                    .as("%s prints nothing that a golden can show", template)
                    .isNotEmpty();
            assertThat(printed)
                    .as("Add a golden below golden/valid whose template has what %s prints", template.getFileName())
                    .allMatch(goldens::contains);
        }
    }

    @Test
    void everyExampleIsComplete() throws IOException {
        for (Path example : list(EXAMPLES)) {
            assertThat(Stream.of("README.md", "config.yaml", "template.yaml", "compose.yaml"))
                    .as("Add these files to %s; -Dgolden.update writes the last two", example)
                    .filteredOn(file -> Files.notExists(example.resolve(file)))
                    .isEmpty();
        }
    }

    @Test
    void everyExampleIsDeployed() throws IOException {
        String tests = sources(ROOT.resolve("verification/deploy"), ".py");

        assertThat(list(EXAMPLES))
                .as("Deploy these examples in a test below verification/deploy")
                .extracting(example -> String.valueOf(example.getFileName()))
                .filteredOn(name -> !tests.contains('"' + name + '"'))
                .isEmpty();
    }

    @Test
    void everyCommandIsRunByATest() throws IOException {
        Path commands = Path.of("src/main/java/io/github/ecsdiscovery/generator/cli");
        String tests = sources(TESTS.resolve("io/github/ecsdiscovery/generator/cli"), ".java");
        Pattern declared = Pattern.compile("@Command\\(\\s*name = \"([a-z-]+)\"");

        List<String> names = declared.matcher(sources(commands, ".java"))
                .results()
                .map(command -> command.group(1))
                .filter(name -> !name.equals("ecs-discovery"))
                .toList();

        assertThat(names).contains("render", "check", "completion");
        assertThat(names)
                .as("Add a test below generator/src/test/java that runs these commands with Run.of or Run.reading")
                .filteredOn(name -> !Pattern.compile(
                                "Run\\.(?:of|reading)\\([^;]*?\"" + name + "[\" ]|rendered\\([^;]*?\"" + name + "\"")
                        .matcher(tests)
                        .find())
                .isEmpty();
    }

    private static Set<String> implementations(String rule) {
        Set<String> rules = MAIN.stream()
                .filter(type -> type.isAssignableTo(rule))
                .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rules).hasSizeGreaterThan(10);
        return rules;
    }

    /** Collects the path of each key of a record of the model, by the record and the key. */
    private static void collectKeys(KeySchema schema, String path, Map<String, String> keys) {
        if (schema instanceof KeySchema.RecordOf map) {
            for (KeySchema.KeyShape key : map.keys()) {
                if (keys.putIfAbsent(id(map, key), path + key.name()) == null) {
                    collectKeys(key.shape(), path + key.name() + ".", keys);
                }
            }
        } else if (schema instanceof KeySchema.MapOf map) {
            collectKeys(map.value(), path + "<name>.", keys);
        } else if (schema instanceof KeySchema.ListOf list) {
            collectKeys(list.item(), path + "[].", keys);
        } else if (schema instanceof KeySchema.Choice choice) {
            choice.ways().forEach(way -> collectKeys(way.shape(), path, keys));
        }
    }

    private static void collectConfigured(KeySchema schema, @Nullable Object value, Set<String> keys) {
        if (schema instanceof KeySchema.RecordOf fixed && value instanceof Map<?, ?> map) {
            fixed.keys().stream().filter(key -> map.containsKey(key.name())).forEach(key -> {
                keys.add(id(fixed, key));
                collectConfigured(key.shape(), map.get(key.name()), keys);
            });
        } else if (schema instanceof KeySchema.MapOf map && value instanceof Map<?, ?> entries) {
            entries.values().forEach(entry -> collectConfigured(map.value(), entry, keys));
        } else if (schema instanceof KeySchema.ListOf list && value instanceof List<?> items) {
            items.forEach(item -> collectConfigured(list.item(), item, keys));
        } else if (schema instanceof KeySchema.Choice choice) {
            choice.ways().forEach(way -> collectConfigured(way.shape(), value, keys));
        }
    }

    private static String id(KeySchema.RecordOf map, KeySchema.KeyShape key) {
        return map.type().getSimpleName() + "." + key.name();
    }

    /** Returns the folders of goldens and examples that have a {@code config.yaml}. */
    private static List<Path> goldens() throws IOException {
        return Stream.concat(list(GOLDENS.resolve("valid")).stream(), list(EXAMPLES).stream())
                .filter(folder -> Files.exists(folder.resolve("config.yaml")))
                .toList();
    }

    private static String goldenTemplates() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : goldens()) {
            for (Path file : list(folder)) {
                if (String.valueOf(file.getFileName()).startsWith("template")) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    private static String sources(Path folder, String extension) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(extension)).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.sorted().toList();
            assertThat(sorted).isNotEmpty();
            return sorted;
        }
    }
}
