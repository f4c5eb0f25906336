package io.github.ecsdiscovery.generator.config.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DigitRangeTest {
    @ParameterizedTest
    @CsvSource({"0, 9", "1, 6", "0, 5000", "21, 200", "512, 122880", "5, 5", "10, 10", "99, 101", "1, 4000", "2, 120"})
    void takesTheNumbersOfTheRangeAndNoOther(int min, int max) {
        String pattern = DigitRange.pattern(min, max);
        for (int number = 0; number <= max + 1000; number++) {
            assertThat(Integer.toString(number).matches(pattern))
                    .as("%d in %s", number, pattern)
                    .isEqualTo(number >= min && number <= max);
        }
        assertThat("0" + max).doesNotMatch(pattern);
    }
}
