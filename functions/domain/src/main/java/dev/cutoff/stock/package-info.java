/**
 * Units on shelves: what is there, what is reserved for whom, and from where an order is served.
 */
@NullMarked
package dev.cutoff.stock;

import org.jspecify.annotations.NullMarked;
