/** ECS services and tasks as a template defines them. */
@NullMarked
package io.github.ecsdiscovery.generator.proof.task;

import org.jspecify.annotations.NullMarked;
