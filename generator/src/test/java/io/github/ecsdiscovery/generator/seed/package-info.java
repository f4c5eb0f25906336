/** Compares the template of the example {@code seed} with the Terraform that it replaces. */
@NullMarked
package io.github.ecsdiscovery.generator.seed;

import org.jspecify.annotations.NullMarked;
