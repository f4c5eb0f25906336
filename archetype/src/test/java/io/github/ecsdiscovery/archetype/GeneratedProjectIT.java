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

/** Makes a project in each way that there is, compares it with what it should be, and builds it. */
class GeneratedProjectIT {

    private static final Path SOURCE = Path.of("service");
    private static final String NAME = "ecs-discovery-service";
    private static final String PACKAGE = "io.github.ecsdiscovery.service";
    /** What is the same in all projects is tested in one. */
    private static final String[] QUICKLY = {"-Dtest=SettingsTest", "-Dit.test=WiringIT"};

    @Test
    @Tag("once")
    void theNamesOfItsSourceGiveItsSource() throws Exception {
        Project project = Project.make(
                Folders.empty("source"),
                NAME,
                "-DgroupId=io.github.ecsdiscovery",
                "-Dversion=" + System.getProperty("archetype.version"),
                "-Dpackage=" + PACKAGE);

        assertThat(project.files()).isEqualTo(Project.files(SOURCE));
    }

    @Test
    void byDefaultItIsASystemOfItsOwn() throws Exception {
        Project project = Project.make(Folders.empty("defaults"), "my-shop", "-DgroupId=com.example");

        hasTheTree(project, "com/example");
        assertThat(project.read("config.yaml")).isEqualTo(expected("defaults.yaml"));
        project.verify("-Dit.test=WiringIT,StartIT");
    }

    @Test
    void twoServicesOfOneImageAreTheWalkThrough() throws Exception {
        Project project = Project.make(
                Folders.empty("seed"),
                "seed",
                "-DgroupId=com.example",
                "-Dpackage=com.example.walk",
                "-Dregion=ap-northeast-1",
                "-Dservices=myservice-a,myservice-b",
                "-Dcalls=serviceA=myservice-a,serviceB=myservice-b");

        hasTheTree(project, "com/example/walk");
        assertThat(project.read("config.yaml")).isEqualTo(expected("seed.yaml"));
        project.verify(QUICKLY);
    }

    @Test
    @Tag("once")
    void aServiceMayBelongToTheConfigOfARepositoryWithSeveral() throws Exception {
        Path repository = Folders.empty("repository");
        Files.writeString(repository.resolve("config.yaml"), expected("repository.yaml"));
        Files.writeString(repository.resolve("pom.xml"), expected("repository.xml"));

        Project project = Project.make(
                repository,
                "orders",
                "-DgroupId=com.example",
                "-Dport=9000",
                "-Dconfig=../config.yaml",
                "-Dcalls=payments");

        hasTheTree(project, "com/example", "config.yaml");
        assertThat(project.read("README.md"))
                .contains("`../config.yaml`", "--tag \"$(docker compose config --images orders)\" .")
                .doesNotContain("`config.yaml`");
        assertThat(project.read("deploy.sh"))
                .contains("{DEPLOY_CONFIG:-../config.yaml}", "{DEPLOY_SERVICE-orders}", "--port 9000");
        assertThat(Files.readString(repository.resolve("pom.xml"))).contains("<module>orders</module>");
        assertThat(project.read("pom.xml")).contains("<artifactId>repository</artifactId>");

        Result before = project.tryToVerify(QUICKLY);
        assertThat(before.exitCode()).isNotZero();
        assertThat(before.output())
                .contains("../config.yaml has no service `orders`")
                .contains("java -jar target/ecs-discovery/generator.jar add ../config.yaml orders --port 9000");

        String add =
                "java -jar target/ecs-discovery/generator.jar add ../config.yaml orders --port 9000 --calls payments";
        assertThat(project.output()).contains("  " + add + "\n");
        Result added = NestedMaven.shell(project.folder(), add);
        assertThat(added.exitCode()).as(added.output()).isZero();
        project.verify(QUICKLY);
    }

    @Test
    @Tag("once")
    void aServiceMayJoinThePlatformOfAnotherStack() throws Exception {
        Project project = Project.make(
                Folders.empty("platform"),
                "myservice-c",
                "-DgroupId=com.example",
                "-Dregion=ap-northeast-1",
                "-Dplatform=seed",
                "-Dcalls=myservice-a,myservice-b");

        hasTheTree(project, "com/example");
        assertThat(project.read("config.yaml")).isEqualTo(expected("platform.yaml"));
        project.verify(QUICKLY);
    }

    /** Every file is there, and is that of the source under the project's own names. */
    private static void hasTheTree(Project project, String packagePath, String... without) throws IOException {
        List<String> tree = expected("tree.txt")
                .lines()
                .map(path -> path.replace("PACKAGE", packagePath))
                .filter(path -> !List.of(without).contains(path))
                .toList();
        assertThat(project.files().keySet()).containsExactlyInAnyOrderElementsOf(tree);

        SortedMap<String, String> same = new TreeMap<>();
        Project.files(SOURCE)
                .forEach((path, text) -> same.put(
                        path.replace(PACKAGE.replace('.', '/'), packagePath),
                        text.replace(PACKAGE, packagePath.replace('/', '.'))
                                .replace(NAME, project.folder().getFileName().toString())));
        same.keySet().removeAll(List.of("config.yaml", "pom.xml"));
        if (List.of(without).contains("config.yaml")) {
            same.keySet().removeAll(List.of("README.md", "deploy.sh"));
            same.replaceAll((path, text) -> text.replace("--port 8080", "--port 9000"));
        }
        assertThat(project.files()).containsAllEntriesOf(same);
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
