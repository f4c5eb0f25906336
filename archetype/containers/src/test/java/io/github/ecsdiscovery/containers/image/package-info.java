/** Builds and runs the service's image with Docker. */
@NullMarked
package io.github.ecsdiscovery.containers.image;

import org.jspecify.annotations.NullMarked;
