/** The flash sale: many buyers, few units, and how others sell them. */
@NullMarked
package dev.cutoff.local.bench.flash;

import org.jspecify.annotations.NullMarked;
