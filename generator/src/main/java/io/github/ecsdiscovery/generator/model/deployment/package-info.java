/** The config keys of task counts, scaling and deployments. */
@NullMarked
package io.github.ecsdiscovery.generator.model.deployment;

import org.jspecify.annotations.NullMarked;
