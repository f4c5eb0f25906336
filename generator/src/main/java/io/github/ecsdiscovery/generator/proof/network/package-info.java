/** Answers what the network of a template permits: subnets, routes, VPC endpoints, DNS and security groups. */
@NullMarked
package io.github.ecsdiscovery.generator.proof.network;

import org.jspecify.annotations.NullMarked;
