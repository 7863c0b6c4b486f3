/** Which boxes hold an order, tried in three dimensions. */
@NullMarked
package dev.cutoff.adapter.packing;

import org.jspecify.annotations.NullMarked;
