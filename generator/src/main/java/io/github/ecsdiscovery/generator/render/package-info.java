/** Renders stacks as YAML and JSON with FreeMarker, and checks the rendered text. */
@NullMarked
package io.github.ecsdiscovery.generator.render;

import org.jspecify.annotations.NullMarked;
