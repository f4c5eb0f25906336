/** The load balancer and its targets. */
@NullMarked
package io.github.ecsdiscovery.generator.stack.loadbalancer;

import org.jspecify.annotations.NullMarked;
