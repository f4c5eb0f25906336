package io.github.ecsdiscovery.generator.rule.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TemplateSizeTest {
    @Test
    void acceptsTemplateThatFitsIntoRequest() {
        assertThat(TemplateSize.check(51_200, false, false)).isEmpty();
    }

    @Test
    void notesTemplateThatMustBeUploadedToBucket() {
        List<Finding> findings = TemplateSize.check(51_201, false, false);

        assertThat(findings).extracting(finding -> finding.id().id()).containsExactly("template-size");
        assertThat(findings.get(0).message()).contains("51,201 bytes");
        assertThat(findings.get(0).hint()).contains("--s3-bucket", "--compact");
    }

    @Test
    void doesNotSuggestCompactForCompactTemplate() {
        assertThat(TemplateSize.check(51_201, true, false).get(0).hint())
                .contains("--s3-bucket")
                .doesNotContain("--compact");
    }

    @Test
    void suggestsToLeaveOutContextMetadata() {
        assertThat(TemplateSize.check(51_201, false, true).get(0).hint())
                .endsWith("; `--compact` or `contextMetadata: false` may bring it below the limit");
        assertThat(TemplateSize.check(1_000_001, true, true).get(0).hint())
                .isEqualTo("`contextMetadata: false` may bring it below the limit");
    }

    @Test
    void rejectsTemplateAboveLimit() {
        assertThat(TemplateSize.check(1_000_000, false, false))
                .extracting(finding -> finding.id().id())
                .containsExactly("template-size");
        assertThat(TemplateSize.check(1_000_001, false, false))
                .extracting(finding -> finding.id().id())
                .containsExactly("template-limit");
    }
}
