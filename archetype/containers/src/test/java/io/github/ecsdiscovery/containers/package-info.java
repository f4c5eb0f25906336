/** Runs the scaffolded service in containers, with load and small imitations of ECS and Cloud Map. */
@NullMarked
package io.github.ecsdiscovery.containers;

import org.jspecify.annotations.NullMarked;
