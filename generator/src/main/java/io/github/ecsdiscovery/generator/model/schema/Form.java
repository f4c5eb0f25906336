package io.github.ecsdiscovery.generator.model.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the static factories by which a type is written other than as a map of its components: the one parameter's type
 * (text, number, word, list or map) is what is written. A factory takes all that the annotation allows.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Form {
    /** The form of the text, or of the texts of the list or map. */
    Format format() default Format.TEXT;

    /** The form of a map's keys. */
    Format keys() default Format.TEXT;

    /** The smallest number. */
    int min() default 0;

    /** The largest number. */
    int max() default Integer.MAX_VALUE;

    /** The fewest entries of a list or map. */
    int least() default 0;
}
