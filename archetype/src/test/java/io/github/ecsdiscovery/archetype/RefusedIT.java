package io.github.ecsdiscovery.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.archetype.NestedMaven.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a project cannot be made of is told in sentences, all at once, and nothing stays behind. */
class RefusedIT {

    @Test
    void allThatIsWrongWithASystemOfItsOwnIsTold() throws Exception {
        Path parent = Folders.empty("refused");

        Result result = NestedMaven.generate(
                parent,
                "-DgroupId=com.my-company",
                "-DartifactId=My.Shop",
                "-Dservices=orders,Payments,orders",
                "-Dcalls=payments,serviceA=orders,2=orders,serviceA=orders",
                "-Dport=80",
                "-Dregion=Ireland");

        assertThat(result.exitCode()).isNotZero();
        assertThat(sentences(result))
                .containsSequence(
                        "`artifactId` is `My.Shop`: it names the system and its image, and has at most 40 lower-case letters,"
                                + " digits and `-`, the first a letter",
                        "`package` is `com.my-company`, which is no name of a Java package, such as -Dpackage=com.example.shop",
                        "`services` names `Payments`: a service has at most 50 lower-case letters, digits and `-`, the first"
                                + " a letter",
                        "`services` names one twice: `orders,Payments,orders`",
                        "`calls` names `payments`, which is none of `services`; where another stack deploys it, say"
                                + " -Dplatform=STACK",
                        "`calls` has `2=orders`, expected SERVICE or ALIAS=SERVICE",
                        "`calls` has an alias twice: `payments,serviceA=orders,2=orders,serviceA=orders`",
                        "`port` is `80`, expected 1024 to 65535: the service does not run as root");
        assertThat(result.output()).contains("`region` is `Ireland`, expected a Region such as `eu-west-1`");
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatWasThereBeforeStays() throws Exception {
        Path parent = Folders.empty("refused-beside-others");
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
        assertThat(sentences(result))
                .containsSequence(
                        "`config` and `platform` exclude each other: a platform is joined by a config of its own",
                        "`config` is `../config.yaml`, and there is no such file, seen from the project's folder; such as"
                                + " -Dconfig=../config.yaml",
                        "`calls` has an alias, which `add` cannot write: leave it out, and write it into ../config.yaml",
                        "`platform` is `my_shop`, expected a stack's name: at most 128 letters, digits and `-`, the first a"
                                + " letter");
        assertThat(readme.getParent())
                .isDirectoryContaining("glob:**/README.md")
                .satisfies(folder -> assertThat(Project.files(folder))
                        .containsOnlyKeys("README.md")
                        .containsValue("mine"));
        // Maven has written it anew, as its own style is
        assertThat(parent.resolve("pom.xml")).content().isEqualToIgnoringWhitespace(pom);
    }

    /** As Maven shows them. */
    private static List<String> sentences(Result result) {
        return result.output()
                .lines()
                .map(line -> line.replaceFirst("^\\[ERROR\\] +", ""))
                .toList();
    }
}
