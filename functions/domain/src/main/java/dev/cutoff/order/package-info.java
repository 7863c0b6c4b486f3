/** The canonical order, whatever channel it came from, and what has become of it. */
@NullMarked
package dev.cutoff.order;

import org.jspecify.annotations.NullMarked;
