/** A true Karrio on this machine, for tests and benchmarks. */
@NullMarked
package dev.cutoff.testkit.karrio;

import org.jspecify.annotations.NullMarked;
