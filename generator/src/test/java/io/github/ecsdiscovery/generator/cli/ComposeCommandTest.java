package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the command {@code compose}. */
final class ComposeCommandTest {
    private static final String CONFIG = """
            name: shop
            tag: 1.0.0
            defaults:
              user: 10001:10001
              healthCheck: {command: [/probe]}
            services:
              orders: {ports: {http: 8080, admin: 9090/tcp}, ingress: [10.0.0.0/8], count: 1, calls: [payments]}
              payments: {port: 53/udp, ingress: [10.0.0.0/8], discovery: none, image: nginx:1, architecture: ARM64}
              worker: {exec: true, healthCheck: null}
            environments:
              local: {defaults: {count: 0, stopTimeout: 2}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeConfig() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), CONFIG.replace("calls: [payments]", "calls: [orders]"));
    }

    @Test
    void printsOnlyTheFile() {
        Run run = compose("config.yaml");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("# The services of shop on one machine.")
                .endsWith("\n");
        assertThat(compose("config.yaml")).isEqualTo(run);
    }

    @Test
    void reportsTheSameErrorsAsRender() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), CONFIG);

        Run run = compose("config.yaml");

        assertThat(run).isEqualTo(Run.of(folder, "render", "config.yaml"));
        assertThat(run.err()).contains("[callee-without-discovery]").endsWith("Nothing was written.\n");
        assertThat(run.code()).isEqualTo(1);
        assertThat(compose().code()).isEqualTo(2);
        assertThat(compose("config.yaml", "--check").code()).isEqualTo(2);
        assertThat(compose("config.yaml", "-e", "locl").err()).contains("did you mean `local`?");
        assertThat(compose("missing.yaml").code()).isEqualTo(3);
    }

    @Test
    void printsHowToBuildStartReachAndStopTheServices() {
        Run run = compose("config.yaml", "-o", "my compose.yaml");

        assertThat(run.out()).isEmpty();
        assertThat(run.err().replaceAll("(?<=127.0.0.1:)\\d+", "PORT")).isEqualTo("""
                Wrote `my compose.yaml`: 3 services.

                Build the images that Compose does not pull:
                  docker build --platform linux/amd64 --tag shop/orders:1.0.0 FOLDER
                  docker build --platform linux/amd64 --tag shop/worker:1.0.0 FOLDER

                Start the services:
                  docker compose -f 'my compose.yaml' up --wait

                Published addresses:
                  orders 9090: 127.0.0.1:PORT
                  orders 8080: http://127.0.0.1:PORT
                  payments 53: 127.0.0.1:PORT

                Stop the services (with `-t 0`, without a graceful shutdown):
                  docker compose -f 'my compose.yaml' down --volumes
                """);
    }

    @Test
    void startsWithEmptyVolumes() throws IOException {
        Files.writeString(
                folder.resolve("config.yaml"), "name: shop\ntag: 1\nservices: {a: {writablePaths: [/tmp]}}\n");

        assertThat(compose("config.yaml", "-o", "compose.yaml").err())
                .contains("  docker compose -f compose.yaml up --wait --renew-anon-volumes\n");
    }

    @Test
    void checkComparesWithTheFile() throws IOException {
        compose("config.yaml", "-o", "compose.yaml");

        assertThat(compose("config.yaml", "-o", "compose.yaml", "--check"))
                .isEqualTo(new Run(0, "", "`compose.yaml` is up to date.\n"));
        assertThat(compose("config.yaml", "-o", "compose.yaml").err()).startsWith("`compose.yaml` is unchanged: ");
        Files.writeString(folder.resolve("compose.yaml"), "name: other\n");
        assertThat(compose("config.yaml", "-o", "compose.yaml", "--check").code())
                .isEqualTo(4);
    }

    @Test
    void publishesPortsOnLoopbackThatDoNotDependOnOtherServices() throws IOException {
        Tree before = services(compose("config.yaml"));
        Files.writeString(
                folder.resolve("config.yaml"),
                Files.readString(folder.resolve("config.yaml"))
                        .replace("services:\n", "services:\n  aaa: {port: 8080, ingress: [10.0.0.0/8], count: 9}\n"));
        Tree after = services(compose("config.yaml"));

        assertThat(after.map()).containsKey("aaa").containsAllEntriesOf(before.map());
        assertThat(ports(after, "aaa")).singleElement().asString().matches("127\\.0\\.0\\.1:\\d{5}-\\d{5}:8080");
        assertThat(ports(after, "orders"))
                .satisfiesExactly(
                        admin -> assertThat(admin).matches("127\\.0\\.0\\.1:\\d{5}:9090"),
                        http -> assertThat(http).matches("127\\.0\\.0\\.1:\\d{5}:8080"));
        assertThat(ports(after, "payments")).singleElement().asString().endsWith(":53/udp");
        assertThat(after.at("worker").map()).doesNotContainKey("ports");
    }

    @Test
    void writesTheDefaultsOfEcs() {
        Tree services = services(compose("config.yaml"));

        assertThat(services.at("worker").map())
                .containsEntry("stop_grace_period", "30s")
                .containsEntry("init", true)
                .doesNotContainKeys("healthcheck", "networks");
        assertThat(services.at("orders").map())
                .containsEntry("stop_grace_period", "45s")
                .containsEntry(
                        "healthcheck",
                        Map.of(
                                "test", List.of("CMD", "/probe"),
                                "interval", "30s",
                                "timeout", "5s",
                                "retries", 3,
                                "start_period", "0s"));
    }

    @Test
    void neverPullsImagesOfTheAccountsRegistry() {
        Tree services = services(compose("config.yaml"));

        assertThat(services.at("orders").map())
                .containsEntry("image", "shop/orders:1.0.0")
                .containsEntry("pull_policy", "never")
                .containsEntry("platform", "linux/amd64");
        assertThat(services.at("payments").map())
                .containsEntry("image", "nginx:1")
                .doesNotContainKey("pull_policy")
                .containsEntry("platform", "linux/arm64");
    }

    @Test
    void appliesAnEnvironmentAndSettings() {
        Run run = compose(
                "config.yaml", "-e", "local", "--set", "services.worker={cpu: 1024, memory: 2048}", "--set", "tag=2");
        Tree services = services(run);

        assertThat(run.out()).contains("\nname: shop-local\n", "shop/worker:2", "cpus: '1'", "replicas: 0");
        assertThat(services.at("worker").map()).containsEntry("stop_grace_period", "2s");
    }

    @Test
    void ignoresLimitsOfCloudFormation() throws IOException {
        StringBuilder many = new StringBuilder("name: shop\ntag: 1\ndefaults: {count: 1}\nservices:\n");
        for (int i = 0; i < 200; i++) {
            many.append("  s").append(i).append(": {user: a}\n");
        }
        Files.writeString(folder.resolve("config.yaml"), many);

        assertThat(Run.of(folder, "render", "config.yaml").err()).contains("[resource-limit]");
        Run run = compose("config.yaml");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(services(run).map()).hasSize(200);
    }

    @Test
    void rendersNoServicesForAPlatform() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), "name: shop\nservices: {}\n");

        assertThat(compose("config.yaml").out()).endsWith("\nname: shop\n\nservices: {}\n");
    }

    private Run compose(String... args) {
        return Run.of(
                folder, Stream.concat(Stream.of("compose"), Stream.of(args)).toArray(String[]::new));
    }

    private static List<String> ports(Tree services, String service) {
        return services.at(service, "ports").list().stream().map(Tree::text).toList();
    }

    private static Tree services(Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        return Tree.of(run.out()).at("services");
    }
}
