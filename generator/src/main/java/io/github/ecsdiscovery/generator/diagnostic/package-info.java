/** Problems of a config, their places and how they are told. */
@NullMarked
package io.github.ecsdiscovery.generator.diagnostic;

import org.jspecify.annotations.NullMarked;
