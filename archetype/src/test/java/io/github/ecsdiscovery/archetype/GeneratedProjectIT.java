package io.github.ecsdiscovery.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.archetype.NestedMaven.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Generates a project of each kind, compares its files with the expected ones, and builds it. */
class GeneratedProjectIT {

    private static final Path SOURCE = Path.of("service");
    private static final String NAME = "ecs-discovery-service";
    private static final String PACKAGE = "io.github.ecsdiscovery.service";
    /** Runs the tests that differ between projects. One project runs the others. */
    private static final String[] QUICK_TESTS = {"-Dtest=SettingsTest", "-Dit.test=WiringIT"};

    @Test
    @Tag("once")
    void originalNamesReproduceTheSource() throws Exception {
        GeneratedProject project = GeneratedProject.make(
                TestFolders.empty("source"),
                NAME,
                "-DgroupId=io.github.ecsdiscovery",
                "-Dversion=" + System.getProperty("archetype.version"),
                "-Dpackage=" + PACKAGE);

        assertThat(project.files()).isEqualTo(GeneratedProject.files(SOURCE));
    }

    @Test
    void createsAStandaloneSystemByDefault() throws Exception {
        GeneratedProject project =
                GeneratedProject.make(TestFolders.empty("defaults"), "my-shop", "-DgroupId=com.example");

        assertFiles(project, "com/example");
        assertThat(project.read("config.yaml")).isEqualTo(expected("defaults.yaml"));
        project.verify("-Dit.test=WiringIT,StartIT");
    }

    @Test
    void createsTwoServicesWithOneImage() throws Exception {
        GeneratedProject project = GeneratedProject.make(
                TestFolders.empty("seed"),
                "seed",
                "-DgroupId=com.example",
                "-Dpackage=com.example.walk",
                "-Dregion=ap-northeast-1",
                "-Dservices=myservice-a,myservice-b",
                "-Dcalls=serviceA=myservice-a,serviceB=myservice-b");

        assertFiles(project, "com/example/walk");
        assertThat(project.read("config.yaml")).isEqualTo(expected("seed.yaml"));
        project.verify(QUICK_TESTS);
    }

    @Test
    @Tag("once")
    void createsAServiceOfASharedConfig() throws Exception {
        Path repository = TestFolders.empty("repository");
        Files.writeString(repository.resolve("config.yaml"), expected("repository.yaml"));
        Files.writeString(repository.resolve("pom.xml"), expected("repository.xml"));

        GeneratedProject project = GeneratedProject.make(
                repository,
                "orders",
                "-DgroupId=com.example",
                "-Dport=9000",
                "-Dconfig=../config.yaml",
                "-Dcalls=payments");

        assertFiles(project, "com/example", "config.yaml");
        assertThat(project.read("README.md"))
                .contains("`../config.yaml`", "--tag \"$(docker compose config --images orders)\" .")
                .doesNotContain("`config.yaml`");
        assertThat(project.read("deploy.sh"))
                .contains("{DEPLOY_CONFIG:-../config.yaml}", "{DEPLOY_SERVICE-orders}", "--port 9000");
        assertThat(Files.readString(repository.resolve("pom.xml"))).contains("<module>orders</module>");
        assertThat(project.read("pom.xml")).contains("<artifactId>repository</artifactId>");

        Result before = project.tryToVerify(QUICK_TESTS);
        assertThat(before.exitCode()).isNotZero();
        assertThat(before.output())
                .contains("../config.yaml has no service `orders`")
                .contains("java -jar target/ecs-discovery/generator.jar add ../config.yaml orders --port 9000");

        String add =
                "java -jar target/ecs-discovery/generator.jar add ../config.yaml orders --port 9000 --calls payments";
        assertThat(project.output()).contains("  " + add + "\n");
        Result added = NestedMaven.shell(project.folder(), add);
        assertThat(added.exitCode()).as(added.output()).isZero();
        project.verify(QUICK_TESTS);
    }

    @Test
    @Tag("once")
    void createsAServiceOnAPlatform() throws Exception {
        GeneratedProject project = GeneratedProject.make(
                TestFolders.empty("platform"),
                "myservice-c",
                "-DgroupId=com.example",
                "-Dregion=ap-northeast-1",
                "-Dplatform=seed",
                "-Dcalls=myservice-a,myservice-b");

        assertFiles(project, "com/example");
        assertThat(project.read("config.yaml")).isEqualTo(expected("platform.yaml"));
        project.verify(QUICK_TESTS);
    }

    /** Checks that the project has all files of the source, with the names of the project. */
    private static void assertFiles(GeneratedProject project, String packagePath, String... without)
            throws IOException {
        List<String> tree = expected("tree.txt")
                .lines()
                .map(path -> path.replace("PACKAGE", packagePath))
                .filter(path -> !List.of(without).contains(path))
                .toList();
        assertThat(project.files().keySet()).containsExactlyInAnyOrderElementsOf(tree);

        SortedMap<String, String> renamed = new TreeMap<>();
        GeneratedProject.files(SOURCE)
                .forEach((path, text) -> renamed.put(
                        path.replace(PACKAGE.replace('.', '/'), packagePath),
                        text.replace(PACKAGE, packagePath.replace('/', '.'))
                                .replace(NAME, project.folder().getFileName().toString())));
        renamed.keySet().removeAll(List.of("config.yaml", "pom.xml"));
        if (List.of(without).contains("config.yaml")) {
            renamed.keySet().removeAll(List.of("README.md", "deploy.sh"));
            renamed.replaceAll((path, text) -> text.replace("--port 8080", "--port 9000"));
        }
        assertThat(project.files()).containsAllEntriesOf(renamed);
        for (String path : tree) {
            assertThat(Files.isExecutable(project.folder().resolve(path)))
                    .as(path)
                    .isEqualTo(project.read(path).startsWith("#!"));
        }
    }

    private static String expected(String name) throws IOException {
        return Files.readString(Path.of("src", "test", "resources", "expected", name));
    }
}
