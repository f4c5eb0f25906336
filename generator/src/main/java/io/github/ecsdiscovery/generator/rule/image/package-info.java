/** Rules about container images. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.image;

import org.jspecify.annotations.NullMarked;
