/** Exact amounts in integer minor units of one currency. */
@NullMarked
package dev.cutoff.money;

import org.jspecify.annotations.NullMarked;
