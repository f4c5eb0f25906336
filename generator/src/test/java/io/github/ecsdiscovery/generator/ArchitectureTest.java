package io.github.ecsdiscovery.generator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests which packages depend on each other and on libraries. */
final class ArchitectureTest {
    private static final String ROOT = "io.github.ecsdiscovery.generator";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** The packages of this project that each package may use, in addition to itself. */
    private static final Map<String, List<String>> ALLOWED_PACKAGES = Map.ofEntries(
            Map.entry(
                    "cli",
                    List.of(
                            "compile",
                            "compose",
                            "config",
                            "diagnostic",
                            "explain",
                            "model",
                            "output",
                            "proof",
                            "render",
                            "rule",
                            "stack")),
            Map.entry("compile", List.of("config", "diagnostic", "model", "render", "rule", "stack")),
            Map.entry("compose", List.of("model", "stack")),
            Map.entry("config", List.of("diagnostic", "model")),
            Map.entry("diagnostic", List.of()),
            Map.entry("explain", List.of("proof")),
            Map.entry("model", List.of()),
            Map.entry("output", List.of()),
            Map.entry("proof", List.of("template")),
            Map.entry("render", List.of("diagnostic", "stack")),
            Map.entry("rule", List.of("diagnostic", "model", "stack")),
            Map.entry("stack", List.of("model")),
            Map.entry("template", List.of("diagnostic")));

    /** The libraries that each package may use, in addition to the JDK and the nullness annotations. */
    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "cli", List.of("picocli.."),
            "config", List.of("org.snakeyaml.engine..", "tools.jackson.."),
            "template", List.of("org.snakeyaml.engine.."),
            "render", List.of("freemarker..", "org.snakeyaml.engine.."));

    /** Calls whose results depend on the machine or the time. */
    private static final DescribedPredicate<JavaMethodCall> DEPENDS_ON_MACHINE =
            describe("depends on the machine or the time", call -> {
                String owner = call.getTargetOwner().getName();
                return (owner.startsWith("java.time.") && call.getName().equals("now"))
                        || Set.of(
                                        "java.lang.Math.random",
                                        "java.lang.System.currentTimeMillis",
                                        "java.lang.System.getProperty",
                                        "java.lang.System.getenv",
                                        "java.lang.System.lineSeparator",
                                        "java.lang.System.nanoTime",
                                        "java.nio.charset.Charset.defaultCharset",
                                        "java.util.Locale.getDefault")
                                .contains(owner + "." + call.getName());
            });

    private static final DescribedPredicate<JavaMethodCall> DEPENDS_ON_DEFAULT_LOCALE =
            describe("formats or changes case without a locale", call -> {
                JavaClass owner = call.getTargetOwner();
                return (owner.isEquivalentTo(String.class)
                                || owner.isAssignableTo(PrintStream.class)
                                || owner.isAssignableTo(PrintWriter.class))
                        && Set.of("format", "formatted", "printf", "toLowerCase", "toUpperCase")
                                .contains(call.getName())
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Locale.class));
            });

    static Stream<String> packages() {
        return ALLOWED_PACKAGES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packageUsesOnlyAllowedPackages(String name) {
        String[] visible = Stream.of(
                        Stream.of("java..", "org.jspecify.annotations", inside(name)),
                        Objects.requireNonNull(ALLOWED_PACKAGES.get(name)).stream()
                                .map(ArchitectureTest::inside),
                        LIBRARIES.getOrDefault(name, List.of()).stream())
                .flatMap(packages -> packages)
                .toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(inside(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(visible)
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void everyClassIsInAListedPackage() {
        classes()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .resideInAnyPackage(packages().map(ArchitectureTest::inside).toArray(String[]::new))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void mainUsesOnlyTheCommandLine() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations", ROOT, inside("cli"))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void onlyTheCommandLineDependsOnTheMachine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("cli"))
                .should()
                .callMethodWhere(DEPENDS_ON_MACHINE)
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void outputDoesNotDependOnTheDefaultLocale() {
        noClasses().should().callMethodWhere(DEPENDS_ON_DEFAULT_LOCALE).check(MAIN);
    }

    private static String inside(String name) {
        return ROOT + "." + name + "..";
    }
}
