/** Rules about calls between services. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.call;

import org.jspecify.annotations.NullMarked;
