/** Rules about several stacks. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.crossstack;

import org.jspecify.annotations.NullMarked;
