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
 * A record as seen by a template: its public methods without parameters are properties.
 *
 * <p>FreeMarker's bean wrapper does the same with {@code java.beans}. That takes more time at start-up than all other
 * rendering, and it exposes methods that no template should use.
 */
final class RecordModel implements TemplateHashModel {
    /** A cache of methods by property, because finding a method takes longer than calling it. */
    private static final ClassValue<Map<String, Method>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final Record record;
    private final ObjectWrapper wrapper;

    RecordModel(Record record, ObjectWrapper wrapper) {
        this.record = record;
        this.wrapper = wrapper;
    }

    @Override
    public @Nullable TemplateModel get(String name) throws TemplateModelException {
        try {
            return wrapper.wrap(property(name).invoke(record));
        } catch (NoSuchMethodException e) {
            throw new TemplateModelException(describe(name) + " does not exist", e);
        } catch (IllegalAccessException e) {
            throw new TemplateModelException(describe(name) + " cannot be read", e);
        } catch (InvocationTargetException e) {
            throw new TemplateModelException(describe(name) + " failed", e);
        }
    }

    private Method property(String name) throws NoSuchMethodException, TemplateModelException {
        Map<String, Method> methods = METHODS.get(record.getClass());
        Method method = methods.get(name);
        if (method == null) {
            method = record.getClass().getDeclaredMethod(name);
            if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
                throw new TemplateModelException(describe(name) + " is not public");
            }
            method.setAccessible(true);
            methods.put(name, method);
        }
        return method;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    private String describe(String name) {
        return record.getClass().getSimpleName() + "." + name + "()";
    }
}
