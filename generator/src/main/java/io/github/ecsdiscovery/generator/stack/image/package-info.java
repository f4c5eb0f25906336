/** Image names and the ECR repositories behind them. */
@NullMarked
package io.github.ecsdiscovery.generator.stack.image;

import org.jspecify.annotations.NullMarked;
