/** Values of a template: texts, references and the functions that join them. */
@NullMarked
package io.github.ecsdiscovery.generator.stack.value;

import org.jspecify.annotations.NullMarked;
