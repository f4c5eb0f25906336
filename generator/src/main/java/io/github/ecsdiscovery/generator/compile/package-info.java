/** Compiles configs: one config, all of its environments, or several configs together. */
@NullMarked
package io.github.ecsdiscovery.generator.compile;

import org.jspecify.annotations.NullMarked;
