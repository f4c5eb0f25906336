package io.github.ecsdiscovery.generator.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.render.CompactJson;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every template lets through what its config says and nothing else, and its tasks pull, log, resolve and start. */
final class ReachabilityTest {
    static List<Rendered> templates() throws IOException {
        return Rendered.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templateKeepsExactlyWhatItsConfigPromises(Rendered rendered) {
        assertThat(Findings.of(rendered.template())).isEqualTo(Promises.of(rendered.config()));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void compactTemplateKeepsTheSame(Rendered rendered) {
        assertThat(Findings.of(CompactJson.of(rendered.template()))).isEqualTo(Promises.of(rendered.config()));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyAliasLeadsToAnOpenPort(Rendered rendered) {
        Proof proof = Proof.of(rendered.template());
        for (ServiceProof service : proof.services()) {
            for (Alias alias : service.aliases()) {
                if (isTheUsers(rendered, service, alias)) {
                    continue;
                }
                assertThat(proof.connections(service.name(), alias.callee()))
                        .filteredOn(
                                one -> Integer.toString(one.traffic().from()).equals(alias.port()))
                        .isNotEmpty()
                        .allSatisfy(one -> assertThat(one.trail().answer()).isNotEqualTo(Answer.NO));
            }
        }
    }

    /** Whether the host stands in the config, as a variable that wins over the template's own. */
    private static boolean isTheUsers(Rendered rendered, ServiceProof service, Alias alias) {
        return Objects.requireNonNull(rendered.config().services().get(service.name()))
                .environment()
                .containsValue(alias.host());
    }
}
