/** IAM roles and their policies. */
@NullMarked
package io.github.ecsdiscovery.generator.stack.role;

import org.jspecify.annotations.NullMarked;
