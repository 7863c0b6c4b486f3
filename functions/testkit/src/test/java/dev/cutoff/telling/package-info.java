/** What stores are told of an order, in which order, and why they are not. */
@NullMarked
package dev.cutoff.telling;

import org.jspecify.annotations.NullMarked;
