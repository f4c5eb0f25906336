/** The ECS services, tasks and containers that a template defines. */
@NullMarked
package io.github.ecsdiscovery.generator.proof.task;

import org.jspecify.annotations.NullMarked;
