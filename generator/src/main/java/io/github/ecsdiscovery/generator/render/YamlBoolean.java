package io.github.ecsdiscovery.generator.render;

import freemarker.template.TemplateBooleanModel;

/** A boolean for {@code <#if x>} that {@code [=x]} prints without quotes. */
final class YamlBoolean extends YamlMarkup implements TemplateBooleanModel {
    private final boolean value;

    YamlBoolean(boolean value) {
        super(null, Boolean.toString(value));
        this.value = value;
    }

    @Override
    public boolean getAsBoolean() {
        return value;
    }
}
