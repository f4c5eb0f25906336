package io.github.ecsdiscovery.generator.render;

import freemarker.core.CommonTemplateMarkupOutputModel;
import org.jspecify.annotations.Nullable;

/** YAML text that FreeMarker prints without further escaping. */
class YamlMarkup extends CommonTemplateMarkupOutputModel<YamlMarkup> {

    /**
     * Creates markup. Exactly one parameter is null.
     *
     * @param text text to escape, or null
     * @param markup finished YAML, or null
     */
    YamlMarkup(@Nullable String text, @Nullable String markup) {
        super(text, markup);
    }

    @Override
    public YamlOutputFormat getOutputFormat() {
        return YamlOutputFormat.INSTANCE;
    }
}
