/** Tests the launcher script together with the built jar. */
@NullMarked
package io.github.ecsdiscovery.generator.launcher;

import org.jspecify.annotations.NullMarked;
