package io.github.ecsdiscovery.generator.render;

import freemarker.cache.StringTemplateLoader;
import java.util.Map;

/** Renders templates that a test gives as text. */
final class Templates {
    private Templates() {}

    static String print(String template, Map<String, ?> data) {
        return engine(template).print("template.yaml.ftl", data);
    }

    static TemplateEngine engine(String template) {
        var loader = new StringTemplateLoader();
        loader.putTemplate("template.yaml.ftl", template);
        return new TemplateEngine(loader);
    }
}
