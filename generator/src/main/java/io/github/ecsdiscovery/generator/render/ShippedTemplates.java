package io.github.ecsdiscovery.generator.render;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Reads templates from the class path. Unlike FreeMarker's own loader, it does not check for newer versions. */
final class ShippedTemplates implements TemplateLoader {
    private static final String FOLDER = "/io/github/ecsdiscovery/templates/";

    @Override
    public @Nullable Object findTemplateSource(String name) {
        return ShippedTemplates.class.getResource(FOLDER + name);
    }

    @Override
    public long getLastModified(Object source) {
        return -1;
    }

    @Override
    public Reader getReader(Object source, String encoding) throws IOException {
        return new InputStreamReader(((URL) source).openStream(), Charset.forName(encoding));
    }

    @Override
    public void closeTemplateSource(Object source) {}
}
