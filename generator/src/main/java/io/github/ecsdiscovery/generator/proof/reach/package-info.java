/** Answers which services reach each other, and what reaches them or is reached from outside. */
@NullMarked
package io.github.ecsdiscovery.generator.proof.reach;

import org.jspecify.annotations.NullMarked;
