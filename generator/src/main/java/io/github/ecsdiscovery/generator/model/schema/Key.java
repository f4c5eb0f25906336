package io.github.ecsdiscovery.generator.model.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a record component means as a key of the config. Binder, schema and reference are made from it.
 *
 * <p>Bounds apply to the value itself or, for lists and maps, to each of their values.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /** What it is, for the reference and for editors: a sentence without a full stop. */
    String value();

    /** The key as it is written, where that is no Java name. */
    String name() default "";

    /** The form of a text, or of the texts of a list or map. */
    Format format() default Format.TEXT;

    /** The form of a map's keys. */
    Format keys() default Format.TEXT;

    /** The smallest number. */
    int min() default 0;

    /** The largest number. */
    int max() default Integer.MAX_VALUE;

    /** The only numbers, if not empty. */
    int[] oneOf() default {};

    /** What the number counts. */
    Unit unit() default Unit.NONE;

    /** Whether a map that has the key's record at all must have the key. */
    boolean required() default false;

    /** The fewest entries of a list or map. */
    int least() default 0;

    /** The most entries of a list or map. */
    int most() default Integer.MAX_VALUE;

    /** The default in words, where no preset has it. */
    String byDefault() default "";
}
