/** Reserving, giving back and counting units. */
@NullMarked
package dev.cutoff.stock.application;

import org.jspecify.annotations.NullMarked;
