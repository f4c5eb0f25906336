/** Logical ids, exports, outputs and parameters. */
@NullMarked
package io.github.ecsdiscovery.generator.stack.id;

import org.jspecify.annotations.NullMarked;
