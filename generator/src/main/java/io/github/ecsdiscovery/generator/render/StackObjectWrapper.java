package io.github.ecsdiscovery.generator.render;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exposes texts, numbers, booleans, enums, lists, maps, records and {@link Value}s to templates, and rejects other types.
 *
 * <p>{@code [=x]} prints a {@link Value}, a boolean, or a list of values or texts as YAML. The public methods of a record
 * without parameters are its properties.
 */
final class StackObjectWrapper extends DefaultObjectWrapper {
    private static final YamlBoolean YES = new YamlBoolean(true);
    private static final YamlBoolean NO = new YamlBoolean(false);

    StackObjectWrapper() {
        super(Configuration.VERSION_2_3_35);
    }

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object object) throws TemplateModelException {
        if (object instanceof Boolean flag) {
            return flag ? YES : NO;
        }
        if (object instanceof List<?> list && YamlList.isPrintable(list)) {
            return new YamlList(list, this);
        }
        return super.wrap(object);
    }

    @Override
    protected TemplateModel handleUnknownType(Object object) throws TemplateModelException {
        if (object instanceof Value value) {
            return new YamlMarkup(null, YamlValue.of(value));
        }
        if (object instanceof Record data) {
            return new RecordModel(data, this);
        }
        if (object instanceof Enum<?> constant) {
            return new SimpleScalar(constant.toString());
        }
        throw new TemplateModelException("unsupported type " + object.getClass().getName()
                + "; expected a text, number, boolean, enum, list, map, record or value");
    }
}
