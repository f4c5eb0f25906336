/** Where a rendered text goes. */
@NullMarked
package io.github.ecsdiscovery.generator.output;

import org.jspecify.annotations.NullMarked;
