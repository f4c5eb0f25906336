package io.github.ecsdiscovery.generator.output;

import java.io.IOException;

/** A place that holds one text. */
public interface Output {

    /** Whether it holds exactly this text; false if there is nothing yet. */
    boolean holds(String text) throws IOException;

    /** Makes it hold this text, and says whether that changed anything. */
    boolean write(String text) throws IOException;
}
