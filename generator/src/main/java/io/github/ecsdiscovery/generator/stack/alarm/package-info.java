/** CloudWatch alarms that roll back a deployment. */
@NullMarked
package io.github.ecsdiscovery.generator.stack.alarm;

import org.jspecify.annotations.NullMarked;
