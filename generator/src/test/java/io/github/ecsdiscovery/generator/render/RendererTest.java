package io.github.ecsdiscovery.generator.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RendererTest {
    record Row(String name) {}

    @Test
    void rendersTheStack() {
        var renderer = new Renderer(Templates.engine("<#-- A row. -->\nName: [=stack.name]\n"));
        assertThat(renderer.render(new Row("a: b"))).isEqualTo("Name: 'a: b'\n");
    }

    @Test
    void checksTheRenderedText() {
        var renderer = new Renderer(Templates.engine("Name: [=stack.name]\nName: [=stack.name]\n"));
        assertThatThrownBy(() -> renderer.render(new Row("x")))
                .isInstanceOf(BrokenRendering.class)
                .hasMessageStartingWith("line 2 of the rendered text, `Name: x`: duplicate key `Name`");
    }

    @Test
    void reportsTheLineOfAnErrorInATemplate() {
        var renderer = new Renderer(Templates.engine("A: b\nName: [=stack.nme]\n"));
        assertThatThrownBy(() -> renderer.render(new Row("x")))
                .isInstanceOf(BrokenRendering.class)
                .hasMessageContaining("template.yaml.ftl")
                .hasMessageContaining("line 2");
    }

    @Test
    void readsASurrogatePairAtAnyPosition() {
        var renderer = new Renderer(Templates.engine("Name: [=stack.name]\n"));
        for (int length = 1_000; length < 1_050; length++) {
            String name = "x".repeat(length) + "\ud83d\ude00".repeat(2);
            assertThat(renderer.render(new Row(name))).isEqualTo("Name: '" + name + "'\n");
        }
    }

    @Test
    void keepsCloudFormationSyntaxUnchanged() {
        var renderer = new Renderer(Templates.engine("A: !Sub '${AWS::StackName}'\nB: !Ref '#{x}'\n"));
        assertThat(renderer.render(new Row("x"))).isEqualTo("A: !Sub '${AWS::StackName}'\nB: !Ref '#{x}'\n");
    }
}
