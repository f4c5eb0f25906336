/** Checks the structure of a config and finds a hint for each problem. */
@NullMarked
package io.github.ecsdiscovery.generator.config.check;

import org.jspecify.annotations.NullMarked;
