package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Tests the command {@code repositories}. */
final class RepositoriesCommandTest {
    private static final String OWN = "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}";
    private static final String CONFIG = """
            name: shop
            tag: 1.0.0
            region: cn-north-1
            defaults: {user: "10001:10001", count: 1}
            services:
              orders: {architecture: ARM64}
              payments: {}
              jobs-a: {image: "OWN/jobs", tag: "7"}
              jobs-b: {image: "OWN/jobs:8"}
              jobs-c: {image: "OWN/jobs:8"}
              pinned: {image: "OWN/pinned@sha256:DIGEST"}
              moving: {image: "OWN/moving:latest"}
              proxy: {image: "nginx:1"}
              other: {image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/other:1"}
            environments:
              staging: {services: {orders: {tag: latest}}}
            acceptWarnings: {image-latest: a test}
            """.replace("OWN", OWN).replace("DIGEST", "0123456789abcdef".repeat(4));

    @TempDir
    private Path folder;

    @BeforeEach
    void writeConfig() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), CONFIG);
    }

    @Test
    void rendersOneRepositoryPerPathInTheAccountsRegistry() {
        Run run = repositories("config.yaml");

        assertThat(run.err()).isEmpty();
        assertThat(resources(run).map().values().stream()
                        .map(resource -> new Tree(resource).at("Properties"))
                        .map(properties -> properties.at("RepositoryName").text() + " "
                                + properties.at("ImageTagMutability").text()))
                .containsExactly(
                        "jobs IMMUTABLE",
                        "moving MUTABLE",
                        "pinned IMMUTABLE",
                        "shop/orders IMMUTABLE",
                        "shop/payments IMMUTABLE");
        assertThat(resources(run).map()).containsKeys("JobsRepository", "ShopOrdersRepository");
    }

    @Test
    void appliesTheEnvironment() {
        Tree resources = resources(repositories("config.yaml", "-e", "staging"));

        assertThat(resources
                        .at("ShopOrdersRepository", "Properties", "ImageTagMutability")
                        .text())
                .isEqualTo("MUTABLE");
    }

    /** ECR requires that the rule for all images comes last and that priorities are unique. */
    @Test
    void lifecyclePolicyIsValidForEcr() {
        String text = resources(repositories("config.yaml"))
                .at("JobsRepository", "Properties", "LifecyclePolicy", "LifecyclePolicyText")
                .text();
        Tree policy = new Tree(JsonMapper.shared().readValue(text, Map.class));

        assertThat(policy.map()).containsOnlyKeys("rules");
        assertThat(policy.at("rules").list())
                .extracting(rule -> rule.at("rulePriority").text() + " "
                        + rule.at("selection", "tagStatus").text() + " "
                        + rule.at("selection", "countNumber").text())
                .containsExactly("1 untagged 14", "2 any 100");
    }

    @Test
    void printsHowToDeployAndPush() throws IOException {
        Run run = repositories("config.yaml", "-o", "repositories.yaml");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("""
                Wrote `repositories.yaml`: 5 repositories.

                Deploy it:
                  aws cloudformation deploy --template-file repositories.yaml --stack-name shop-repositories\
                 --no-fail-on-empty-changeset --region cn-north-1

                Then build and push the images:
                  registry=$(aws sts get-caller-identity --query Account --output text).dkr.ecr.cn-north-1.amazonaws.com.cn
                  aws ecr get-login-password --region cn-north-1 | docker login --username AWS --password-stdin $registry
                  docker build --platform linux/amd64 --tag $registry/jobs:7 FOLDER
                  docker push $registry/jobs:7
                  docker build --platform linux/amd64 --tag $registry/jobs:8 FOLDER
                  docker push $registry/jobs:8
                  docker build --platform linux/amd64 --tag $registry/moving:latest FOLDER
                  docker push $registry/moving:latest
                  docker build --platform linux/arm64 --tag $registry/shop/orders:1.0.0 FOLDER
                  docker push $registry/shop/orders:1.0.0
                  docker build --platform linux/amd64 --tag $registry/shop/payments:1.0.0 FOLDER
                  docker push $registry/shop/payments:1.0.0
                """);
        Files.writeString(folder.resolve("config.yaml"), CONFIG.replace("region: cn-north-1\n", ""));
        assertThat(repositories("config.yaml", "-o", "repositories.yaml").err())
                .startsWith("`repositories.yaml` is unchanged: ")
                .contains(
                        "--no-fail-on-empty-changeset\n",
                        "  region=$(aws configure get region)\n",
                        ".dkr.ecr.$region.amazonaws.com\n");
    }

    @Test
    void checkComparesWithTheFile() throws IOException {
        repositories("config.yaml", "-o", "repositories.yaml");

        assertThat(repositories("config.yaml", "-o", "repositories.yaml", "--check")
                        .code())
                .isZero();
        Files.writeString(folder.resolve("config.yaml"), CONFIG.replace("payments:", "ledger:"));
        assertThat(repositories("config.yaml", "-o", "repositories.yaml", "--check")
                        .code())
                .isEqualTo(4);
    }

    @Test
    void rendersAsManyRepositoriesAsATemplateCanHaveOutputs() throws IOException {
        writeServices(200);
        Run largest = repositories("config.yaml", "-o", "repositories.yaml");
        writeServices(201);
        Run tooLarge = repositories("config.yaml");

        assertThat(largest.code()).as(largest.err()).isZero();
        assertThat(largest.err()).contains("replace BUCKET with the name of an S3 bucket", " --s3-bucket BUCKET\n");
        assertThat(tooLarge.code()).isEqualTo(1);
        assertThat(tooLarge.err()).contains("the template has 201 outputs", "[output-limit]");
    }

    @Test
    void reportsErrorsOfTheConfigFirst() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), "name: shop\nservices: {orders: {}}\n");

        assertThat(repositories("config.yaml")).isEqualTo(Run.of(folder, "config.yaml"));
        assertThat(repositories().code()).isEqualTo(2);
    }

    private void writeServices(int count) throws IOException {
        StringBuilder config = new StringBuilder("name: shop\ntag: 1\ndefaults: {user: a, count: 0}\nservices:\n");
        for (int i = 0; i < count; i++) {
            config.append("  s").append(i).append(": {}\n");
        }
        Files.writeString(folder.resolve("config.yaml"), config);
    }

    private Run repositories(String... args) {
        return Run.of(
                folder,
                Stream.concat(Stream.of("repositories"), Stream.of(args)).toArray(String[]::new));
    }

    private static Tree resources(Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        return Tree.of(run.out()).at("Resources");
    }
}
