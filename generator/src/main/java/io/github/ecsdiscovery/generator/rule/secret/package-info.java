/** Rules about secrets. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.secret;

import org.jspecify.annotations.NullMarked;
