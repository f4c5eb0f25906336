/** Security groups and their rules. */
@NullMarked
package io.github.ecsdiscovery.generator.stack.security;

import org.jspecify.annotations.NullMarked;
