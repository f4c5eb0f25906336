/** Rules about ECS Service Connect. */
@NullMarked
package io.github.ecsdiscovery.generator.rule.serviceconnect;

import org.jspecify.annotations.NullMarked;
