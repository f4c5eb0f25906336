package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people write it elsewhere: {@code 1GB}, {@code 0.5}, {@code 30s}.
 *
 * @param unit in lower case, empty where none is written
 */
record Quantity(BigDecimal amount, String unit) {
    private static final Pattern FORM = Pattern.compile("([0-9]{0,7}\\.?[0-9]{1,7}) ?([A-Za-z]{0,7}|%)");

    static Optional<Quantity> of(String text) {
        Matcher found = FORM.matcher(text.strip());
        return found.matches()
                ? Optional.of(new Quantity(
                        new BigDecimal(found.group(1)), found.group(2).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** What to write instead where a key takes such numbers, if it takes this much. */
    Optional<String> in(KeySchema.Number shape) {
        Optional<BigDecimal> amount = unit.isEmpty()
                ? shape.unit().ofLarge(this.amount)
                : shape.unit().of(this.amount, unit);
        return amount.flatMap(meant -> nearest(shape, meant)).filter(shape::allows);
    }

    /** Of few numbers that are allowed the nearest one that differs by no more than a twentieth. */
    private static Optional<String> nearest(KeySchema.Number shape, BigDecimal meant) {
        if (shape.oneOf().isEmpty()) {
            boolean whole = meant.stripTrailingZeros().scale() <= 0;
            return whole ? Optional.of(meant.toBigInteger().toString()) : Optional.empty();
        }
        return shape.oneOf().stream()
                .map(BigDecimal::valueOf)
                .filter(one ->
                        one.subtract(meant).abs().compareTo(one.movePointLeft(2).multiply(BigDecimal.valueOf(5))) <= 0)
                .min(Comparator.comparing(one -> one.subtract(meant).abs()))
                .map(BigDecimal::toString);
    }
}
