package io.github.ecsdiscovery.generator.render;

import freemarker.core.CommonTemplateMarkupOutputModel;
import org.jspecify.annotations.Nullable;

/** YAML that is printed as it is. */
class YamlMarkup extends CommonTemplateMarkupOutputModel<YamlMarkup> {

    /** One of the two is null: the text that is still to be escaped, or the finished YAML. */
    YamlMarkup(@Nullable String text, @Nullable String markup) {
        super(text, markup);
    }

    @Override
    public YamlOutputFormat getOutputFormat() {
        return YamlOutputFormat.INSTANCE;
    }
}
