package io.github.ecsdiscovery.generator.model.schema;

import java.util.List;

/**
 * One text or several.
 *
 * @param one whether it was written as one text, without a list
 */
public record Texts(boolean one, List<String> all) {
    public Texts {
        all = List.copyOf(all);
    }

    @Form
    public static Texts of(String text) {
        return new Texts(true, List.of(text));
    }

    @Form(least = 1)
    public static Texts of(List<String> texts) {
        return new Texts(false, texts);
    }
}
