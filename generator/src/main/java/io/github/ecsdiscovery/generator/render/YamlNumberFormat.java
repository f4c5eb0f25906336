package io.github.ecsdiscovery.generator.render;

import freemarker.core.TemplateNumberFormat;
import freemarker.core.TemplateNumberFormatFactory;
import freemarker.core.UnformattableValueException;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats numbers for YAML with decimal digits, without exponent and without trailing zeros. */
final class YamlNumberFormat extends TemplateNumberFormat {
    private static final YamlNumberFormat INSTANCE = new YamlNumberFormat();

    private YamlNumberFormat() {}

    @Override
    public String formatToPlainText(TemplateNumberModel model)
            throws TemplateModelException, UnformattableValueException {
        Number number = model.getAsNumber();
        try {
            BigDecimal decimal = new BigDecimal(number.toString());
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            throw new UnformattableValueException("not a decimal number: " + number, e);
        }
    }

    @Override
    public YamlMarkup format(TemplateNumberModel model) throws TemplateModelException, UnformattableValueException {
        return new YamlMarkup(null, formatToPlainText(model));
    }

    @Override
    public boolean isLocaleBound() {
        return false;
    }

    @Override
    public String getDescription() {
        return "YAML";
    }

    /** A factory of the format for FreeMarker's setting {@code number_format}. */
    static final class Factory extends TemplateNumberFormatFactory {
        @Override
        public YamlNumberFormat get(
                String parameters, @Nullable Locale locale, freemarker.core.@Nullable Environment environment) {
            return INSTANCE;
        }
    }
}
