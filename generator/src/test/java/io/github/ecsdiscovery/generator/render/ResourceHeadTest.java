package io.github.ecsdiscovery.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.TemplateLoader;
import io.github.ecsdiscovery.generator.stack.id.Mutability;
import io.github.ecsdiscovery.generator.stack.metadata.ContextMetadata;
import io.github.ecsdiscovery.generator.stack.metadata.ResourceMetadata;
import io.github.ecsdiscovery.generator.stack.metadata.StackMetadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceHeadTest {
    record Row(StackMetadata metadata) {}

    @Test
    void isIdAndTypeWithoutMetadata() {
        assertThat(head(Map.of())).isEqualTo("  Vpc:\n    Type: AWS::EC2::VPC\n");
    }

    @Test
    void hasMetadataOfTheResourceOnly() {
        var context = new ContextMetadata(
                "'a': b", List.of("c # d"), Map.of("CidrBlock", Mutability.MUST_NEVER_CHANGE), List.of("e: f"));
        String head = head(Map.of(
                "Vpc", new ResourceMetadata(context, List.of()),
                "Cluster", new ResourceMetadata(new ContextMetadata("g", List.of(), Map.of(), List.of()), List.of())));
        assertThat(head).isEqualTo("""
                          Vpc:
                            Type: AWS::EC2::VPC
                            Metadata:
                              com.aws.cloudformation.Context:
                                why: '''a'': b'
                                must: ['c # d']
                                mutability:
                                  CidrBlock: must-never-change
                                deps: ['e: f']
                        """);
    }

    private static String head(Map<String, ResourceMetadata> metadata) {
        var entry = new StringTemplateLoader();
        entry.putTemplate(
                "template.yaml.ftl",
                "<#import \"lib/head.ftl\" as head>\n<@head.resource id=\"Vpc\" type=\"AWS::EC2::VPC\"/>\n");
        var loader = new MultiTemplateLoader(new TemplateLoader[] {entry, new ShippedTemplates()});
        return new TemplateEngine(loader)
                .print("template.yaml.ftl", Map.of("stack", new Row(new StackMetadata(null, List.of(), metadata))));
    }
}
