/**
 * All use cases wired to fakes, with a seam at every call of a port: the tests of the application
 * that need fakes are here, since the test kit depends on the application and not the other way
 * round.
 */
@NullMarked
package dev.cutoff.world;

import org.jspecify.annotations.NullMarked;
