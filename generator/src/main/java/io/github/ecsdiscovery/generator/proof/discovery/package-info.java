/** The names under which services find each other. */
@NullMarked
package io.github.ecsdiscovery.generator.proof.discovery;

import org.jspecify.annotations.NullMarked;
