/** Problems of a config, their locations, and the formats in which they are printed. */
@NullMarked
package io.github.ecsdiscovery.generator.diagnostic;

import org.jspecify.annotations.NullMarked;
