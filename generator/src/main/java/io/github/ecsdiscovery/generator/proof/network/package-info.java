/** Subnets, routes, VPC endpoints and DNS of a template. */
@NullMarked
package io.github.ecsdiscovery.generator.proof.network;

import org.jspecify.annotations.NullMarked;
