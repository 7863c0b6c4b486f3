/** The steps of the state machine and the named errors by which they tell it what to do. */
@NullMarked
package dev.cutoff.step;

import org.jspecify.annotations.NullMarked;
