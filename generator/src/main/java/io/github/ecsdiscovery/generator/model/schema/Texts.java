package io.github.ecsdiscovery.generator.model.schema;

import java.util.List;

/**
 * A text or a list of texts.
 *
 * @param isSingle whether the value was written as one text instead of a list
 */
public record Texts(boolean isSingle, List<String> all) {
    public Texts {
        all = List.copyOf(all);
    }

    @Form
    public static Texts of(String text) {
        return new Texts(true, List.of(text));
    }

    @Form(minEntries = 1)
    public static Texts of(List<String> texts) {
        return new Texts(false, texts);
    }
}
