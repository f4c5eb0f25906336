package io.github.ecsdiscovery.generator.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests JSON strings. */
final class JsonTextTest {
    @Test
    void escapesQuotesBackslashesAndLineBreaks() {
        assertThat(JsonText.quoted("a\"b\\c\nd/e")).isEqualTo("\"a\\\"b\\\\c\\nd/e\"");
    }

    @Test
    void escapesInvisibleCharacters() {
        assertThat(JsonText.quoted("\u0000\t\u007F\u2028\uFEFF\uD800"))
                .isEqualTo("\"\\u0000\\u0009\\u007f\\u2028\\ufeff\\ud800\"");
        assertThat(JsonText.quoted("\uDB40\uDC01")).isEqualTo("\"\\udb40\\udc01\"");
    }

    @Test
    void keepsVisibleCharacters() {
        assertThat(JsonText.quoted("名前 é 🍣")).isEqualTo("\"名前 é 🍣\"");
    }
}
