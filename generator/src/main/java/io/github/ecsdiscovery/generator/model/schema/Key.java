package io.github.ecsdiscovery.generator.model.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a record component as a config key. The binder, the JSON Schema and the reference are generated from it.
 *
 * <p>Number bounds and the format apply to the value or, for lists and maps, to each of their values.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /** The description for the reference and for the hover text of editors: a phrase or sentence without a full stop. */
    String value();

    /** A line of YAML that sets the key, as users type it; the reference prints it. */
    String example();

    /** The name of the key, if it differs from the component's name. */
    String name() default "";

    /** The format of a text, or of the texts of a list or map. */
    Format format() default Format.TEXT;

    /** The format of the keys of a map. */
    Format keys() default Format.TEXT;

    /** The smallest allowed number. */
    int min() default 0;

    /** The largest allowed number. */
    int max() default Integer.MAX_VALUE;

    /** The only allowed numbers, if not empty. */
    int[] oneOf() default {};

    /** The unit of the number. */
    Unit unit() default Unit.NONE;

    /** Whether a map that sets any key of the record must set this one. */
    boolean required() default false;

    /** The smallest number of entries of a list or map. */
    int minEntries() default 0;

    /** The largest number of entries of a list or map. */
    int maxEntries() default Integer.MAX_VALUE;

    /** The default in words, for keys that no preset sets. */
    String byDefault() default "";
}
