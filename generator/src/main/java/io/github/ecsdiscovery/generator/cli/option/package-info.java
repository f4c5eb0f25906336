/** Options that several commands share, and their validation. */
@NullMarked
package io.github.ecsdiscovery.generator.cli.option;

import org.jspecify.annotations.NullMarked;
