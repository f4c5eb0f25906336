/** The main class. The other packages hold everything else. */
@NullMarked
package io.github.ecsdiscovery.generator;

import org.jspecify.annotations.NullMarked;
