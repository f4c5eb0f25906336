package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the command {@code add}. */
final class AddCommandTest {
    private static final String CONFIG = """
            name: shop
            tag: "1.0"
            defaults: {user: "1", healthCheck: {command: [/probe]}}
            services:
              orders: {port: 8080}
            """;

    @TempDir
    private Path folder;

    @Test
    void addsAServiceToTheFile() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), CONFIG);

        Run run = Run.of(folder, "add", "config.yaml", "payments", "--port", "50051/grpc", "--calls", "orders");

        assertThat(run).isEqualTo(new Run(0, "", """
                        Added `payments` to `config.yaml`. Render it with:
                          ecs-discovery config.yaml -o template.yaml
                        """));
        assertThat(folder.resolve("config.yaml"))
                .hasContent(CONFIG + "  payments:\n    port: 50051/grpc\n    calls: [orders]\n");
        assertThat(Run.of(folder, "config.yaml").out()).contains("\n  PaymentsToOrdersIngress:\n");
    }

    @Test
    void printsTheChangedConfigFromStandardInput() {
        Run run = Run.reading(folder, CONFIG, "add", "-", "payments", "--calls", "orders,orders", "-q");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("[same-variable]");
        assertThat(Run.reading(folder, CONFIG, "add", "-", "worker"))
                .isEqualTo(new Run(0, CONFIG + "  worker: {}\n", ""));
    }

    @Test
    void quotesTheFileForTheShell() throws IOException {
        Files.writeString(folder.resolve("our shop.yaml"), CONFIG);

        assertThat(Run.of(folder, "add", "our shop.yaml", "worker").err()).isEqualTo("""
                        Added `worker` to `our shop.yaml`. Render it with:
                          ecs-discovery 'our shop.yaml' -o template.yaml
                        """);
    }

    @Test
    void rejectsAServiceThatExists() throws IOException {
        assertRejected("orders", """
                config.yaml:5:3: error: the config already has a service `orders` [duplicate-key]
                 5 |   orders: {port: 8080}
                   |   ^^^^^^
                hint: choose another name or edit the existing service

                1 error. Nothing was written.
                """);
    }

    @Test
    void reportsAnInvalidNameAtItsLineInTheChangedConfig() throws IOException {
        assertRejected("Payments", """
                config.yaml:6:3: error: the name `Payments` in `services` is not allowed; expected up to 50 lowercase letters, digits and `-`, starting with a letter and not ending with `-` [malformed]
                 6 |   Payments: {}
                   |   ^^^^^^^^
                hint: write `payments`

                1 error. Nothing was written.
                """);
    }

    @Test
    void reportsAnUnknownCalleeAtItsLineInTheChangedConfig() throws IOException {
        assertRejected("payments --port 8080 --calls oders", """
                config.yaml:8:13: error: `payments` calls `oders`, but there is no such service [unknown-callee]
                 8 |     calls: [oders]
                   |             ^^^^^
                hint: did you mean `orders`?

                1 error. Nothing was written.
                """);
    }

    @Test
    void doesNotParseArgumentsAsYaml() throws IOException {
        assertRejected("x:{}\nname --port 1,cpu:2 --calls a],b:[", """
                config.yaml:6:3: error: the name `x:{}⏎name` in `services` is not allowed; expected up to 50 lowercase letters, digits and `-`, starting with a letter and not ending with `-` [malformed]
                 6 |   "x:{}\\nname":
                   |   ^^^^^^^^^^^^

                1 error. Nothing was written.
                """);
    }

    @Test
    void treatsWarningsAsErrorsWithStrict() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), CONFIG.replace("\"1.0\"", "latest"));

        assertThat(Run.of(folder, "add", "config.yaml", "worker", "--strict").code())
                .isEqualTo(1);
        assertThat(folder.resolve("config.yaml")).content().doesNotContain("worker");
        assertThat(Run.of(folder, "add", "config.yaml", "worker").code()).isZero();
        assertThat(folder.resolve("config.yaml")).content().contains("worker");
    }

    @Test
    void printsTheTextToPasteIfServicesAreInBraces() throws IOException {
        String config = "name: shop\ntag: '1'\nservices: { a: {port: 80, user: b, healthCheck: {command: [c]}} }\n";
        Files.writeString(folder.resolve("config.yaml"), config);

        Run run = Run.of(folder, "add", "config.yaml", "worker", "--calls", "a");

        assertThat(run)
                .isEqualTo(new Run(
                        3,
                        "worker: {calls: [a]}\n",
                        "`worker` cannot be added to `config.yaml` without changing other lines. Paste this under"
                                + " `services`:\n"));
        assertThat(folder.resolve("config.yaml")).hasContent(config);
    }

    @Test
    void reportsErrorsOfTheConfigFirst() {
        assertThat(Run.reading(folder, "name: [", "add", "-", "worker").err()).contains("[yaml-syntax]");
        assertThat(Run.reading(folder, "name: [", "add", "-", "worker").code()).isEqualTo(1);
        assertThat(Run.reading(folder, CONFIG + "x: 1\n", "add", "-", "worker").err())
                .contains("[unknown-key]");
    }

    @Test
    void requiresAConfigAndAName() {
        assertThat(Run.of(folder, "add").code()).isEqualTo(2);
        assertThat(Run.of(folder, "add", "config.yaml").code()).isEqualTo(2);
        assertThat(Run.of(folder, "add", "config.yaml", "a", "b").code()).isEqualTo(2);
        assertThat(Run.of(folder, "add", "config.yaml", "a").code()).isEqualTo(3);
    }

    private void assertRejected(String args, String expectedError) throws IOException {
        Files.writeString(folder.resolve("config.yaml"), CONFIG);
        String[] words = ("add config.yaml " + args).split(" ");

        Run run = Run.of(folder, words);

        assertThat(run.err()).isEqualTo(expectedError);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("config.yaml")).hasContent(CONFIG);
    }
}
