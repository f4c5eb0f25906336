package io.github.ecsdiscovery.generator.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.diagnostic.Place;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file: reading tells what is wrong with it or gives a config, and never fails. */
final class ConfigFuzzTest {
    private static final int CASES = 2_500;
    private static final List<String> PIECES = List.of(
            "\n",
            " ",
            "\t",
            "\r",
            ":",
            ": ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "#",
            "&a ",
            "*a",
            "!b ",
            "|",
            ">",
            "'",
            "\"",
            "%",
            "@",
            "`",
            "?",
            "? ",
            "---\n",
            "...\n",
            "<<: ",
            "null",
            "~",
            "true",
            "yes",
            "0",
            "-1",
            "1e3",
            "${AWS::Region}",
            "\\x00",
            "\\ud800",
            "\uFEFF",
            "é",
            "日本",
            "🍣",
            "\u0085",
            "\u2028",
            "\0");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void changedBytesAreReadOrTold(long seed) {
        Random random = new Random(seed);
        List<byte[]> samples = Samples.all().stream().map(Samples.Sample::bytes).toList();

        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int i = 0; i < CASES; i++) {
                byte[] bytes = changed(samples.get(random.nextInt(samples.size())), random);
                hold(bytes, random.nextBoolean() ? null : "production");
            }
        });
    }

    private static void hold(byte[] bytes, @Nullable String environment) {
        Reading reading;
        try {
            reading = Read.of(bytes, environment, "tag=1", "defaults.cpu=512").reading();
        } catch (UnknownEnvironment e) {
            return;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(new String(bytes, StandardCharsets.UTF_8), e);
        }
        assertThat(reading.config().isPresent() || !reading.problems().isEmpty())
                .isTrue();
        for (Problem problem : reading.problems()) {
            assertThat(problem.message())
                    .doesNotContain("Exception", "snakeyaml", "\n")
                    .isNotBlank();
            reading.source()
                    .ifPresent(source -> assertThat(stands(problem.place(), source.lines()))
                            .as("%s in:%n%s", problem, new String(bytes, StandardCharsets.UTF_8))
                            .isTrue());
        }
    }

    /** Whether a place of the config is on one of its lines or right behind. */
    private static boolean stands(Place place, List<String> lines) {
        if (!place.source().equals("config.yaml")) {
            return place.line() <= 2;
        }
        String line = place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
        return place.line() <= lines.size() + 1
                && place.column() + place.length() <= line.codePointCount(0, line.length()) + 2;
    }

    private static byte[] changed(byte[] sample, Random random) {
        byte[] bytes = sample;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(bytes.length + 1);
            int length = Math.min(random.nextInt(random.nextInt(10) == 0 ? 200 : 4), bytes.length - at);
            byte[] put = switch (random.nextInt(4)) {
                case 0 -> new byte[] {(byte) random.nextInt(256)};
                case 1 -> new byte[0];
                case 2 -> {
                    int from = random.nextInt(bytes.length + 1);
                    yield Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(60)));
                }
                default -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
            };
            bytes = spliced(bytes, at, length, put);
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int at, int length, byte[] put) {
        byte[] changed = new byte[bytes.length - length + put.length];
        System.arraycopy(bytes, 0, changed, 0, at);
        System.arraycopy(put, 0, changed, at, put.length);
        System.arraycopy(bytes, at + length, changed, at + put.length, bytes.length - at - length);
        return changed;
    }
}
