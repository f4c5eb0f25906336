package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with a unit, as other tools accept it: {@code 1GB}, {@code 0.5}, {@code 30s}.
 *
 * @param unit in lowercase; empty if there is none
 */
record Quantity(BigDecimal amount, String unit) {
    private static final Pattern FORM = Pattern.compile("([0-9]{0,7}\\.?[0-9]{1,7}) ?([A-Za-z]{0,7}|%)");

    static Optional<Quantity> of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Quantity(
                        new BigDecimal(matcher.group(1)), matcher.group(2).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Returns the amount in the unit of a key, if the key allows it. */
    Optional<String> in(KeySchema.Number schema) {
        Optional<BigDecimal> amount = unit.isEmpty()
                ? schema.unit().convertLarge(this.amount)
                : schema.unit().convert(this.amount, unit);
        return amount.flatMap(wanted -> nearest(schema, wanted)).filter(schema::allows);
    }

    /** Returns the nearest allowed number that differs by at most 5 percent. */
    private static Optional<String> nearest(KeySchema.Number schema, BigDecimal wanted) {
        if (schema.oneOf().isEmpty()) {
            boolean whole = wanted.stripTrailingZeros().scale() <= 0;
            return whole ? Optional.of(wanted.toBigInteger().toString()) : Optional.empty();
        }
        return schema.oneOf().stream()
                .map(BigDecimal::valueOf)
                .filter(allowed -> allowed.subtract(wanted)
                                .abs()
                                .compareTo(allowed.movePointLeft(2).multiply(BigDecimal.valueOf(5)))
                        <= 0)
                .min(Comparator.comparing(allowed -> allowed.subtract(wanted).abs()))
                .map(BigDecimal::toString);
    }
}
