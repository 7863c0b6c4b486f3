/** The arithmetic of rate cards: zones, steps, dimensional weight and surcharges. */
@NullMarked
package dev.cutoff.rate;

import org.jspecify.annotations.NullMarked;
