package io.github.ecsdiscovery.generator.cli.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests quoting for POSIX shells. */
final class ShellTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "out/template.yaml | out/template.yaml",
                "my template.yaml | 'my template.yaml'",
                "it's | 'it'\\''s'",
                "$(rm -rf x) | '$(rm -rf x)'",
                "~/x | '~/x'",
                "見本.yaml | '見本.yaml'",
                "`` | ''",
            })
    void quotesWordsForAShell(String word, String quoted) {
        assertThat(Shell.quoted(word)).isEqualTo(quoted);
    }
}
