/** One scheduler with two clocks: a virtual one that repeats itself, and the real one. */
@NullMarked
package dev.cutoff.local.time;

import org.jspecify.annotations.NullMarked;
