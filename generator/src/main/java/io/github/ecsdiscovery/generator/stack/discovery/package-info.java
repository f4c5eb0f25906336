/** Cloud Map names and ECS Service Connect. */
@NullMarked
package io.github.ecsdiscovery.generator.stack.discovery;

import org.jspecify.annotations.NullMarked;
