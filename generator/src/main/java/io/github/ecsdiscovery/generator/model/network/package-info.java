/** The config keys of the network: VPC, subnets, ports and sources. */
@NullMarked
package io.github.ecsdiscovery.generator.model.network;

import org.jspecify.annotations.NullMarked;
