/** Addresses and distances. */
@NullMarked
package dev.cutoff.geo;

import org.jspecify.annotations.NullMarked;
