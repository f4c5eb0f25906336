/** Rules about the network. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.network;

import org.jspecify.annotations.NullMarked;
