/** The service's image, built and run by Docker. */
@NullMarked
package io.github.ecsdiscovery.containers.image;

import org.jspecify.annotations.NullMarked;
