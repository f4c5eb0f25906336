package io.github.ecsdiscovery.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Checks conventions of Java sources that no compiler checks. */
final class SourceConventionsTest {
    private static final Path MAIN = Path.of("src", "main", "java");
    /** One folder of each module with Java sources. */
    private static final List<Path> MODULES = List.of(
            Path.of("src"),
            Path.of("..", "archetype", "service", "src"),
            Path.of("..", "archetype", "src"),
            Path.of("..", "archetype", "containers", "src"),
            Path.of("..", "verification", "tools"));

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^(?:@.*\\n)*public (?:(?:abstract|final|non-sealed|sealed) )*(?:class|enum|interface|record) ");

    @Test
    void publicTypesHaveJavadoc() throws IOException {
        assertThat(sources(MAIN)).isNotEmpty().allSatisfy(file -> {
            String source = Files.readString(file);
            for (Matcher type = PUBLIC_TYPE.matcher(source); type.find(); ) {
                assertThat(source.substring(0, type.start())).endsWith("*/\n");
            }
        });
    }

    /** A simple name means one thing in a module, so that a reader needs no import to know the class. */
    @Test
    void topLevelClassesOfAModuleHaveDistinctNames() throws IOException {
        for (Path module : MODULES) {
            Map<String, List<String>> files = sources(module).stream()
                    .map(Path::toString)
                    .collect(Collectors.groupingBy(file -> file.substring(file.lastIndexOf(File.separatorChar) + 1)));
            files.remove("package-info.java");

            assertThat(files.values())
                    .as("Rename one class of each pair")
                    .isNotEmpty()
                    .allSatisfy(same -> assertThat(same).hasSize(1));
        }
    }

    @Test
    void filesHaveAtMost400Lines() throws IOException {
        for (Path folder : MODULES) {
            assertThat(sources(folder))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(400));
        }
    }

    @Test
    void methodsHaveAtMost40Lines() throws IOException {
        List<Path> sources = new ArrayList<>(sources(MAIN));
        sources.addAll(sources(Path.of("..", "archetype", "service", "src", "main", "java")));

        Map<String, Long> lengths = lengths(sources);

        assertThat(lengths).hasSizeGreaterThan(1_000);
        assertThat(lengths.entrySet())
                .filteredOn(method -> method.getValue() > 40)
                .isEmpty();
    }

    /** Returns the number of lines of each method, by the file and line where it starts. */
    private static Map<String, Long> lengths(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, Long> methods = new TreeMap<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree file : task.parse()) {
                LineMap lines = file.getLineMap();
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        long start = lines.getLineNumber(positions.getStartPosition(file, method));
                        long end = lines.getLineNumber(positions.getEndPosition(file, method));
                        methods.put(file.getSourceFile().getName() + ":" + start, end - start + 1);
                        return super.visitMethod(method, null);
                    }
                }.scan(file, null);
            }
        }
        return methods;
    }

    /** NullAway checks marked packages only. */
    @Test
    void packagesAreNullMarked() throws IOException {
        assertThat(sources(MAIN).stream().map(Path::getParent).distinct())
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content(StandardCharsets.UTF_8)
                        .contains("\n@NullMarked\n"));
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
