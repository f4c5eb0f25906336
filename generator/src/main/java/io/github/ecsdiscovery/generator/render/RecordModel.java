package io.github.ecsdiscovery.generator.render;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A record in a template: its public methods without parameters are properties.
 *
 * <p>FreeMarker's own bean wrapper does the same through {@code java.beans}, which costs more at start-up than all the
 * rest of rendering, and shows templates much that no template should use.
 */
final class RecordModel implements TemplateHashModel {
    private final Record row;
    private final ObjectWrapper wrapper;

    RecordModel(Record row, ObjectWrapper wrapper) {
        this.row = row;
        this.wrapper = wrapper;
    }

    @Override
    public @Nullable TemplateModel get(String name) throws TemplateModelException {
        try {
            Method method = row.getClass().getDeclaredMethod(name);
            if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
                throw new TemplateModelException(describe(name) + " is not public");
            }
            method.setAccessible(true);
            return wrapper.wrap(method.invoke(row));
        } catch (NoSuchMethodException e) {
            throw new TemplateModelException(describe(name) + " does not exist", e);
        } catch (IllegalAccessException e) {
            throw new TemplateModelException(describe(name) + " cannot be read", e);
        } catch (InvocationTargetException e) {
            throw new TemplateModelException(describe(name) + " failed", e);
        }
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    private String describe(String name) {
        return row.getClass().getSimpleName() + "." + name + "()";
    }
}
