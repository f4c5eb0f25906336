package io.github.ecsdiscovery.generator.stack.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.render.Renderer;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares {@link Imports} with the imports of rendered templates. */
final class ImportsTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Pattern IMPORT = Pattern.compile("(?:!ImportValue |Fn::ImportValue: )\"?([A-Za-z0-9-]+)");

    /** Returns each valid config of the examples and tests that joins other stacks. */
    static Stream<Path> joining() throws IOException {
        Stream<Path> files = Stream.of(
                        RESOURCES.resolve("golden"), RESOURCES.resolve("stacks"), RESOURCES.resolve("proof"))
                .flatMap(ImportsTest::filesIn);
        return Stream.concat(files, filesIn(Path.of("..", "examples", "joining")))
                .filter(file -> file.toString().endsWith(".yaml"))
                .filter(file -> !file.getFileName().toString().startsWith("template"))
                .filter(file -> hasKey(file, "platform: ") || hasKey(file, "peers:"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("joining")
    void listsTheStacksThatTheTemplateImportsFrom(Path file) throws IOException {
        Config config = read(Files.readAllBytes(file));
        Set<String> stacks = Imports.stacks(config);

        Set<String> imported = new TreeSet<>();
        IMPORT.matcher(new Renderer().render(StackPlan.of(config)))
                .results()
                .map(match -> match.group(1))
                .map(export -> export.substring(0, export.lastIndexOf('-')))
                .forEach(imported::add);

        assertThat(stacks).isEqualTo(imported);
    }

    @Test
    void checksMoreThanThirtyConfigs() throws IOException {
        assertThat(joining()).hasSizeGreaterThan(30);
    }

    @Test
    void ignoresPeersWithoutCallsOrPorts() {
        Config config = read("""
                name: reviews
                platform: shop
                peers: {orders: {stack: orders, port: 1}, stock: {stack: stock, port: 1}, none: {stack: none}}
                services: {reviews: {calls: [orders, none]}}
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(Imports.stacks(config)).containsExactly("orders", "shop");
        assertThat(Imports.peers(config)).containsOnlyKeys("orders");
    }

    @Test
    void listsServiceConnectPeersWithoutImports() {
        String config = """
                name: reviews
                platform: shop
                network: {securityGroups: %s}
                peers:
                  orders: {stack: orders, port: 1, discovery: both}
                  stock: {stack: stock, port: 1}
                  unused: {stack: unused, port: 1, discovery: connect}
                services: {reviews: {calls: [orders, stock]}}
                """;

        assertThat(Imports.serviceConnectStacks(read(config.formatted("shared").getBytes(StandardCharsets.UTF_8))))
                .containsExactly("orders");
        assertThat(Imports.serviceConnectStacks(
                        read(config.formatted("perService").getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    private static Config read(byte[] bytes) {
        return ConfigReader.read("config.yaml", bytes, null, List.of()).config().orElseThrow();
    }

    private static boolean hasKey(Path file, String key) {
        try {
            String text = Files.readString(file);
            return text.startsWith("name: ") && text.contains("\n" + key);
        } catch (IOException e) {
            return false;
        }
    }

    private static Stream<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
