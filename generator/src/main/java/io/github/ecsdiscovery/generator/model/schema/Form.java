package io.github.ecsdiscovery.generator.model.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static factory that creates a type from a form other than a map of its components. The type of its only parameter
 * is the YAML form: a text, number, enum value, list or map. The factory must accept every value that the annotation allows.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Form {
    /** The format of the text, or of the texts of the list or map. */
    Format format() default Format.TEXT;

    /** The format of the keys of a map. */
    Format keys() default Format.TEXT;

    /** The smallest allowed number. */
    int min() default 0;

    /** The largest allowed number. */
    int max() default Integer.MAX_VALUE;

    /** The smallest number of entries of a list or map. */
    int minEntries() default 0;
}
