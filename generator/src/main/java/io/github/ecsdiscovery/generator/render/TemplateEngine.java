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
 * FreeMarker with a configuration for YAML: {@code [=x]} prints x as a complete scalar, CloudFormation's <code>${x}</code> is
 * plain text, and a missing value is an error.
 */
final class TemplateEngine {
    private final Configuration configuration;

    TemplateEngine(TemplateLoader loader) {
        disableLogging();
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

    /** Returns an engine for the templates in the jar. */
    static TemplateEngine shipped() {
        return new TemplateEngine(new ShippedTemplates());
    }

    /** Returns the output of a template. */
    String print(String template, Map<String, ?> data) {
        var out = new StringWriter();
        try {
            configuration.getTemplate(template).process(data, out);
        } catch (TemplateException | IOException e) {
            throw new BrokenRendering("template " + template + ": " + e.getMessage(), e);
        }
        return out.toString();
    }

    /** Disables logging in FreeMarker, so that it does not search for a logging library. It reports errors as exceptions. */
    @SuppressWarnings("deprecation") // the alternative is a system property, which affects the whole process
    private static void disableLogging() {
        try {
            Logger.selectLoggerLibrary(Logger.LIBRARY_NONE);
        } catch (ClassNotFoundException e) {
            throw new BrokenRendering("cannot disable logging in FreeMarker", e);
        }
    }
}
