package io.github.ecsdiscovery.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.archetype.NestedMaven.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Takes the first steps that a user takes in a new project, including common errors. */
@Tag("once")
class FirstStepsIT {

    private static GeneratedProject project;

    @BeforeAll
    static void make() throws IOException {
        project = GeneratedProject.make(TestFolders.empty("first-steps"), "my-shop", "-DgroupId=com.example");
    }

    @Test
    void buildReportsErrorsInTheConfig() throws Exception {
        String config = project.read("config.yaml");
        Path file = project.folder().resolve("config.yaml");
        try {
            Files.writeString(file, config.replace("  port: 8080\n", "  prot: 8080\n"));
            Result failed = render();

            assertThat(failed.exitCode()).isNotZero();
            assertThat(failed.output())
                    .contains("config.yaml:10:3: error: ", "[unknown-key]", "hint: did you mean `port`?");

            Files.writeString(file, config.replace("  user: 10001:10001\n", "  user: 10001:10001\n  egress: []\n"));
            Result warned = render();

            assertThat(warned.exitCode()).as(warned.output()).isZero();
            assertThat(warned.output()).contains("warning: ", "[egress-without-443]");
            assertThat(project.read("target/ecs-discovery/template.yaml"))
                    .startsWith("# Services of my-shop that find each other")
                    .doesNotContain("warning");
        } finally {
            Files.writeString(file, config);
        }
    }

    /** Adds the import that an editor would add. */
    @Test
    void endpointOfTheReadmeWorks() throws Exception {
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(project.read("README.md"))
                .results()
                .map(block -> block.group(1))
                .toList();
        Path endpoints = project.folder().resolve("src/main/java/com/example/Endpoints.java");
        insert(blocks.get(0), endpoints, "        router.get(\"/request\")");
        insert(blocks.get(1), endpoints, "    private void greeting(");
        insert("import com.example.web.JsonBody;\n", endpoints, "import com.example.web.RequestContext;\n");
        insert(blocks.get(2), project.folder().resolve("src/test/java/com/example/EndpointsTest.java"), "    @Test\n");

        Result result =
                NestedMaven.run(project.folder(), List.of("test", "-Dtest=EndpointsTest#greetsByName+returnsGreeting"));

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("Tests run: 2, Failures: 0");
    }

    /** Inserts text before the first occurrence of another text in a file. */
    private static void insert(String text, Path file, String before) throws IOException {
        String source = Files.readString(file);
        assertThat(source).contains(before);
        int index = source.indexOf(before);
        Files.writeString(file, source.substring(0, index) + text + source.substring(index));
    }

    /** Runs the build up to the template. */
    private static Result render() {
        return NestedMaven.run(project.folder(), List.of("-q", "prepare-package", "-Dmaven.test.skip"));
    }
}
