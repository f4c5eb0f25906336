/** The config keys of the ECS cluster. */
@NullMarked
package io.github.ecsdiscovery.generator.model.cluster;

import org.jspecify.annotations.NullMarked;
