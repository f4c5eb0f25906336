/** Turns the stack into the text of a template with FreeMarker, and reads that text back before anyone else does. */
@NullMarked
package io.github.ecsdiscovery.generator.render;

import org.jspecify.annotations.NullMarked;
