package io.github.ecsdiscovery.generator.cli.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.ecsdiscovery.generator.config.Samples;
import io.github.ecsdiscovery.generator.config.Samples.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that the command line handles any config. With {@code JAZZER_FUZZ} set, searches for inputs that break it. Without it,
 * replays the inputs below {@code ConfigFuzzTestInputs} and every config of the project.
 */
final class ConfigFuzzTest {
    private static final List<Sample> SMALL = Samples.small();
    private static final List<String> WORDS = FuzzWords.all();
    private static final List<String> PATHS = FuzzWords.paths();

    static Stream<byte[]> samples() {
        return Samples.all().stream().map(Sample::bytes);
    }

    @MethodSource("samples")
    @FuzzTest(maxDuration = "1h")
    void anyBytes(byte[] config) {
        new FuzzedRun(config, List.of()).check();
    }

    @FuzzTest(maxDuration = "1h")
    void anyTree(byte[] decisions) {
        Choices choices = new Choices(decisions);
        FuzzedTree tree = new FuzzedTree(choices.of(SMALL).text(), WORDS, choices);
        List<String> options = options(choices, tree);
        new FuzzedRun(tree.changed().getBytes(StandardCharsets.UTF_8), options).check();
    }

    private static List<String> options(Choices choices, FuzzedTree tree) {
        List<String> options = new ArrayList<>();
        int flags = choices.below(16);
        if ((flags & 1) != 0) {
            options.add("--compact");
        }
        if ((flags & 2) != 0) {
            tree.addEnvironment("e");
            options.add("--environment=e");
        }
        for (int settings = flags / 4; settings > 0; settings--) {
            String value = choices.below(2) == 0 ? choices.of(WORDS) : choices.text(20);
            options.add("--set=" + choices.of(PATHS) + "=" + value);
        }
        return options;
    }
}
