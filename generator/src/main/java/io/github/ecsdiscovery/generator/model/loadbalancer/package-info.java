/** The config keys of the load balancer and of the routes to services. */
@NullMarked
package io.github.ecsdiscovery.generator.model.loadbalancer;

import org.jspecify.annotations.NullMarked;
