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
 * Shows templates text, numbers, booleans, enums, lists, maps, records and {@link Value}s, and refuses everything else.
 *
 * <p>A {@link Value}, a boolean or a list of values or texts prints itself as YAML by a bare {@code [=x]}. A record shows its public methods without
 * parameters as properties.
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
        if (object instanceof List<?> list && YamlList.prints(list)) {
            return new YamlList(list, this);
        }
        return super.wrap(object);
    }

    @Override
    protected TemplateModel handleUnknownType(Object object) throws TemplateModelException {
        if (object instanceof Value value) {
            return new YamlMarkup(null, YamlValue.of(value));
        }
        if (object instanceof Record row) {
            return new RecordModel(row, this);
        }
        if (object instanceof Enum<?> constant) {
            return new SimpleScalar(constant.toString());
        }
        throw new TemplateModelException(
                "A template is given a " + object.getClass().getName()
                        + ", which is no text, number, boolean, enum, list, map, record or value");
    }
}
