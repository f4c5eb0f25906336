/** Writes rendered text to files. */
@NullMarked
package io.github.ecsdiscovery.generator.output;

import org.jspecify.annotations.NullMarked;
