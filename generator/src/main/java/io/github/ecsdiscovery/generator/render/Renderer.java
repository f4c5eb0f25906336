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
        return checked("template.yaml.ftl", "stack", stack);
    }

    /**
     * A Compose file, which the entry {@code compose.yaml.ftl} sees as {@code file}.
     *
     * @throws BrokenRendering if the templates print anything but one sound YAML document
     */
    public String compose(Record file) {
        return checked("compose.yaml.ftl", "file", file);
    }

    /**
     * The CloudFormation template of repositories, which the entry {@code repositories.yaml.ftl} sees as {@code stack}.
     *
     * @throws BrokenRendering if the templates print anything but one sound YAML document
     */
    public String repositories(Record stack) {
        return checked("repositories.yaml.ftl", "stack", stack);
    }

    private String checked(String entry, String name, Record data) {
        String text = engine.print(entry, Map.of(name, data));
        YamlCheck.check(text);
        return text;
    }
}
