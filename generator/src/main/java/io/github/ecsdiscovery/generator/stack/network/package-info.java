/** The network that a stack creates. */
@NullMarked
package io.github.ecsdiscovery.generator.stack.network;

import org.jspecify.annotations.NullMarked;
