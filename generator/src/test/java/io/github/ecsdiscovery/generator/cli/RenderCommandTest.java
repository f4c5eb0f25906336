package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Tests the command {@code render}. */
final class RenderCommandTest {
    private static final String CONFIG = """
            name: shop
            tag: 1.0.0
            region: eu-west-1
            defaults:
              port: 8080
              user: 10001:10001
              healthCheck: {command: [/probe]}
            services:
              orders: {calls: [payments]}
              payments: {}
            environments:
              staging: {logs: {retention: 7}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeConfig() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), CONFIG);
    }

    @Test
    void printsOnlyTheTemplate() {
        Run run = Run.of(folder, "render", "config.yaml");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("# ")
                .contains("\nResources:\n")
                .endsWith("\n")
                .doesNotContain("\r");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void rendersWithoutTheCommandName() {
        assertThat(Run.of(folder, "config.yaml")).isEqualTo(Run.of(folder, "render", "config.yaml"));
    }

    @Test
    void readsStandardInput() {
        assertThat(Run.reading(folder, CONFIG, "-")).isEqualTo(Run.of(folder, "config.yaml"));
        assertThat(Run.reading(folder, "name: [", "render", "-").err()).startsWith("<stdin>:1:8: error: ");
    }

    /** A stack whose services all have secrets shares no role, but has a role for each service. */
    @Test
    void printsCapabilitiesIfOnlyServicesHaveRoles() {
        String config = "name: shop\ntag: 1.4.2\nservices: {orders: {secrets: {TOKEN: {ssm: token}}}}\n";

        Run run = Run.reading(folder, config, "-", "-o", "template.yaml");

        assertThat(run.err()).contains(" --capabilities CAPABILITY_IAM ");
    }

    @Test
    void mergesTheEnvironmentThenEachSetting() {
        Run run = Run.of(
                folder,
                "config.yaml",
                "-e",
                "staging",
                "--set",
                "tags.owner=a=b",
                "--set=services.orders.memory=1024",
                "--set",
                "tags.owner=me");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("RetentionInDays: 7\n", "{Key: owner, Value: me}", "Memory: '1024'")
                .doesNotContain("a=b");
        assertThat(Run.of(folder, "config.yaml").out()).doesNotContain("RetentionInDays: 7\n");
    }

    @Test
    void writesCompactJson() {
        Run run = Run.of(folder, "config.yaml", "--compact");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        assertThat(JsonMapper.shared()
                        .readTree(run.out())
                        .at("/Resources/Vpc/Type")
                        .stringValue())
                .isEqualTo("AWS::EC2::VPC");
    }

    @Test
    void writesAFileAndPrintsNextSteps() throws IOException {
        String template = Run.of(folder, "config.yaml").out();

        Run run = Run.of(folder, "config.yaml", "-o", "template.yaml");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("template.yaml")).hasContent(template);
        int bytes = template.getBytes(StandardCharsets.UTF_8).length;
        String count =
                bytes / 1000 + "," + Integer.toString(1000 + bytes % 1000).substring(1);
        assertThat(run.err())
                .startsWith("Wrote `template.yaml`: ")
                .contains(" resources, " + count + " bytes (limit without an S3 bucket: 51,200).\n")
                .contains("\n  aws cloudformation deploy --template-file template.yaml --stack-name shop"
                        + " --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset --region eu-west-1\n")
                .contains("describe-stack-events --stack-name shop --region eu-west-1")
                .contains("--desired-status STOPPED", "stoppedReason", "--disable-rollback")
                .contains("aws logs tail /ecs/shop/orders --region eu-west-1")
                .contains("ROLLBACK_COMPLETE", "delete-stack --stack-name shop");
    }

    @Test
    void countsTheResourcesOfTheTemplate() {
        String template = Run.of(folder, "config.yaml").out();
        long resources = template.lines()
                .filter(line -> line.matches(" {4}Type: AWS::.*"))
                .count();

        assertThat(Run.of(folder, "config.yaml", "-o", "template.yaml").err())
                .contains(": " + resources + " resources, ");
    }

    @Test
    void namesTheStackAfterTheEnvironment() {
        assertThat(Run.of(folder, "config.yaml", "-e", "staging", "-o", "template.yaml")
                        .err())
                .contains(" --stack-name shop-staging ", "/ecs/shop-staging/orders", "--cluster shop-staging ");
    }

    @Test
    void namesTheStacksToDeployFirst() {
        String joining = "name: reviews\nplatform: shop\nservices: {worker: {image: 'a:1', user: '1'}}\n";

        assertThat(Run.reading(folder, joining, "-", "-o", "template.yaml").err())
                .contains("\n\nIt imports values from other stacks. Deploy them first: shop.\n\nDeploy it:\n");
    }

    @Test
    void quotesTheFileForTheShell() {
        assertThat(Run.of(folder, "config.yaml", "-o", "it's a template.yaml").err())
                .contains("--template-file 'it'\\''s a template.yaml' --stack-name");
    }

    @Test
    void requestsNoCapabilityWithoutRoles() {
        String config = "name: shop\nservices: {}\n";

        assertThat(Run.reading(folder, config, "-", "-o", "template.yaml").err())
                .contains("--stack-name shop --no-fail-on-empty-changeset\n")
                .doesNotContain("CAPABILITY", "describe-tasks");
    }

    @Test
    void needsABucketAbove51200Bytes() throws IOException {
        StringBuilder config = new StringBuilder(CONFIG.substring(0, CONFIG.indexOf("environments:")));
        for (int i = 0; i < 20; i++) {
            config.append("  service-").append(i).append(": {}\n");
        }
        Files.writeString(folder.resolve("config.yaml"), config);

        Run run = Run.of(folder, "config.yaml", "-o", "template.yaml");

        assertThat(folder.resolve("template.yaml").toFile().length()).isGreaterThan(51_200);
        assertThat(run.err())
                .contains(" bytes (limit: 1,000,000).\n", "Deploy it; replace BUCKET with the name of an S3 bucket:\n")
                .contains(" --region eu-west-1 --s3-bucket BUCKET\n");
    }

    @Test
    void doesNotTouchAnUnchangedFile() throws IOException {
        Run.of(folder, "config.yaml", "-o", "template.yaml");
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(folder.resolve("template.yaml"), longAgo);

        Run run = Run.of(folder, "config.yaml", "-o", "template.yaml");

        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("`template.yaml` is unchanged: ");
        assertThat(Files.getLastModifiedTime(folder.resolve("template.yaml"))).isEqualTo(longAgo);
    }

    @Test
    void printsOnlyErrorsWithQuiet() {
        assertThat(Run.of(folder, "config.yaml", "-o", "template.yaml", "--quiet"))
                .isEqualTo(new Run(0, "", ""));
        assertThat(Run.reading(folder, "nmae: shop\n", "-", "-q").err()).contains(" error: ");
    }

    @Test
    void writesNothingIfTheConfigHasErrors() {
        Run run = Run.reading(folder, CONFIG + "x: 1\n", "-", "-o", "template.yaml");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("""
                        <stdin>:13:1: error: unknown key `x` [unknown-key]
                         13 | x: 1
                            | ^
                        hint: the allowed keys are acceptWarnings, cluster, contextMetadata, defaults, environments, loadBalancer, logs, name, namespace, network, peers, permissionsBoundary, platform, preset, region, registry, scannerMetadata, services, tag, tagParameters, tags, version

                        1 error. Nothing was written.
                        """);
        assertThat(folder.resolve("template.yaml")).doesNotExist();
    }

    @Test
    void reportsAnErrorInASetting() {
        Run run = Run.of(folder, "config.yaml", "--set", "tag=2", "--set", "services.orders.memroy=1024");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("""
                        --set:2:17: error: unknown key `memroy` in `services.orders` [unknown-key]
                         2 | services.orders.memroy=1024
                           |                 ^^^^^^
                        hint: did you mean `memory`?

                        1 error. Nothing was written.
                        """);
    }

    @Test
    void checkReportsTheFirstDifference() throws IOException {
        Path template = folder.resolve("template.yaml");
        Run.of(folder, "config.yaml", "-o", "template.yaml");

        assertThat(Run.of(folder, "config.yaml", "-o", "template.yaml", "--check"))
                .isEqualTo(new Run(0, "", "`template.yaml` is up to date.\n"));

        String outdated = Files.readString(template).replace("10.0.0.0/16", "10.1.0.0/16");
        Files.writeString(template, outdated);
        Run run = Run.of(folder, "config.yaml", "-o", "template.yaml", "--check");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).matches("""
                        `template.yaml` is out of date. The first difference is in line [0-9]+:
                          file:     CidrBlock: '10.1.0.0/16'
                          rendered: CidrBlock: '10.0.0.0/16'
                        """);
        assertThat(template).hasContent(outdated);
    }

    @Test
    void checkReportsMissingAndTruncatedFilesAndOtherLineEndings() throws IOException {
        Path template = folder.resolve("template.yaml");
        String text = Run.of(folder, "config.yaml").out();

        Run missing = Run.of(folder, "config.yaml", "-o", "template.yaml", "--check");
        assertThat(missing)
                .isEqualTo(new Run(
                        4, "", "`template.yaml` does not exist; run the command without `--check` to write it.\n"));
        assertThat(template).doesNotExist();

        Files.writeString(template, text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));
        assertThat(Run.of(folder, "config.yaml", "-o", "template.yaml", "--check")
                        .err())
                .contains("\n  file:     (end of file)\n");

        Files.writeString(template, text.replace("\n", "\r\n"));
        Run lineEnds = Run.of(folder, "config.yaml", "-o", "template.yaml", "--check");
        assertThat(lineEnds.code()).isEqualTo(4);
        assertThat(lineEnds.err()).contains("has other line endings");
    }

    @Test
    void checkComparesCompactJson() {
        Run.of(folder, "config.yaml", "-o", "template.json", "--compact");

        assertThat(Run.of(folder, "config.yaml", "-o", "template.json", "--compact", "--check")
                        .code())
                .isZero();
        assertThat(Run.of(folder, "config.yaml", "-o", "template.json", "--check")
                        .code())
                .isEqualTo(4);
    }

    @Test
    void rendersBeyondLimitsWithNoLimits() throws IOException {
        StringBuilder config = new StringBuilder("name: shop\ntag: 1.0.0\nservices:\n");
        for (int i = 0; i < 123; i++) {
            config.append("  w").append(i).append(":\n");
        }
        Files.writeString(folder.resolve("config.yaml"), config);

        Run limited = Run.of(folder, "render", "config.yaml", "--format", "line");
        assertThat(limited.code()).isEqualTo(1);
        assertThat(limited.out()).isEmpty();
        assertThat(limited.err()).contains(": error: the stack has 504 resources; CloudFormation allows 500");

        Run free = Run.of(folder, "render", "config.yaml", "--no-limits", "--format", "line");
        assertThat(free.code()).isZero();
        assertThat(free.out()).contains("\n  W122Service:\n");
        assertThat(free.err()).contains(": note: the stack has 504 resources");
    }
}
