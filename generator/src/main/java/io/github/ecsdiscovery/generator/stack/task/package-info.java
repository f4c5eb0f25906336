/** Task definitions and the containers of a task. */
@NullMarked
package io.github.ecsdiscovery.generator.stack.task;

import org.jspecify.annotations.NullMarked;
