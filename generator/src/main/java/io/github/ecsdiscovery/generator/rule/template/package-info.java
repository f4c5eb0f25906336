/** Rules about the whole template. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.template;

import org.jspecify.annotations.NullMarked;
