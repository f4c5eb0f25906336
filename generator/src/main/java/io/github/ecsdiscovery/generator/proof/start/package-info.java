/** Answers whether tasks can start: images, logs, secrets, permissions and the order of creation. */
@NullMarked
package io.github.ecsdiscovery.generator.proof.start;

import org.jspecify.annotations.NullMarked;
