package io.github.ecsdiscovery.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.archetype.NestedMaven.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that the archetype reports all invalid properties together and leaves no files behind. */
class InvalidPropertiesIT {

    @Test
    void reportsAllErrorsAndDeletesTheFolder() throws Exception {
        Path parent = TestFolders.empty("refused");

        Result result = NestedMaven.generate(
                parent,
                "-DgroupId=com.my-company",
                "-DartifactId=My.Shop",
                "-Dservices=orders,Payments,orders",
                "-Dcalls=payments,serviceA=orders,2=orders,serviceA=orders",
                "-Dport=80",
                "-Dregion=Ireland");

        assertThat(result.exitCode()).isNotZero();
        assertThat(outputLines(result))
                .containsSequence(
                        "`artifactId` is `My.Shop`; expected at most 40 lower-case letters, digits and `-`, starting with a"
                                + " letter",
                        "`package` is `com.my-company`; expected a Java package name such as -Dpackage=com.example.shop",
                        "`services` contains `Payments`; expected at most 50 lower-case letters, digits and `-`, starting"
                                + " with a letter",
                        "`services` is `orders,Payments,orders`; each service may occur only once",
                        "`calls` contains `payments`, which is not in `services`; if another stack deploys it, add"
                                + " -Dplatform=STACK",
                        "`calls` contains `2=orders`; expected SERVICE or ALIAS=SERVICE",
                        "`calls` is `payments,serviceA=orders,2=orders,serviceA=orders`; each alias may occur only once",
                        "`port` is `80`; expected 1024 to 65535, because the service does not run as root");
        assertThat(result.output()).contains("`region` is `Ireland`; expected a Region such as `eu-west-1`");
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void keepsExistingFiles() throws Exception {
        Path parent = TestFolders.empty("refused-beside-others");
        String pom = Files.readString(Path.of("src", "test", "resources", "expected", "repository.xml"));
        Files.writeString(parent.resolve("pom.xml"), pom);
        Path readme = Files.createDirectory(parent.resolve("orders")).resolve("README.md");
        Files.writeString(readme, "mine");

        Result result = NestedMaven.generate(
                parent,
                "-DgroupId=com.example",
                "-DartifactId=orders",
                "-Dconfig=../config.yaml",
                "-Dplatform=my_shop",
                "-Dcalls=pay=payments");

        assertThat(result.exitCode()).isNotZero();
        assertThat(outputLines(result))
                .containsSequence(
                        "`config` and `platform` cannot be combined, because a project that joins a platform has its own"
                                + " config",
                        "`config` is `../config.yaml`, but there is no such file; expected a path from the project folder"
                                + " such as -Dconfig=../config.yaml",
                        "`calls` contains an alias, which `add` does not support; remove it here and add it to"
                                + " ../config.yaml",
                        "`platform` is `my_shop`; expected a stack name of at most 128 letters, digits and `-`, starting"
                                + " with a letter");
        assertThat(readme.getParent())
                .isDirectoryContaining("glob:**/README.md")
                .satisfies(folder -> assertThat(GeneratedProject.files(folder))
                        .containsOnlyKeys("README.md")
                        .containsValue("mine"));
        // Maven rewrites this file in its own format.
        assertThat(parent.resolve("pom.xml")).content().isEqualToIgnoringWhitespace(pom);
    }

    /** Returns the lines of the output without Maven's prefix. */
    private static List<String> outputLines(Result result) {
        return result.output()
                .lines()
                .map(line -> line.replaceFirst("^\\[ERROR\\] +", ""))
                .toList();
    }
}
