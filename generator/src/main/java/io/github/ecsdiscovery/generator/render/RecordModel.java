package io.github.ecsdiscovery.generator.render;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A record in a template: its public methods without parameters are properties.
 *
 * <p>FreeMarker's own bean wrapper does the same through {@code java.beans}, which costs more at start-up than all the
 * rest of rendering, and shows templates much that no template should use.
 */
final class RecordModel implements TemplateHashModel {
    /** The properties that were asked for: to find a method takes longer than to call it. */
    private static final ClassValue<Map<String, Method>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final Record row;
    private final ObjectWrapper wrapper;

    RecordModel(Record row, ObjectWrapper wrapper) {
        this.row = row;
        this.wrapper = wrapper;
    }

    @Override
    public @Nullable TemplateModel get(String name) throws TemplateModelException {
        try {
            return wrapper.wrap(property(name).invoke(row));
        } catch (NoSuchMethodException e) {
            throw new TemplateModelException(describe(name) + " does not exist", e);
        } catch (IllegalAccessException e) {
            throw new TemplateModelException(describe(name) + " cannot be read", e);
        } catch (InvocationTargetException e) {
            throw new TemplateModelException(describe(name) + " failed", e);
        }
    }

    private Method property(String name) throws NoSuchMethodException, TemplateModelException {
        Map<String, Method> known = KNOWN.get(row.getClass());
        Method method = known.get(name);
        if (method == null) {
            method = row.getClass().getDeclaredMethod(name);
            if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
                throw new TemplateModelException(describe(name) + " is not public");
            }
            method.setAccessible(true);
            known.put(name, method);
        }
        return method;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    private String describe(String name) {
        return row.getClass().getSimpleName() + "." + name + "()";
    }
}
