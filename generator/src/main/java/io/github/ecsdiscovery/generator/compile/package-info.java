/**
 * Compiles configs, without arguments, files or output. There are three entry points:
 *
 * <ul>
 *   <li>{@link io.github.ecsdiscovery.generator.compile.Compilation#of} compiles one config and renders its template.
 *   <li>{@link io.github.ecsdiscovery.generator.compile.ConfigCheck#of} checks one config in all of its environments.
 *   <li>{@link io.github.ecsdiscovery.generator.compile.ConfigChecks#of} checks several configs and their references.
 * </ul>
 */
@NullMarked
package io.github.ecsdiscovery.generator.compile;

import org.jspecify.annotations.NullMarked;
