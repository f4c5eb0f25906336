/** Rules about the containers of a task. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.container;

import org.jspecify.annotations.NullMarked;
