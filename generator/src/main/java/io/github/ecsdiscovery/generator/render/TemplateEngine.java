package io.github.ecsdiscovery.generator.render;

import freemarker.cache.TemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.log.Logger;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;

/**
 * FreeMarker set up for YAML: {@code [=x]} prints x as a complete scalar, CloudFormation's <code>${x}</code> is plain
 * text, and whatever is missing is an error.
 */
final class TemplateEngine {
    private final Configuration configuration;

    TemplateEngine(TemplateLoader loader) {
        silence();
        var c = new Configuration(Configuration.VERSION_2_3_35);
        c.setTemplateLoader(loader);
        c.setLocalizedLookup(false);
        c.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        c.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        c.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        c.setRecognizeStandardFileExtensions(false);
        c.setOutputFormat(YamlOutputFormat.INSTANCE);
        c.setObjectWrapper(new StackObjectWrapper());
        c.setCustomNumberFormats(Map.of("yaml", new YamlNumberFormat.Factory()));
        c.setNumberFormat("@yaml");
        c.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        c.setLogTemplateExceptions(false);
        c.setWrapUncheckedExceptions(true);
        c.setFallbackOnNullLoopVariable(false);
        c.setLocale(Locale.ROOT);
        c.setDefaultEncoding("UTF-8");
        c.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration = c;
    }

    /** The engine over the templates that are shipped. */
    static TemplateEngine shipped() {
        return new TemplateEngine(new ShippedTemplates());
    }

    /** What the entry prints of its data. */
    String print(String entry, Map<String, ?> data) {
        var out = new StringWriter();
        try {
            configuration.getTemplate(entry).process(data, out);
        } catch (TemplateException | IOException e) {
            throw new BrokenRendering("template " + entry + ": " + e.getMessage(), e);
        }
        return out.toString();
    }

    /** Spares FreeMarker the search for a logging library: all that it has to say comes as an exception. */
    @SuppressWarnings("deprecation") // the other way is a system property, which would be seen by the whole process
    private static void silence() {
        try {
            Logger.selectLoggerLibrary(Logger.LIBRARY_NONE);
        } catch (ClassNotFoundException e) {
            throw new BrokenRendering("FreeMarker cannot be told not to log", e);
        }
    }
}
