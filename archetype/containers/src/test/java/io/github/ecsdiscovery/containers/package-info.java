/** The scaffolded service in real containers: a small ECS and Cloud Map of Docker's engine, and load. */
@NullMarked
package io.github.ecsdiscovery.containers;

import org.jspecify.annotations.NullMarked;
