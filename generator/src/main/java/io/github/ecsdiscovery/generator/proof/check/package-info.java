/** Results of single checks and of chains of checks. */
@NullMarked
package io.github.ecsdiscovery.generator.proof.check;

import org.jspecify.annotations.NullMarked;
