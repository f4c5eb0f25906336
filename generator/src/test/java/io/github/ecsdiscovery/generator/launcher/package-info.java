/** Holds the launcher to what it promises, beside the jar as the build made it. */
@NullMarked
package io.github.ecsdiscovery.generator.launcher;

import org.jspecify.annotations.NullMarked;
