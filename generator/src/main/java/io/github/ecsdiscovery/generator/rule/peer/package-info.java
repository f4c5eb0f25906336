/** Rules about services of other stacks. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.peer;

import org.jspecify.annotations.NullMarked;
