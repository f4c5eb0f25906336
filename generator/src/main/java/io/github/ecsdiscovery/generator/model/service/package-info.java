/** The config keys of a service and its containers. */
@NullMarked
package io.github.ecsdiscovery.generator.model.service;

import org.jspecify.annotations.NullMarked;
