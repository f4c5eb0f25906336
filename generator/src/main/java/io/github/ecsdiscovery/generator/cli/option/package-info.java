/** Options that several commands share. */
@NullMarked
package io.github.ecsdiscovery.generator.cli.option;

import org.jspecify.annotations.NullMarked;
