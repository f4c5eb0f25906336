package io.github.ecsdiscovery.generator.render;

import java.util.Map;

/**
 * Renders stacks and Compose files as YAML. The same data always gives the same text.
 *
 * <p>Each method parses the rendered text before it returns it.
 */
public final class Renderer {
    private final TemplateEngine engine;

    public Renderer() {
        this(TemplateEngine.shipped());
    }

    Renderer(TemplateEngine engine) {
        this.engine = engine;
    }

    /**
     * Renders a CloudFormation template with {@code template.yaml.ftl}, which reads the data as {@code stack}.
     *
     * @throws BrokenRendering if the result is not one valid YAML document
     */
    public String render(Record stack) {
        return printChecked("template.yaml.ftl", "stack", stack);
    }

    /**
     * Renders a Compose file with {@code compose.yaml.ftl}, which reads the data as {@code file}.
     *
     * @throws BrokenRendering if the result is not one valid YAML document
     */
    public String compose(Record file) {
        return printChecked("compose.yaml.ftl", "file", file);
    }

    /**
     * Renders the CloudFormation template of image repositories with {@code repositories.yaml.ftl}, which reads the data as
     * {@code stack}.
     *
     * @throws BrokenRendering if the result is not one valid YAML document
     */
    public String repositories(Record stack) {
        return printChecked("repositories.yaml.ftl", "stack", stack);
    }

    private String printChecked(String template, String name, Record data) {
        String text = engine.print(template, Map.of(name, data));
        YamlCheck.check(text);
        return text;
    }
}
