package io.github.ecsdiscovery.generator.render;

import java.util.Map;

/** Renders a stack: the same stack gives the same text, and no text leaves that was not read back. */
public final class Renderer {
    private final TemplateEngine engine;

    public Renderer() {
        this(TemplateEngine.shipped());
    }

    Renderer(TemplateEngine engine) {
        this.engine = engine;
    }

    /**
     * The CloudFormation template of a stack, which the entry {@code template.yaml.ftl} sees as {@code stack}.
     *
     * @throws BrokenRendering if the templates print anything but one sound YAML document
     */
    public String render(Record stack) {
        String text = engine.print("template.yaml.ftl", Map.of("stack", stack));
        YamlCheck.check(text);
        return text;
    }
}
