package io.github.ecsdiscovery.generator.render;

import freemarker.cache.StringTemplateLoader;
import java.util.Map;

/** Prints templates that a test writes out. */
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
