package io.github.ecsdiscovery.generator.cli.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests which variables disable colors. */
final class TerminalTest {
    @Test
    void nonemptyNoColorDisablesColors() {
        assertThat(Terminal.wantsPlainText(Map.of("NO_COLOR", "1", "TERM", "xterm")))
                .isTrue();
        assertThat(Terminal.wantsPlainText(Map.of("NO_COLOR", "0"))).isTrue();
    }

    @Test
    void emptyNoColorIsIgnored() {
        assertThat(Terminal.wantsPlainText(Map.of("NO_COLOR", "", "TERM", "xterm")))
                .isFalse();
        assertThat(Terminal.wantsPlainText(Map.of())).isFalse();
    }

    @Test
    void dumbTerminalDisablesColors() {
        assertThat(Terminal.wantsPlainText(Map.of("TERM", "dumb"))).isTrue();
    }
}
