/** Merges the layers of a config: presets, defaults, environments and {@code --set}. */
@NullMarked
package io.github.ecsdiscovery.generator.config.layer;

import org.jspecify.annotations.NullMarked;
