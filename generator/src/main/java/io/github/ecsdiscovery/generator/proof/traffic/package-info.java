/** Security group rules and the traffic that they permit. */
@NullMarked
package io.github.ecsdiscovery.generator.proof.traffic;

import org.jspecify.annotations.NullMarked;
