/** Log groups and flow logs. */
@NullMarked
package io.github.ecsdiscovery.generator.stack.log;

import org.jspecify.annotations.NullMarked;
