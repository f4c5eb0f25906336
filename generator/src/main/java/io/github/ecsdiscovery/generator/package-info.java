/** The program. */
@NullMarked
package io.github.ecsdiscovery.generator;

import org.jspecify.annotations.NullMarked;
