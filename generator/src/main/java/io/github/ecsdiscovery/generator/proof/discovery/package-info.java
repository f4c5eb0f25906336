/** Answers under which names services find each other, and whether the names resolve. */
@NullMarked
package io.github.ecsdiscovery.generator.proof.discovery;

import org.jspecify.annotations.NullMarked;
