/** Rules about the load balancer. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.loadbalancer;

import org.jspecify.annotations.NullMarked;
