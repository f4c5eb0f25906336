package io.github.ecsdiscovery.generator.render;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list of texts and values for {@code <#list xs as x>} that {@code [=xs]} prints as a flow sequence. */
final class YamlList extends YamlMarkup implements TemplateSequenceModel {
    private final List<?> items;
    private final ObjectWrapper wrapper;

    YamlList(List<?> items, ObjectWrapper wrapper) {
        super(null, items.stream().map(YamlList::item).collect(Collectors.joining(", ", "[", "]")));
        this.items = items;
        this.wrapper = wrapper;
    }

    /** Returns whether a list has only texts and values. */
    static boolean isPrintable(List<?> items) {
        return items.stream().allMatch(item -> item instanceof String || item instanceof Value);
    }

    private static String item(Object item) {
        return item instanceof Value value ? YamlValue.of(value) : YamlScalar.of(item.toString());
    }

    @Override
    public @Nullable TemplateModel get(int index) throws TemplateModelException {
        return index < items.size() ? wrapper.wrap(items.get(index)) : null;
    }

    @Override
    public int size() {
        return items.size();
    }
}
