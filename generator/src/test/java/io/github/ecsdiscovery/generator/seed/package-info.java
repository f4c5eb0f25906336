/** Holds the seed's template against the Terraform that it stands for. */
@NullMarked
package io.github.ecsdiscovery.generator.seed;

import org.jspecify.annotations.NullMarked;
