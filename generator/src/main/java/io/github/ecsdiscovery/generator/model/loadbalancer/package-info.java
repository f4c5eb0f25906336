/** The config keys of the load balancer and of the routes behind it. */
@NullMarked
package io.github.ecsdiscovery.generator.model.loadbalancer;

import org.jspecify.annotations.NullMarked;
