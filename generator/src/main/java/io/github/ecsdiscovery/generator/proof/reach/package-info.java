/** Paths of requests: from one service to another, from a load balancer, to and from the outside. */
@NullMarked
package io.github.ecsdiscovery.generator.proof.reach;

import org.jspecify.annotations.NullMarked;
