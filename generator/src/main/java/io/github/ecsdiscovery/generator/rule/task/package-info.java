/** Rules about tasks and their deployment. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.task;

import org.jspecify.annotations.NullMarked;
