package io.github.ecsdiscovery.generator.render;

import freemarker.core.CommonMarkupOutputFormat;
import java.io.IOException;
import java.io.Writer;

/** The output format for YAML: each {@code [=x]} prints a complete scalar with its quotes. */
final class YamlOutputFormat extends CommonMarkupOutputFormat<YamlMarkup> {
    static final YamlOutputFormat INSTANCE = new YamlOutputFormat();

    private YamlOutputFormat() {}

    @Override
    public String getName() {
        return "YAML";
    }

    @Override
    public String getMimeType() {
        return "application/yaml";
    }

    @Override
    public void output(String text, Writer out) throws IOException {
        out.write(YamlScalar.of(text));
    }

    @Override
    public String escapePlainText(String text) {
        return YamlScalar.of(text);
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtInName) {
        return false;
    }

    @Override
    protected YamlMarkup newTemplateMarkupOutputModel(String text, String markup) {
        return new YamlMarkup(text, markup);
    }
}
