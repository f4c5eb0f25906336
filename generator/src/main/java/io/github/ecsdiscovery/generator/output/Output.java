package io.github.ecsdiscovery.generator.output;

import java.io.IOException;

/** A destination that holds one text. */
public interface Output {

    /** Returns whether the destination holds exactly this text. Returns false if it holds nothing yet. */
    boolean holds(String text) throws IOException;

    /** Writes the text and returns true. Returns false and writes nothing if the destination already holds it. */
    boolean write(String text) throws IOException;
}
