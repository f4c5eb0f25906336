/** Checks that tasks can start: images, logs, secrets and permissions. */
@NullMarked
package io.github.ecsdiscovery.generator.proof.start;

import org.jspecify.annotations.NullMarked;
